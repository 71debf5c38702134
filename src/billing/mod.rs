//! From what is metered to what is paid.

mod bill;
mod billed_service;
mod commitment;
mod cost_line;
mod item;
mod tier;
mod usage;
mod volume;

pub use bill::Bill;
pub use billed_service::BilledService;
pub use commitment::{Commitment, Committable};
pub use cost_line::{CostKind, CostLine};
pub use item::Item;
pub use tier::{PriceTier, split};
pub use usage::Usage;
pub use volume::{CdnTier, InternetTier, ObjectTier};
