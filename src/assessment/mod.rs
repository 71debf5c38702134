//! The one place where architecture, week, bill, downtime and recovery of an option meet.

mod client;
mod downtime;
pub mod outgrown;
mod over_time;
mod runway;
mod storage;
mod work;

pub use client::Client;
use downtime::Expected;
pub use downtime::SELDOM;
pub use over_time::OverTime;
pub use storage::Shortage;

use crate::{
    architecture::Architecture,
    availability::{
        ComponentSlas, Recovery, SinglePoint, component_slas,
        expected::{ExpectedDowntime, Setting, expected_downtime},
        recovery, single_points,
    },
    billing::{Bill, CostKind},
    catalog::Confidence,
    choices::{ChoiceId, Design, Purchase},
    options::{Brief, Hosting, Sizer, Sizes, Work, assemble},
    questionnaire::WorkInTotal,
    services::{self, BillInputs},
    simulation::{self, Events, Lived, Week},
    units::{Count, Ratio, Seconds, Usd},
    workload::Case,
};

/// A design with its sizes, as it would be built.
#[derive(Clone, Debug, PartialEq)]
pub struct Built {
    /// The structure.
    pub design: Design,
    /// The sizes.
    pub sizes: Sizes,
    /// What is built.
    pub architecture: Architecture,
}

/// All facts of one option for one client.
#[derive(Clone)]
pub struct Assessment {
    /// The option.
    pub hosting: &'static Hosting,
    /// What was decided for this client.
    pub design: Design,
    /// How large its machines are.
    pub sizes: Sizes,
    /// Pins that this form cannot follow, with the value that was asked for.
    pub refused: Vec<(ChoiceId, String)>,
    /// What would be built, sized once for the typical case.
    pub architecture: Architecture,
    /// Hours a month to run it.
    pub operations: Work,
    /// How safely changes go live.
    pub safety: Ratio,
    /// The typical week on it.
    pub week: Week,
    /// The month's bill when the low, the typical and the high case come to pass on it.
    bills: [Bill; 3],
    /// How long it is expected to be down in a year, and by what.
    pub expected: ExpectedDowntime,
    /// How likely a year with more downtime than the client's limit is, 0 to 1; none without a limit.
    pub over_limit: Option<f64>,
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
    /// Posts, pages and products.
    pub pages: Count,
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

/// Assesses a design in the typical case, after an ordinary week. What must-haves and points are not decided by, the bills of
/// the other cases among it, is there once it is judged [in every case](Assessment::in_every_case).
pub fn assess(hosting: &'static Hosting, built: Built, lived: &Lived, client: &Client<'_>) -> Assessment {
    assess_with(hosting, built, lived, client, |setting| client.expected(setting))
}

fn assess_with(
    hosting: &'static Hosting,
    built: Built,
    lived: &Lived,
    client: &Client<'_>,
    downtime: impl Fn(&Setting) -> Expected,
) -> Assessment {
    let Built { design, sizes, architecture } = built;
    let week = lived.on(&architecture, client.workload.typical(), &client.rules);
    let operations = hosting.hours(&design);
    let bill = bill(&architecture, &week, &operations, design.purchase, client, Case::Typical);
    let setting = downtime::setting(hosting, &architecture, client.answers, week.outcome.lost_minutes);
    let Expected { downtime: expected, over_limit } = downtime(&setting);
    Assessment {
        hosting,
        design,
        sizes,
        refused: Vec::new(),
        expected,
        over_limit,
        response: week.outcome.response.into(),
        own_response: week.outcome.idle_response.into(),
        component_slas: ComponentSlas::default(),
        single_points: Vec::new(),
        recovery: recovery(&architecture, &client.rules),
        shortage: storage::shortage(&architecture, &client.brief()),
        pages: client.workload.typical().content.items,
        runway: runway::runway(&architecture, &client.brief()),
        safety: hosting.safety(&design),
        operations,
        week,
        bills: [Bill::default(), bill, Bill::default()],
        architecture,
    }
}

impl Assessment {
    /// The same design in all three worlds: what it costs when less or more comes than is expected, and with what-if events in
    /// the week that is looked at. Those belong to that week, not to the range of an ordinary month's bill, nor to what is
    /// expected.
    #[must_use]
    pub fn in_every_case(mut self, client: &Client<'_>, events: &Events) -> Self {
        self.component_slas = component_slas(&self.architecture, client.catalog);
        self.over_limit = client.answers.max_outage.map(|limit| self.expected.chance_of_more(limit));
        self.single_points = single_points(&self.architecture);
        for case in [Case::Low, Case::High] {
            let demand = client.workload.case(case);
            let lived =
                simulation::live(&self.architecture, demand, &client.workload.shape, &Events::new(), &client.rules);
            let week = lived.on(&self.architecture, demand, &client.rules);
            let lives = bill(&self.architecture, &week, &self.operations, self.design.purchase, client, case);
            // Only a higher load can ask for more than was built.
            let outgrown = case == Case::High && week.outcome.headroom < Ratio::ONE;
            let larger = if outgrown { self.larger(client, case) } else { None };
            let total = |bill: &Bill| bill.total(CostKind::Infrastructure);
            self.bills[case as usize] = larger.filter(|larger| total(larger) > total(&lives)).unwrap_or(lives);
        }
        if !events.is_empty() {
            let demand = client.workload.typical();
            let lived = simulation::live(&self.architecture, demand, &client.workload.shape, events, &client.rules);
            self.week = lived.on(&self.architecture, demand, &client.rules);
            let typical =
                bill(&self.architecture, &self.week, &self.operations, self.design.purchase, client, Case::Typical);
            self.bills[Case::Typical as usize] = typical;
        }
        self
    }
}

impl Assessment {
    /// The bill of the same design in the sizes that a case takes: a plan at a fixed price is one only while it carries the
    /// load.
    fn larger(&self, client: &Client<'_>, case: Case) -> Option<Bill> {
        let brief = Brief { demand: client.workload.case(case), ..client.brief() };
        let sizes = Sizer::new(self.hosting, brief).sizes(&self.design, 0)?;
        let architecture = assemble(self.hosting, &self.design, &sizes, &brief);
        let lived =
            simulation::live(&architecture, brief.demand, &client.workload.shape, &Events::new(), &client.rules);
        let week = lived.on(&architecture, brief.demand, &client.rules);
        Some(bill(&architecture, &week, &self.operations, self.design.purchase, client, case))
    }
}

fn bill(
    architecture: &Architecture,
    week: &Week,
    operations: &Work,
    purchase: Purchase,
    client: &Client<'_>,
    case: Case,
) -> Bill {
    let inputs = BillInputs {
        architecture,
        usage: &week.usage,
        catalog: client.catalog,
        region: client.answers.region,
        readers: client.answers.readers,
        purchase,
    };
    let mut bill = services::bill(&inputs);
    bill.lines.push(work::line(operations, client.answers, case));
    bill
}

#[cfg(test)]
impl Assessment {
    /// An option with an architecture, a bill and a week made by hand, for tests of what follows from them.
    pub(crate) fn by_hand(
        hosting: &'static Hosting,
        architecture: Architecture,
        bill: Bill,
        outcome: crate::simulation::Outcome,
        answers: &crate::questionnaire::Answers,
    ) -> Self {
        let (catalog, design) = (crate::catalog::Catalog::bundled(), Design::default());
        let sizes = Sizes {
            sku: architecture.web.machine.name.clone(),
            server: architecture.web.machine.clone(),
            fleet: architecture.web.fleet,
            workers: architecture.web.workers,
            database: None,
            node: None,
            throughput: None,
            reasons: Vec::new(),
        };
        let setting = downtime::setting(hosting, &architecture, answers, outcome.lost_minutes);
        let Expected { downtime: expected, over_limit } = downtime::expected(&setting, answers);
        Self {
            hosting,
            design,
            sizes,
            refused: Vec::new(),
            operations: hosting.hours(&design),
            safety: hosting.safety(&design),
            expected,
            over_limit,
            response: outcome.response.into(),
            own_response: outcome.idle_response.into(),
            week: Week { outcome, usage: Default::default() },
            bills: [bill.clone(), bill.clone(), bill],
            component_slas: component_slas(&architecture, &catalog),
            single_points: single_points(&architecture),
            recovery: recovery(&architecture, &crate::simulation::Rules::new(&answers.overrides, answers.operator)),
            shortage: None,
            pages: Count::ZERO,
            runway: Ratio::ONE,
            architecture,
        }
    }
}

/// How a design that was found for one client does for another load: nothing is sized anew.
///
/// `price_factor` is what a price of a confidence is multiplied with; the bills of the low and the high case are left out.
pub fn live(known: &Assessment, client: &Client<'_>, price_factor: impl Fn(Confidence) -> f64) -> Assessment {
    let built = Built { design: known.design, sizes: known.sizes.clone(), architecture: known.architecture.clone() };
    let (demand, shape) = (client.workload.typical(), &client.workload.shape);
    let lived = simulation::live(&built.architecture, demand, shape, &Events::new(), &client.rules);
    // How likely a bad year is takes long to compute, and is not asked here.
    let downtime = |setting: &Setting| Expected { downtime: expected_downtime(setting), over_limit: None };
    let mut again = assess_with(known.hosting, built, &lived, client, downtime);
    let bill = &mut again.bills[Case::Typical as usize];
    let infrastructure = bill.lines.iter_mut().filter(|line| line.kind == CostKind::Infrastructure);
    for price in infrastructure.filter_map(|line| line.price.as_mut().ok()) {
        price.usd = price.usd * price_factor(price.confidence);
    }
    again.refused = known.refused.clone();
    again
}
