//! Doing something a little later.

use gloo::timers::callback::Timeout;

/// Something that will be done; dropped before, it will not.
pub struct Later {
    _timeout: Timeout,
}

/// Does something after so many milliseconds, unless what is returned is dropped before.
pub fn later(milliseconds: u32, what: impl FnOnce() + 'static) -> Later {
    Later { _timeout: Timeout::new(milliseconds, what) }
}

/// Does something in a task of its own, as soon as the browser has a moment.
pub fn once(what: impl FnOnce() + 'static) {
    Timeout::new(0, what).forget();
}

/// The present moment as text, in universal time: `2026-11-22T09:41:00.000Z`.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// Milliseconds since some moment, to tell how long something took; none where there is no browser.
#[cfg(target_arch = "wasm32")]
pub fn stopwatch() -> Option<f64> {
    Some(web_sys::window()?.performance()?.now())
}

/// There is none without a browser, so that what is rendered there is always the same.
#[cfg(not(target_arch = "wasm32"))]
pub const fn stopwatch() -> Option<f64> {
    None
}
