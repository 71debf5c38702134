//! A situation made by hand, for the tests of rules: what the client said, and options with an architecture, a bill and a
//! week of the test's own.

use super::finding::{Finding, Situation};
use crate::{
    architecture::{Architecture, Component, ComponentId, Delivery, Place, Service, Webroot},
    assessment::Assessment,
    billing::{Bill, CostKind, CostLine, Item},
    catalog::{AsOf, Catalog, Confidence, Price, Provenance, Source},
    decision::{Standing, Verdict, score},
    options::hosting,
    questionnaire::Answers,
    simulation::{Outcome, fixtures},
    units::{Count, Usd},
    workload::Workload,
};

/// What a rule is tested on. The first option is the recommended one.
pub(super) struct Given {
    pub(super) answers: Answers,
    pub(super) standings: Vec<Standing>,
}

impl Given {
    /// Some answers and one recommended option.
    pub(super) fn new(answers: Answers, recommended: Standing) -> Self {
        Self { answers, standings: vec![recommended] }
    }

    /// What a rule has to say about it.
    pub(super) fn told(&self, rule: fn(&Situation<'_>) -> Option<Finding>) -> Option<Finding> {
        let (workload, catalog) = (Workload::new(&self.answers), Catalog::bundled());
        rule(&Situation {
            answers: &self.answers,
            workload: &workload,
            standings: &self.standings,
            today: None,
            catalog: &catalog,
        })
    }
}

/// An option, by its key, with an architecture, a bill and what its week came to.
pub(super) fn option(key: &str, architecture: Architecture, bill: Bill, outcome: Outcome) -> Standing {
    let answers = Answers::default();
    let assessment = Assessment::by_hand(hosting(key).unwrap(), architecture, bill, outcome, &answers);
    let score = score(&assessment, &answers);
    Standing {
        assessment,
        verdict: Verdict::Recommended,
        ruled_out: Vec::new(),
        at_risk: Vec::new(),
        over_limit: None,
        score,
    }
}

/// One server in a Virtual Private Cloud, without a bill or anything of note in its week.
pub(super) fn single() -> Standing {
    option("ec2", fixtures::single(fixtures::fixed(2.0)), Bill::default(), Outcome::default())
}

/// An Auto Scaling group installed from Git, without a bill or anything of note in its week.
pub(super) fn group() -> Standing {
    let machine = fixtures::fixed(2.0);
    let architecture = fixtures::group(machine, 2.0, 8.0, Delivery::InstalledFromGit, Webroot::Local);
    option("git", architecture, Bill::default(), Outcome::default())
}

/// The same architecture with these parts in it.
pub(super) fn placed(mut architecture: Architecture, services: &[Service]) -> Architecture {
    architecture.components.extend(services.iter().map(|service| Component {
        id: ComponentId(service.name()),
        service: service.clone(),
        place: Place::Region,
        size: String::new(),
        role: String::new(),
    }));
    architecture
}

/// A line of a bill that comes to so much a month.
pub(super) fn priced(item: Item, usd: f64) -> CostLine {
    let price = Price {
        region: None,
        page: "",
        copy: "",
        usd: Usd::new(usd),
        unit: item.unit(),
        source: Source::new("by hand"),
        as_of: AsOf::new("2026-11-30"),
        confidence: Confidence::High,
        provenance: Provenance::Catalog,
    };
    CostLine {
        commitment: None,
        kind: CostKind::Infrastructure,
        item,
        component: None,
        name: String::new(),
        quantity: Count::new(1.0),
        price: Ok(price),
        note: String::new(),
    }
}

/// The answers of a preset.
pub(super) fn preset(key: &str) -> Answers {
    (crate::questionnaire::preset(key).unwrap().answers)()
}
