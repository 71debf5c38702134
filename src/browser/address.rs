//! The page's own address: the fragment after the `#`, and the history behind the back button.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// How a fragment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As a new entry, so that the back button leads to the one before.
    New,
    /// In place of the present entry.
    Same,
}

/// The present fragment without its `#`.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The whole address.
pub fn href() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// Writes the fragment. A browser may refuse, in a sandbox or when asked too often; the page goes on without.
pub fn write(fragment: &str, entry: Entry) {
    let Some(window) = web_sys::window() else { return };
    let bare = href();
    let bare = bare.split('#').next().unwrap_or_default();
    let target = if fragment.is_empty() { bare.to_owned() } else { format!("{bare}#{fragment}") };
    if let Ok(history) = window.history() {
        let written = match entry {
            Entry::New => history.push_state_with_url(&JsValue::NULL, "", Some(&target)),
            Entry::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(&target)),
        };
        drop(written);
    }
}

/// Calls back with the fragment whenever the reader comes to another entry, for as long as the listener is kept.
pub fn on_arrival(arrive: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "popstate", move |_| arrive(fragment())))
}
