//! The window around the page, where it is embedded: messages to it and from it, and the page's own height.

use std::{cell::Cell, rc::Rc};

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use super::screen::{self, Resizing};

/// Whether there is a window around this one.
pub fn is_framed() -> bool {
    parent().is_some()
}

/// Says something to the window around, if it is of the origin meant.
pub fn say(text: &str, target: &str) {
    if let Some(parent) = parent() {
        drop(parent.post_message(&JsValue::from_str(text), target));
    }
}

/// Calls back with texts the window around sends, and the origin it has. What others send, and what is no text, is not
/// looked at.
pub fn on_message(received: impl Fn(String, String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let parent = parent()?;
    Some(EventListener::new(&window, "message", move |event| {
        let Some(message) = event.dyn_ref::<MessageEvent>() else { return };
        let is_parents = message.source().is_some_and(|source| JsValue::from(source) == JsValue::from(parent.clone()));
        if let (true, Some(text)) = (is_parents, message.data().as_string()) {
            received(text, message.origin());
        }
    }))
}

/// Watches how high the page is; dropped, it stops.
pub struct Height {
    measure: Rc<dyn Fn()>,
    _resizing: Option<Resizing>,
}

impl Height {
    /// Measures now. Browsers let observers in frames out of sight sleep.
    pub fn measure(&self) {
        (self.measure)();
    }
}

/// Calls back with the height of the page's content in CSS pixels, now and whenever it changes. It is the content that
/// is measured, never the window: the window has the height that was told before.
pub fn on_height(changed: impl Fn(u32) + 'static) -> Option<Height> {
    let body = web_sys::window()?.document()?.body()?;
    let told = Cell::new(0_u32);
    let measured = body.clone();
    let measure: Rc<dyn Fn()> = Rc::new(move || {
        let height = measured.get_bounding_client_rect().height().ceil() as u32;
        // Half a pixel to and fro, as zooming brings about, is no news.
        if height.abs_diff(told.get()) > 1 {
            told.set(height);
            changed(height);
        }
    });
    let again = Rc::clone(&measure);
    let resizing = screen::on_resize(&body, move || again());
    measure();
    Some(Height { measure, _resizing: resizing })
}

fn parent() -> Option<Window> {
    let window = web_sys::window()?;
    let parent = window.parent().ok()??;
    (JsValue::from(parent.clone()) != JsValue::from(window)).then_some(parent)
}
