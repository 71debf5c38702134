//! The document around the page: its appearance, printing, and where the keyboard is.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;

/// Fixes the appearance, or leaves it to the device when there is none.
pub fn set_appearance(appearance: Option<&'static str>) {
    set_root_attribute("data-theme", appearance);
}

/// Sets an attribute of the root element that the style sheets look at, or removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = root() else { return };
    drop(match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    });
}

/// Sets a custom property of the style sheets, or removes it. Content-Security-Policy forbids the `style` attribute, not
/// this.
pub fn set_property(name: &str, value: Option<&str>) {
    let Some(root) = root().and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    drop(match value {
        Some(value) => root.style().set_property(name, value),
        None => root.style().remove_property(name).map(drop),
    });
}

/// The text of an element, if there is one with this id.
pub fn text(id: &str) -> Option<String> {
    element(id)?.text_content()
}

/// Fills the screen with the page, or leaves it again.
pub fn toggle_full_screen() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        drop(root.request_fullscreen());
    }
}

/// Gives the document a title, which is also the name of the file it is printed to. Gives the one it had.
pub fn set_title(title: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let before = document.title();
    document.set_title(title);
    Some(before)
}

/// The element with this id, where there is a document.
pub fn element(id: &str) -> Option<web_sys::Element> {
    web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id(id))
}

/// Puts the keyboard into an element and brings it into view.
pub fn focus(id: &str) {
    let element = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        element.scroll_into_view();
        drop(element.focus());
    }
}

/// Puts the keyboard into an element that is in view.
pub fn move_focus(id: &str) {
    let element = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        drop(element.focus());
    }
}

/// Puts the keyboard into an element and shows the page from its top, where a bar would cover the element otherwise.
pub fn focus_from_top(id: &str) {
    move_focus(id);
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls back to the beginning of an element where that lies above what is seen; the style sheet says how much room to
/// leave for what sticks there.
pub fn scroll_up_to(id: &str) {
    if let Some(element) = element(id).filter(|element| element.get_bounding_client_rect().top() < 0.0) {
        element.scroll_into_view();
    }
}

/// A key combination that works anywhere on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl+Z or ⌘Z.
    Undo,
    /// Ctrl+Shift+Z, ⌘⇧Z or Ctrl+Y.
    Redo,
}

/// Calls back on shortcuts pressed outside of text fields, which have an undo of their own.
pub fn on_shortcut(pressed: impl Fn(Shortcut) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || is_typing(key) {
            return;
        }
        let shortcut = match (key.key().as_str(), key.shift_key()) {
            ("z", false) => Shortcut::Undo,
            ("Z" | "z", true) | ("y", false) => Shortcut::Redo,
            _ => return,
        };
        key.prevent_default();
        pressed(shortcut);
    }))
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}

fn is_typing(key: &web_sys::KeyboardEvent) -> bool {
    let target = key.target();
    let input = target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlInputElement>());
    let area = target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlTextAreaElement>());
    area.is_some() || input.is_some_and(|input| input.type_() == "text")
}
