//! What to tell the client: the verdict, the findings, the checklist. One rule a file.

mod accelerators;
mod assumed;
mod checklist;
mod credits_run_dry;
mod finding;
mod headline;
mod not_priced;
mod outdated_advice;
mod plugin_updates;
mod sessions;
mod slow_scaling;
mod unsure_answers;
mod webroot_dispute;

pub use assumed::{Assumed, assumed};
pub use checklist::{Holds, Point, SOURCE as CHECKLIST_SOURCE, checklist};
pub use finding::{Case, Finding, Severity, View};
pub use headline::Headline;

use crate::{
    assessment::assess,
    catalog::Catalog,
    decision::{Standing, Verdict, decide, settle},
    options::{Argument, Brief, Hosting, OPTIONS},
    questionnaire::Answers,
    simulation::{Events, Rules},
    units::{Usd, ordered},
    workload::{Assumption, Workload},
};

/// A rule looks at a case and may have something to say.
type Rule = fn(&Case<'_>) -> Option<Finding>;

/// All rules, in the order their findings are told within one severity.
const RULES: &[Rule] = &[
    not_priced::check,
    credits_run_dry::check,
    plugin_updates::check,
    sessions::check,
    outdated_advice::check,
    webroot_dispute::check,
    accelerators::check,
    slow_scaling::check,
    unsure_answers::check,
];

/// All there is to say to a client.
#[derive(Clone)]
pub struct Advice {
    /// What the client said.
    pub answers: Answers,
    /// What that asks for.
    pub workload: Workload,
    /// All options: the recommended first, then those that would do, then those ruled out.
    pub standings: Vec<Standing>,
    /// The verdict in words.
    pub headline: Headline,
    /// What else to know, the weightiest first.
    pub findings: Vec<Finding>,
    /// The seven points for and against AWS as such.
    pub checklist: Vec<Point>,
    /// The catalog with the reader's own prices in it.
    pub catalog: Catalog,
}

impl Advice {
    /// The option that is recommended; none when no option meets the must-haves.
    pub fn recommended(&self) -> Option<&Standing> {
        self.standings.first().filter(|standing| standing.verdict == Verdict::Recommended)
    }

    /// The option with this key.
    pub fn option(&self, id: &str) -> Option<&Standing> {
        self.standings.iter().find(|standing| standing.assessment.hosting.id.0 == id)
    }

    /// Everything that was assumed: what the answers ask for, and how a week is played.
    pub fn assumptions(&self) -> Vec<Assumption> {
        let mut all = self.workload.assumptions.clone();
        all.extend(Rules::assumptions(&self.answers.overrides));
        all
    }

    /// What speaks for and against an option for this client.
    pub fn arguments<'a>(&'a self, standing: &'a Standing) -> impl Iterator<Item = &'static Argument> + 'a {
        let brief = Brief { answers: &self.answers, demand: self.workload.typical(), catalog: &self.catalog };
        let hosting = standing.assessment.hosting;
        hosting.arguments.iter().filter(move |argument| (argument.applies)(&brief))
    }
}

/// From answers to advice: the whole pipeline.
pub fn advise(answers: &Answers, catalog: &Catalog) -> Advice {
    advise_with(answers, catalog, &Events::new())
}

/// The same, with what-if events in the simulated week.
pub fn advise_with(answers: &Answers, catalog: &Catalog, events: &Events) -> Advice {
    advise_among(&OPTIONS, answers, catalog, events)
}

/// The same, among some of the options only: what a consultant does not offer is not recommended.
pub fn advise_among(options: &[&'static Hosting], answers: &Answers, catalog: &Catalog, events: &Events) -> Advice {
    let catalog = catalog.with_prices(own_prices(answers));
    let workload = Workload::new(answers);
    let assessments = options.iter().map(|hosting| assess(hosting, answers, &workload, &catalog, events)).collect();
    let mut standings = decide(assessments, answers);
    settle(&mut standings, answers, &catalog, events);
    let case = Case { answers, workload: &workload, standings: &standings, catalog: &catalog };
    let findings = ordered(RULES.iter().filter_map(|rule| rule(&case)), |a, b| a.severity.cmp(&b.severity));
    let checklist = checklist(answers, &workload);
    Advice {
        headline: headline::headline(&standings, answers, &checklist),
        checklist,
        answers: answers.clone(),
        findings,
        workload,
        standings,
        catalog,
    }
}

/// Overrides that name a catalog item are prices; the others are assumptions.
fn own_prices(answers: &Answers) -> impl Iterator<Item = (String, Usd)> {
    let prices = answers.overrides.iter().filter(|(key, _)| key.contains('.'));
    prices.map(|(key, value)| (key.clone(), Usd::new(*value)))
}
