//! How often an architecture is down, what takes it down alone, and how it comes back.

mod downtime;
pub mod expected;
mod failure;
pub mod probability;
mod recovery;
mod single_points;

pub use downtime::{Availability, Part, availability};
pub use failure::{Broken, Effect, Failure, TakeOver, failure};
pub use recovery::{By, Recovery, Restore, recovery};
pub use single_points::{SinglePoint, single_points};
