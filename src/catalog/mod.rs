//! What things cost, hold and promise: dated, sourced, by region.

mod region;

pub use region::Region;
