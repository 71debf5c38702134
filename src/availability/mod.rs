//! How often an architecture is down, what takes it down alone, and how it comes back.

mod component_slas;
pub mod expected;
#[cfg(test)]
mod facts_tests;
mod failure;
mod loss;
pub mod probability;
mod recovery;
mod single_points;
mod words;

pub use component_slas::{ComponentSlas, Dependency, component_slas};
pub use failure::{Failure, Impact, Lack, TakeOver, TakenOver, failure};
pub use loss::{Broken, Outage};
pub use recovery::{By, ByHand, Recovery, Restore, Way, recovery};
pub use single_points::{SinglePoint, single_points};
