//! What the device remembers. Private windows and sandboxes may deny it, and it may be full; the page goes on without.

/// What was kept under a name.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(&format!("groundplan.{name}")).ok()?
}

/// Keeps a value under a name, where the browser allows it.
pub fn write(name: &str, value: &str) {
    if let Some(storage) = storage() {
        drop(storage.set_item(&format!("groundplan.{name}"), value));
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
