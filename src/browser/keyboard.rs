//! Keys that turn the pages of a workshop.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// What a key asks for while a workshop is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The next page: right arrow, or page down as presenters' clickers send it.
    Next,
    /// The page before: left arrow or page up.
    Back,
    /// The first page.
    First,
    /// The last page.
    Last,
    /// The whole screen: f.
    Screen,
    /// The audience's window: a.
    Audience,
    /// The notes: n.
    Notes,
}

/// Calls back on keys that are not meant for a field. Page up and page down turn pages even from a slider, because a
/// clicker knows no other keys.
pub fn on_key(pressed: impl Fn(Key) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let field = field_of(event);
        let key = match (event.key().as_str(), field.as_deref()) {
            ("PageDown", None | Some("INPUT" | "SELECT")) => Key::Next,
            ("PageUp", None | Some("INPUT" | "SELECT")) => Key::Back,
            ("ArrowRight", None) => Key::Next,
            ("ArrowLeft", None) => Key::Back,
            ("Home", None) => Key::First,
            ("End", None) => Key::Last,
            ("f", None) => Key::Screen,
            ("a", None) => Key::Audience,
            ("n", None) => Key::Notes,
            _ => return,
        };
        event.prevent_default();
        pressed(key);
    }))
}

/// The kind of field the key goes to, if it goes to one.
fn field_of(event: &KeyboardEvent) -> Option<String> {
    let element = event.target()?.dyn_into::<HtmlElement>().ok()?;
    Some(element.tag_name()).filter(|name| matches!(name.as_str(), "INPUT" | "SELECT" | "TEXTAREA"))
}
