//! Delays, the time of day, and how long something takes.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

use crate::units::Milliseconds;

/// Does something after so many milliseconds, unless the timeout is dropped before.
pub fn later(milliseconds: u32, what: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, what)
}

/// The present moment in universal time: `2026-11-22T09:41:00.000Z`.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// Milliseconds since the page was opened; none where there is no browser.
#[cfg(target_arch = "wasm32")]
pub fn stopwatch() -> Option<Milliseconds> {
    Some(Milliseconds::new(web_sys::window()?.performance()?.now()))
}

/// None without a browser, so that what is rendered there is always the same.
#[cfg(not(target_arch = "wasm32"))]
pub const fn stopwatch() -> Option<Milliseconds> {
    None
}

/// Does something in a task of its own, right after this one, so that the browser can attend to the reader in between.
/// A message is used because timers are held back in frames that are out of sight.
pub fn soon(what: impl FnOnce() + 'static) {
    let Ok(channel) = web_sys::MessageChannel::new() else { return what() };
    let receiver = channel.port1();
    let what = Closure::once_into_js(move |_: JsValue| what());
    receiver.set_onmessage(Some(what.unchecked_ref()));
    drop(channel.port2().post_message(&JsValue::NULL));
}
