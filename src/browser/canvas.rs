//! Charts on a canvas, sharp on every screen.

use std::{cell::RefCell, rc::Rc};

use gloo::timers::callback::Timeout;

use crate::charts::{Figure, Theme};

/// Draws a figure as wide as its canvas is shown, with as many pixels as the screen has; nothing where it is not shown.
#[cfg(target_arch = "wasm32")]
pub fn paint(canvas: &web_sys::HtmlCanvasElement, figure: &Figure, theme: Theme) {
    use plotters::drawing::IntoDrawingArea;
    use plotters_canvas::CanvasBackend;
    use wasm_bindgen::JsCast;
    use web_sys::CanvasRenderingContext2d;

    use crate::charts::{Look, Measured, draw};

    let Some((width, height, density)) = size(canvas) else { return };
    canvas.set_width((f64::from(width) * density) as u32);
    canvas.set_height((f64::from(height) * density) as u32);
    if let Some(context) = canvas.get_context("2d").ok().flatten() {
        // Mitred joins would make narrow peaks higher than they are.
        context.unchecked_into::<CanvasRenderingContext2d>().set_line_join("round");
    }
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return };
    // A canvas that cannot be drawn on stays empty; the sentence above it and the table below say the same.
    let _ = draw(figure, &Measured(backend).into_drawing_area(), &Look::new(width, height, density, theme));
}

/// There is no canvas without a browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn paint(_: &web_sys::HtmlCanvasElement, _: &Figure, _: Theme) {}

/// A painting that is due; dropped before, it is not done.
pub struct Due {
    _later: Rc<RefCell<Option<Timeout>>>,
}

/// Paints so many milliseconds after the typeface has come, or has turned out not to come: unlike text in the page, what is
/// on a canvas is not painted again when it does.
#[cfg(target_arch = "wasm32")]
pub fn paint_later(milliseconds: u32, paint: impl FnOnce() + 'static) -> Due {
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    use super::clock;
    use crate::charts::{FONTS, Look};

    let later = Rc::new(RefCell::new(None));
    let due = Rc::downgrade(&later);
    let typeface = web_sys::window()
        .and_then(|window| window.document())
        .map(|document| document.fonts().load(&format!("{}px {FONTS}", Look::TEXT)));
    spawn_local(async move {
        if let Some(typeface) = typeface {
            // Without the typeface, the device's own is painted with.
            let _ = JsFuture::from(typeface).await;
        }
        if let Some(later) = due.upgrade() {
            later.replace(Some(clock::later(milliseconds, paint)));
        }
    });
    Due { _later: later }
}

/// There is no canvas without a browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn paint_later(_: u32, _: impl FnOnce() + 'static) -> Due {
    Due { _later: Rc::default() }
}

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
