//! Advice written down, one format a file.

mod drawing;
pub mod facts;
mod json;
mod markdown;
mod odds;
mod plain;

pub use drawing::{failing, overlay};
pub use json::json;
pub use markdown::markdown;
pub use odds::{odds, odds_csv};
pub use plain::plain;
