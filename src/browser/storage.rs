//! What the device remembers. Private windows and sandboxes may deny it, and it may be full; the page goes on without.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;

use super::address;

/// How keeping something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It will be there next time.
    Yes,
    /// The browser keeps nothing, or no more.
    No,
}

/// What was kept under a name.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok()?
}

/// Keeps a value under a name, where the browser allows it.
pub fn write(name: &str, value: &str) -> Kept {
    match storage().map(|storage| storage.set_item(&key(name), value)) {
        Some(Ok(())) => Kept::Yes,
        Some(Err(_)) | None => Kept::No,
    }
}

/// Forgets what was kept under a name.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        drop(storage.remove_item(&key(name)));
    }
}

/// Calls back with the value whenever another tab has kept one under the name.
pub fn on_change(name: &str, changed: impl Fn(String) + 'static) -> Option<EventListener> {
    let (window, key) = (web_sys::window()?, key(name));
    Some(EventListener::new(&window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else { return };
        if let (true, Some(value)) = (event.key().is_some_and(|changed| changed == key), event.new_value()) {
            changed(value);
        }
    }))
}

/// The folder of the page is part of the key: all pages of an origin share one storage, and two advisors in two folders of
/// it keep their answers apart.
fn key(name: &str) -> String {
    format!("groundplan {} {name}", address::folder())
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
