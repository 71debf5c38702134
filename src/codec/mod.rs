//! JSON from strangers and for them, by serde.
//!
//! Files, attributes and messages are read in two steps. [`Format::object`] reads a text into an object and refuses what is
//! too long, too deep or said twice; [`decode`] (the whole or nothing) and [`lenient`] (every field that can be taken) make
//! a type of it. A fault is a [`Problem`]: the path, what was given, what would be right.

mod closed_set;
mod decode;
mod document;
mod nearest;
mod number;
mod problem;
mod token;
mod write;

pub use closed_set::ClosedSet;
pub use decode::{decode, lenient};
pub use document::Format;
pub use nearest::nearest;
pub use number::{float, number};
pub use problem::{Problem, shown, unknown};
pub use token::Token;
pub use write::{compact, pretty};
