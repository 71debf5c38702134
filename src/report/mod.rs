//! Advice written down, one format a file.

mod drawing;
pub mod facts;
mod json;
mod markdown;
mod plain;

pub use drawing::{failing, overlay};
pub use json::json;
pub use markdown::markdown;
pub use plain::plain;
