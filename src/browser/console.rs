//! The console, for words to whoever builds a site with the page in it.

use wasm_bindgen::JsValue;

/// Says what is wrong with something that was set, but does not stop the page.
pub fn warn(text: &str) {
    web_sys::console::warn_1(&JsValue::from_str(text));
}
