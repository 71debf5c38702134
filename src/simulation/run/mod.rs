//! One week, minute by minute: what arrives, what happens, who serves it.

pub(super) mod event;
pub(super) mod setting;
pub(super) mod step;
pub(super) mod traffic;
pub(super) mod week;
