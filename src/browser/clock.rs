//! Delays, the time of day, and how long something takes.

use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use web_sys::MessageChannel;

use crate::units::Milliseconds;

/// Does something after so many milliseconds, unless the timeout is dropped before.
pub fn later(milliseconds: u32, what: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, what)
}

/// The present moment in universal time: `2026-11-22T09:41:00.000Z`.
pub fn now() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// The day so many days from now, where the reader is: `2026-11-22`.
pub fn date(days: u32) -> String {
    const DAY: f64 = 86_400_000.0;
    let here = js_sys::Date::new_0();
    let shifted = here.get_time() - here.get_timezone_offset() * 60_000.0 + f64::from(days) * DAY;
    let told = String::from(js_sys::Date::new(&JsValue::from_f64(shifted)).to_iso_string());
    told.split('T').next().unwrap_or_default().to_owned()
}

/// Today in universal time: `2026-11-22`; none where there is no browser.
#[cfg(target_arch = "wasm32")]
pub fn today() -> Option<String> {
    now().get(..10).map(str::to_owned)
}

/// None without a browser, so that what is rendered there is always the same.
#[cfg(not(target_arch = "wasm32"))]
pub const fn today() -> Option<String> {
    None
}

/// Milliseconds since the page or the worker was started; none where there is no browser.
#[cfg(target_arch = "wasm32")]
pub fn stopwatch() -> Option<Milliseconds> {
    use wasm_bindgen::JsCast;
    // A worker has no window, and the same clock.
    let performance = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("performance")).ok()?;
    Some(Milliseconds::new(performance.dyn_into::<web_sys::Performance>().ok()?.now()))
}

/// None without a browser, so that what is rendered there is always the same.
#[cfg(not(target_arch = "wasm32"))]
pub const fn stopwatch() -> Option<Milliseconds> {
    None
}

/// Goes on in a task of its own, right after this one, so that the browser can attend to the reader in between. A message
/// is waited for because timers are held back in frames that are out of sight.
pub async fn next_task() {
    let Ok(channel) = MessageChannel::new() else { return };
    let heard = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
    drop(channel.port2().post_message(&JsValue::NULL));
    drop(heard.await);
}

/// Goes on after so many milliseconds, so that the browser can draw in between.
pub async fn pause(milliseconds: u32) {
    let passed = Promise::new(&mut |resolve, _| {
        later(milliseconds, move || drop(resolve.call0(&JsValue::NULL))).forget();
    });
    drop(passed.await);
}
