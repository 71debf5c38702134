//! Doing something a little later.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

use crate::units::Milliseconds;

/// Something that will be done; dropped before, it will not.
pub struct Later {
    _timeout: Timeout,
}

/// Does something after so many milliseconds, unless what is returned is dropped before.
pub fn later(milliseconds: u32, what: impl FnOnce() + 'static) -> Later {
    Later { _timeout: Timeout::new(milliseconds, what) }
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

/// The present moment as text, in universal time: `2026-11-22T09:41:00.000Z`.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// The time since some moment, to tell how long something took; none where there is no browser.
#[cfg(target_arch = "wasm32")]
pub fn stopwatch() -> Option<Milliseconds> {
    Some(Milliseconds::new(web_sys::window()?.performance()?.now()))
}

/// There is none without a browser, so that what is rendered there is always the same.
#[cfg(not(target_arch = "wasm32"))]
pub const fn stopwatch() -> Option<Milliseconds> {
    None
}
