//! Advice written down, one format a file.

pub mod facts;
mod json;
mod markdown;
mod plain;

pub use json::json;
pub use markdown::markdown;
pub use plain::plain;
