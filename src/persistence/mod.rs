//! What the page keeps on the device: under which names, what is put aside rather than overwritten, and what there is to tell
//! of it. The device itself is a [`Device`]: the browser's storage on the page, a map in tests.
//!
//! A window overwrites only what it has written or taken over itself. Whatever else it finds (the answers of last time, those
//! of another tab, a workshop of a newer version) goes under a second name and stays there until the reader takes or
//! discards it.

mod device;
mod keeper;
mod kept;
mod place;

pub use device::{Device, Fault};
pub use keeper::{Crowded, Keeper};
pub use kept::{Kept, MOST_EARLIER};
pub use place::{APPEARANCE, Place};
