//! From what is metered to what is paid.

mod bill;
mod cost_line;
mod item;
mod tier;
mod usage;
mod volume;

pub use bill::Bill;
pub use cost_line::{CostKind, CostLine};
pub use item::{BilledService, Item};
pub use tier::{PriceTier, split};
pub use usage::Usage;
pub use volume::{CdnTier, InternetTier, ObjectTier};
