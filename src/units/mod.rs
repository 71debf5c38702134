//! Units of measure as types: dollars are not gigabytes, and a month is 730 hours.
//!
//! Each unit wraps an `f64` and has only the operators that keep their meaning. Formulas that mix units take the plain
//! number out with `value()` and put the result into its own unit at once.

mod count;
mod credits;
mod decimal;
mod gib;
mod gigabytes;
mod mib_per_second;
mod order;
mod points;
mod quantity;
mod ratio;
mod requests;
mod requests_per_second;
pub mod text;
mod time;
mod usd;
mod vcpus;
pub mod words;

pub use count::Count;
pub use credits::Credits;
pub use decimal::decimal;
pub use gib::Gib;
pub use gigabytes::Gigabytes;
pub use mib_per_second::MibPerSecond;
pub use order::ordered;
pub use points::Points;
pub use ratio::Ratio;
pub use requests::Requests;
pub use requests_per_second::RequestsPerSecond;
pub use time::{Hours, Milliseconds, Minutes, Seconds};
pub use usd::Usd;
pub use vcpus::Vcpus;
