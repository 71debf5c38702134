//! The best design of a form for a client. Sizes are the cheapest that meet the targets; structure is, of all combinations
//! that meet the must-haves, the one with the highest score, of equals the cheaper, then the one with fewer parts. Where none
//! meets the must-haves it is the one that misses least.
//!
//! What is found is the best of all designs: a bound says of each how good it can be at most before its week is simulated,
//! and those that cannot be better than the best so far are struck out (docs/decisions/014).

mod advising;
mod considering;
mod finish;
mod found;
mod rank;
mod reference;
mod run;
mod runner_up;
mod settle;
mod today;
#[cfg(test)]
mod form_tests;
#[cfg(test)]
mod tests;

use crate::{architecture::Architecture, assessment::Client, options::Hosting, simulation::Events};

pub use advising::{Searched, Searches};
pub use considering::Considering;
pub use found::{Considered, Counts, Found, RunnerUp, decided, front};
pub use rank::Rank;
pub use reference::reference;
pub use run::{Search, resized};
pub use runner_up::runner_ups;
pub use settle::settle;
pub use today::{Move, Today, today};

/// What would be built of each form for a client; a form that has no design for the client is left out.
pub fn architectures(options: &[&'static Hosting], client: &Client<'_>) -> Vec<(&'static Hosting, Architecture)> {
    let events = Events::new();
    let found = Searches::new(options, client, &events).found();
    found.into_iter().map(|found| (found.assessment.hosting, found.assessment.architecture)).collect()
}
