//! From what is metered to what is paid.

mod bill;
mod cost_line;
mod tier;
mod usage;

pub use bill::Bill;
pub use cost_line::{CostLine, Section};
pub use tier::{Tier, split};
pub use usage::Usage;
