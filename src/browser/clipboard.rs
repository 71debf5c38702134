//! The clipboard, which is not there on insecure or sandboxed pages and may be denied.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

/// How copying went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is on the clipboard.
    Yes,
    /// The browser would not.
    Refused,
}

/// Puts a text on the clipboard, and calls back with how that went.
pub fn copy(text: &str, done: impl Fn(Copied) + Clone + 'static) {
    let clipboard = web_sys::window().map(|window| window.navigator()).and_then(|navigator| {
        let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
        clipboard.dyn_into::<web_sys::Clipboard>().ok()
    });
    let Some(clipboard) = clipboard else { return done(Copied::Refused) };
    let refused = done.clone();
    let written = Closure::once(move |_: JsValue| done(Copied::Yes));
    let failed = Closure::once(move |_: JsValue| refused(Copied::Refused));
    drop(clipboard.write_text(text).then2(&written, &failed));
    // The promise calls one of them, once; a few bytes are given up for that.
    written.forget();
    failed.forget();
}
