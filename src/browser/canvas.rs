//! Charts on a canvas, sharp on every screen.

use crate::charts::{Figure, Theme};

/// Draws a figure as wide as its canvas is shown, with as many pixels as the screen has.
#[cfg(target_arch = "wasm32")]
pub fn paint(canvas: &web_sys::HtmlCanvasElement, figure: &Figure, theme: Theme) {
    use plotters::drawing::IntoDrawingArea;
    use plotters_canvas::CanvasBackend;

    use crate::charts::{Look, draw};

    let Some(window) = web_sys::window() else { return };
    let density = window.device_pixel_ratio().clamp(1.0, 4.0);
    let width = canvas.client_width().max(240) as u32;
    let height = (canvas.client_height().max(160)) as u32;
    canvas.set_width((f64::from(width) * density) as u32);
    canvas.set_height((f64::from(height) * density) as u32);
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return };
    // A canvas that cannot be drawn on stays empty; the sentence above it and the table below say the same.
    let _ = draw(figure, &backend.into_drawing_area(), &Look::new(width, height, density, theme));
}

/// There is no canvas without a browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn paint(_: &web_sys::HtmlCanvasElement, _: &Figure, _: Theme) {}

/// Whether the page is dark at the moment, by choice or by the device.
pub fn theme() -> Theme {
    let dark = || -> Option<bool> {
        let window = web_sys::window()?;
        let chosen = window.document()?.document_element()?.get_attribute("data-theme");
        match chosen.as_deref() {
            Some("dark") => Some(true),
            Some("light") => Some(false),
            Some(_) | None => Some(window.match_media("(prefers-color-scheme: dark)").ok()??.matches()),
        }
    };
    if dark().unwrap_or(false) { Theme::Dark } else { Theme::Light }
}
