use super::{checklist::checklist, finding::Situation, headline::headline, result::Advice, rules::RULES};
use crate::{
    assessment::Client,
    catalog::Catalog,
    decision::decide,
    options::Hosting,
    questionnaire::Answers,
    search::{Found, Searches, reference, settle, today},
    simulation::Events,
    units::{Usd, ordered},
    workload::Workload,
};

/// Advises among some of the options only: what a consultant does not offer is not recommended. The week of each is
/// simulated with what-if events.
pub fn advise_among(options: &[&'static Hosting], answers: &Answers, catalog: &Catalog, events: &Events) -> Advice {
    let workload = Workload::new(answers);
    let catalog = priced(answers, catalog);
    let client = Client::new(answers, &workload, &catalog);
    let found = Searches::new(options, &client, events).collect();
    advise_on(found, &client)
}

/// The advice that follows from what the searches found.
pub fn advise_on(found: Vec<Found>, client: &Client<'_>) -> Advice {
    let Client { answers, workload, catalog, .. } = *client;
    let (assessments, searched): (Vec<_>, Vec<_>) = found.into_iter().map(Found::parted).unzip();
    let mut standings = decide(assessments, answers);
    settle(&mut standings, client);
    let today = today(client);
    let situation = Situation { answers, workload, standings: &standings, today: today.as_ref(), catalog };
    let findings = ordered(RULES.iter().filter_map(|rule| rule(&situation)), |a, b| a.severity.cmp(&b.severity));
    let checklist = checklist(answers, workload);
    let headline = headline(&standings, answers, &checklist);
    Advice {
        answers: answers.clone(),
        workload: workload.clone(),
        reference: reference(client),
        today,
        searched,
        standings,
        headline,
        findings,
        checklist,
        catalog: catalog.clone(),
    }
}

/// The catalog with the prices of the client's own in it.
pub fn priced(answers: &Answers, catalog: &Catalog) -> Catalog {
    catalog.with_prices(own_prices(answers))
}

/// Overrides that name a catalog item are prices; the others are assumptions.
fn own_prices(answers: &Answers) -> impl Iterator<Item = (String, Usd)> {
    let prices = answers.overrides.iter().filter(|(key, _)| key.contains('.'));
    prices.map(|(key, value)| (key.to_owned(), Usd::new(value)))
}
