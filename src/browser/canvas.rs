//! Charts on a canvas, sharp on every screen.

use crate::charts::{Figure, Theme};

/// Draws a figure as wide as its canvas is shown, with as many pixels as the screen has; nothing where it is folded away.
#[cfg(target_arch = "wasm32")]
pub fn paint(canvas: &web_sys::HtmlCanvasElement, figure: &Figure, theme: Theme) {
    use plotters::drawing::IntoDrawingArea;
    use plotters_canvas::CanvasBackend;

    use crate::charts::{Look, draw};

    let Some((width, height, density)) = size(canvas) else { return };
    canvas.set_width((f64::from(width) * density) as u32);
    canvas.set_height((f64::from(height) * density) as u32);
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return };
    // A canvas that cannot be drawn on stays empty; the sentence above it and the table below say the same.
    let _ = draw(figure, &backend.into_drawing_area(), &Look::new(width, height, density, theme));
}

/// There is no canvas without a browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn paint(_: &web_sys::HtmlCanvasElement, _: &Figure, _: Theme) {}

/// Whether what is on a canvas was drawn for the size it has now.
pub fn fits(canvas: &web_sys::HtmlCanvasElement) -> bool {
    size(canvas).is_none_or(|(width, _, density)| canvas.width() == (f64::from(width) * density) as u32)
}

/// Width and height in CSS pixels, and how many of the screen's make one; none where it is not shown.
fn size(canvas: &web_sys::HtmlCanvasElement) -> Option<(u32, u32, f64)> {
    let density = web_sys::window()?.device_pixel_ratio().clamp(1.0, 4.0);
    let [width, height] = [canvas.client_width(), canvas.client_height()].map(i32::unsigned_abs);
    (width > 0).then_some((width.max(240), height.max(160), density))
}

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
