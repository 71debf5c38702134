//! The one place where architecture, week, bill, downtime and recovery of an option meet.

mod downtime;
mod outgrown;
mod price_range;
mod runway;
mod storage;
mod work;

pub use outgrown::{Lasts, Outgrown, outgrown};
pub use storage::Shortage;

use crate::{
    architecture::Architecture,
    availability::{
        ComponentSlas, Recovery, SinglePoint, component_slas, expected::ExpectedDowntime, recovery, single_points,
    },
    billing::{Bill, CostKind},
    catalog::{Catalog, Confidence},
    options::{Brief, Hosting},
    questionnaire::{Answers, WorkInTotal},
    services::{self, BillInputs},
    simulation::{Events, Rules, Week, simulate},
    units::{Ratio, Seconds, Usd},
    workload::{Case, Workload},
};

/// All facts of one option for one client.
#[derive(Clone)]
pub struct Assessment {
    /// The option.
    pub hosting: &'static Hosting,
    /// What would be built for the typical case.
    pub architecture: Architecture,
    /// The typical week on it.
    pub week: Week,
    /// The month's bill in the low, typical and high case, each with an architecture sized for it.
    bills: [Bill; 3],
    /// How long it is expected to be down in a year, and by what.
    pub expected: ExpectedDowntime,
    /// Within this time 95 of 100 page views of an ordinary week that reach PHP are answered.
    pub response: Seconds,
    /// What that would be on an idle server with its files on its own disk.
    pub own_response: Seconds,
    /// What the service level agreements of its parts come to.
    pub component_slas: ComponentSlas,
    /// What takes the site down when it fails alone.
    pub single_points: Vec<SinglePoint>,
    /// How it comes back.
    pub recovery: Recovery,
    /// What the largest disk on sale holds and what has to be kept, where that is more.
    pub shortage: Option<Shortage>,
    /// How many times today's traffic it carries before something else has to be built.
    pub runway: Ratio,
}

impl Assessment {
    /// The month's bill of a case.
    pub const fn bill(&self, case: Case) -> &Bill {
        &self.bills[case as usize]
    }

    /// What a month costs, with people's hours or without, before tax and as far as it is priced.
    pub fn monthly(&self, case: Case, work: WorkInTotal) -> Usd {
        let bill = self.bill(case);
        let infrastructure = bill.total(CostKind::Infrastructure);
        match work {
            WorkInTotal::Counted => infrastructure + bill.total(CostKind::Work),
            WorkInTotal::Apart => infrastructure,
        }
    }
}

#[cfg(test)]
impl Assessment {
    /// An option with an architecture, a bill and a week made by hand, for tests of what follows from them.
    pub(crate) fn by_hand(
        hosting: &'static Hosting,
        architecture: Architecture,
        bill: Bill,
        outcome: crate::simulation::Outcome,
        answers: &Answers,
    ) -> Self {
        let catalog = Catalog::bundled();
        Self {
            hosting,
            expected: downtime::expected(hosting, &architecture, answers, outcome.lost_minutes),
            response: outcome.response.into(),
            own_response: outcome.idle_response.into(),
            week: Week { outcome, usage: Default::default() },
            bills: [bill.clone(), bill.clone(), bill],
            component_slas: component_slas(&architecture, &catalog),
            single_points: single_points(&architecture),
            recovery: recovery(&architecture, &Rules::new(&answers.overrides, answers.operator)),
            shortage: None,
            runway: Ratio::ONE,
            architecture,
        }
    }
}

/// Assesses one option for a client.
pub fn assess(
    hosting: &'static Hosting,
    answers: &Answers,
    workload: &Workload,
    catalog: &Catalog,
    events: &Events,
) -> Assessment {
    let rules = Rules::new(&answers.overrides, answers.operator);
    let brief = Brief { answers, demand: workload.typical(), catalog };
    let setting = price_range::Setting { hosting, answers, workload, catalog, events, rules: &rules };
    let price_range::Months { architecture, week, bills } = setting.months();
    // What a what-if event breaks is not expected every week.
    let ordinary = if events.is_empty() {
        week.outcome.clone()
    } else {
        simulate(&architecture, brief.demand, &workload.shape, &Events::new(), &rules).outcome
    };
    let expected = downtime::expected(hosting, &architecture, answers, ordinary.lost_minutes);
    Assessment {
        hosting,
        expected,
        response: ordinary.response.into(),
        own_response: ordinary.idle_response.into(),
        component_slas: component_slas(&architecture, catalog),
        single_points: single_points(&architecture),
        recovery: recovery(&architecture, &rules),
        shortage: storage::shortage(&architecture, &brief),
        runway: runway::runway(&architecture, &brief),
        architecture,
        week,
        bills,
    }
}

/// How an architecture that was built for one client does for another load: nothing is sized anew.
///
/// All three bills of the assessment are that of the typical case; `price_factor` is what a price of a confidence is
/// multiplied with.
pub fn live(
    hosting: &'static Hosting,
    architecture: &Architecture,
    answers: &Answers,
    workload: &Workload,
    catalog: &Catalog,
    price_factor: impl Fn(Confidence) -> f64,
) -> Assessment {
    let rules = Rules::new(&answers.overrides, answers.operator);
    let week = simulate(architecture, workload.typical(), &workload.shape, &Events::new(), &rules);
    let inputs =
        BillInputs { architecture, usage: &week.usage, catalog, region: answers.region, readers: answers.readers };
    let mut bill = services::bill(&inputs);
    for price in bill.lines.iter_mut().filter_map(|line| line.price.as_mut().ok()) {
        price.usd = price.usd * price_factor(price.confidence);
    }
    bill.lines.push(work::line(hosting, answers, Case::Typical));
    let brief = Brief { answers, demand: workload.typical(), catalog };
    Assessment {
        hosting,
        expected: downtime::expected(hosting, architecture, answers, week.outcome.lost_minutes),
        response: week.outcome.response.into(),
        own_response: week.outcome.idle_response.into(),
        component_slas: component_slas(architecture, catalog),
        single_points: single_points(architecture),
        recovery: recovery(architecture, &rules),
        shortage: storage::shortage(architecture, &brief),
        runway: runway::runway(architecture, &brief),
        architecture: architecture.clone(),
        week,
        bills: [bill.clone(), bill.clone(), bill],
    }
}
