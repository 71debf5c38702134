//! A week as it was lived: the same for all architectures that differ in nothing the week sees.

use super::{
    month::{Meters, usage},
    outcome::{Outcome, Week},
};
use crate::{
    architecture::{Architecture, DatabaseTier, Machine, Service, WebTier},
    simulation::Rules,
    units::{Ratio, Requests},
    workload::{Demand, Shape},
};

/// A week as it was lived.
#[derive(Clone, Debug, PartialEq)]
pub struct Lived {
    /// What it came to.
    pub outcome: Outcome,
    pub(crate) meters: Meters,
}

impl Lived {
    /// The week as one of an architecture, with what a month of it meters there.
    pub fn on(&self, architecture: &Architecture, demand: &Demand, rules: &Rules) -> Week {
        Week { outcome: self.outcome.clone(), usage: usage(&self.meters, architecture, demand, rules) }
    }

    /// A week no ordinary week of this architecture is better or cheaper than: everything is served, and nothing is metered but
    /// what stands there anyway and what has to be asked of it.
    pub fn at_best(architecture: &Architecture, demand: &Demand, shape: &Shape, rules: &Rules) -> Self {
        let outcome = Outcome {
            arrived: Requests::new(1.0),
            served: Requests::new(1.0),
            headroom: Ratio::new(1e4),
            ..Outcome::default()
        };
        Self { outcome, meters: Meters::least(architecture, demand, shape, rules) }
    }
}

/// All that an ordinary week, without what-if events, sees of an architecture: the way out, the standby, the zones and the
/// bill are not among it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    web: WebTier,
    database: Option<Machine>,
    balanced: bool,
    cached: bool,
    offloaded: bool,
}

impl Seen {
    /// What a week sees of this architecture.
    pub fn of(architecture: &Architecture) -> Self {
        Self {
            web: architecture.web.clone(),
            database: match &architecture.database {
                DatabaseTier::SameServer => None,
                DatabaseTier::Managed { machine, .. } => Some(machine.clone()),
            },
            balanced: architecture.is_balanced(),
            cached: architecture.has(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn(_))),
            offloaded: architecture.has(|service| matches!(service, Service::ObjectStore)),
        }
    }
}
