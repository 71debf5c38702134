//! The page's own address: the fragment after the `#`, and the history behind the back button.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::PerformanceNavigation;

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

/// The folder the page lies in, with a slash at its end.
pub fn folder() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    let end = path.rfind('/').map_or(0, |slash| slash + 1);
    path[..end].to_owned()
}

/// The address of this page with another fragment: a link to share.
pub fn with(fragment: &str) -> String {
    let href = href();
    let bare = href.split('#').next().unwrap_or_default();
    if fragment.is_empty() { bare.to_owned() } else { format!("{bare}#{fragment}") }
}

/// Opens a window of this page with another fragment. False where the browser will not.
pub fn open(fragment: &str, name: &str) -> bool {
    let opened = web_sys::window().map(|window| window.open_with_url_and_target(&with(fragment), name));
    matches!(opened, Some(Ok(Some(_))))
}

/// Writes the fragment. A browser may refuse, in a sandbox or when asked too often; the page goes on without.
pub fn write(fragment: &str, entry: Entry) {
    let Some(window) = web_sys::window() else { return };
    let target = with(fragment);
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

/// Whether this page has been loaded again, or come back to, rather than opened by a link.
pub fn is_opened_again() -> bool {
    let kind = web_sys::window().and_then(|window| window.performance()).map(|known| known.navigation().type_());
    matches!(kind, Some(PerformanceNavigation::TYPE_RELOAD | PerformanceNavigation::TYPE_BACK_FORWARD))
}

/// Opens this page anew with another fragment, in place of itself.
pub fn restart(fragment: &str) {
    write(fragment, Entry::Same);
    if let Some(window) = web_sys::window() {
        drop(window.location().reload());
    }
}
