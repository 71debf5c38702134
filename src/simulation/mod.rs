//! What would happen: one week of the client's traffic on an architecture, minute by minute, and what it meters.

mod event;
mod outcome;
mod series;
mod week;

pub use event::{Event, Events};
pub use outcome::Outcome;
pub use series::{Meter, Series};
pub use week::{Week, simulate};
