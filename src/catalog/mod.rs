//! What things cost, hold and promise: dated, sourced, by region.

mod confidence;
mod region;

pub use confidence::Confidence;
pub use region::Region;
