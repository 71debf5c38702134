use super::{checklist::checklist, finding::Situation, headline::headline, result::Advice, rules::RULES};
use crate::{
    assessment::{Assessment, assess},
    catalog::Catalog,
    decision::{decide, settle},
    options::Hosting,
    questionnaire::Answers,
    simulation::Events,
    units::{Usd, ordered},
    workload::Workload,
};

/// Advice being worked out, an option at a time: for a page that has to attend to its reader meanwhile.
pub struct Inquiry {
    answers: Answers,
    catalog: Catalog,
    workload: Workload,
    events: Events,
    left: Vec<&'static Hosting>,
    assessments: Vec<Assessment>,
}

impl Inquiry {
    /// Begins, among some of the options only: what a consultant does not offer is not recommended. The week of each is
    /// simulated with what-if events.
    pub fn among(options: &[&'static Hosting], answers: &Answers, catalog: &Catalog, events: &Events) -> Self {
        Self {
            workload: Workload::new(answers),
            catalog: catalog.with_prices(own_prices(answers)),
            answers: answers.clone(),
            events: events.clone(),
            left: options.iter().rev().copied().collect(),
            assessments: Vec::with_capacity(options.len()),
        }
    }

    /// Sizes, simulates and bills the next option; false when there was none left.
    pub fn proceed(&mut self) -> bool {
        let Some(hosting) = self.left.pop() else { return false };
        self.assessments.push(assess(hosting, &self.answers, &self.workload, &self.catalog, &self.events));
        true
    }

    /// What comes of it, once all options have been looked at; those left are looked at now.
    pub fn advice(mut self) -> Advice {
        while self.proceed() {}
        let Self { answers, catalog, workload, events, assessments, .. } = self;
        let mut standings = decide(assessments, &answers);
        settle(&mut standings, &answers, &workload, &catalog, &events);
        let situation = Situation { answers: &answers, workload: &workload, standings: &standings, catalog: &catalog };
        let findings = ordered(RULES.iter().filter_map(|rule| rule(&situation)), |a, b| a.severity.cmp(&b.severity));
        let checklist = checklist(&answers, &workload);
        let headline = headline(&standings, &answers, &checklist);
        Advice { answers, workload, standings, headline, findings, checklist, catalog }
    }
}

/// Overrides that name a catalog item are prices; the others are assumptions.
fn own_prices(answers: &Answers) -> impl Iterator<Item = (String, Usd)> {
    let prices = answers.overrides.iter().filter(|(key, _)| key.contains('.'));
    prices.map(|(key, value)| (key.to_owned(), Usd::new(value)))
}
