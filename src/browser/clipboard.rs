//! The clipboard, which is missing on insecure pages and may be denied on sandboxed ones.

use js_sys::futures::spawn_local;
use wasm_bindgen::JsValue;

/// How copying went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is on the clipboard.
    Yes,
    /// The browser refused.
    Refused,
}

/// Puts a text on the clipboard, and calls back with how that went.
pub fn copy(text: &str, done: impl FnOnce(Copied) + 'static) {
    let Some(window) = web_sys::window() else { return done(Copied::Refused) };
    let clipboard = window.navigator().clipboard();
    // web_sys does not say so, but on an insecure page there is none.
    if JsValue::from(clipboard.clone()).is_undefined() {
        return done(Copied::Refused);
    }
    let written = clipboard.write_text(text);
    spawn_local(async move {
        done(match written.await {
            Ok(_) => Copied::Yes,
            Err(_) => Copied::Refused,
        });
    });
}
