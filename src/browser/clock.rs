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
