//! JSON read into a tree and written from one (RFC 8259), and no more than that.
//!
//! Serde builds a reader of its own for every type, and brings numbers and maps of its own; all of it was a tenth of the
//! page. Text without escapes is borrowed from what was read, so that the embedded catalog is not copied.

mod reader;
mod value;
mod writer;

pub use reader::{Fault, read};
pub use value::{Map, Value, object};
