use super::{checklist::checklist, finding::Situation, headline::headline, result::Advice, rules::RULES};
use crate::{
    assessment::assess,
    catalog::Catalog,
    decision::{decide, settle},
    options::Hosting,
    questionnaire::Answers,
    simulation::Events,
    units::{Usd, ordered},
    workload::Workload,
};

/// Advises among some of the options only: what a consultant does not offer is not recommended. The week of each is
/// simulated with what-if events.
pub fn advise_among(options: &[&'static Hosting], answers: &Answers, catalog: &Catalog, events: &Events) -> Advice {
    let workload = Workload::new(answers);
    let catalog = catalog.with_prices(own_prices(answers));
    let assessments = options.iter().map(|hosting| assess(hosting, answers, &workload, &catalog, events)).collect();
    let mut standings = decide(assessments, answers);
    settle(&mut standings, answers, &workload, &catalog, events);
    let situation = Situation { answers, workload: &workload, standings: &standings, catalog: &catalog };
    let findings = ordered(RULES.iter().filter_map(|rule| rule(&situation)), |a, b| a.severity.cmp(&b.severity));
    let checklist = checklist(answers, &workload);
    let headline = headline(&standings, answers, &checklist);
    Advice { answers: answers.clone(), workload, standings, headline, findings, checklist, catalog }
}

/// Overrides that name a catalog item are prices; the others are assumptions.
fn own_prices(answers: &Answers) -> impl Iterator<Item = (String, Usd)> {
    let prices = answers.overrides.iter().filter(|(key, _)| key.contains('.'));
    prices.map(|(key, value)| (key.to_owned(), Usd::new(value)))
}
