//! From what is metered to what is paid.

mod usage;

pub use usage::Usage;
