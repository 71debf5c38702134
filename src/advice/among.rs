use super::{
    checklist::checklist,
    finding::{Finding, Situation},
    headline::headline,
    result::Advice,
    rules::{RULES, Rule},
};
use crate::{
    assessment::Client,
    catalog::Catalog,
    decision::{Standing, decide},
    options::Hosting,
    questionnaire::Answers,
    search::{Found, Searched, Searches, Today, reference, settle, today},
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
    let found = Searches::new(options, &client, events).found();
    Conclusion::new(found, &client).advice()
}

/// What follows from what the searches found, rule by rule: between two of them a page can be drawn.
pub struct Conclusion<'a> {
    client: &'a Client<'a>,
    searched: Vec<Searched>,
    standings: Vec<Standing>,
    today: Option<Today>,
    rules: std::slice::Iter<'static, Rule>,
    findings: Vec<Finding>,
}

impl<'a> Conclusion<'a> {
    /// The decision, before any rule has looked at it.
    pub fn new(found: Vec<Found>, client: &'a Client<'a>) -> Self {
        let (assessments, searched): (Vec<_>, Vec<_>) = found.into_iter().map(Found::parted).unzip();
        let mut standings = decide(assessments, client.answers);
        settle(&mut standings, client);
        Self { client, searched, standings, today: today(client), rules: RULES.iter(), findings: Vec::new() }
    }

    /// Has the next rule look at it; none where all have.
    pub fn step(&mut self) -> Option<()> {
        let rule = self.rules.next()?;
        let Client { answers, workload, catalog, .. } = *self.client;
        let situation =
            Situation { answers, workload, standings: &self.standings, today: self.today.as_ref(), catalog };
        self.findings.extend(rule(&situation));
        Some(())
    }

    /// The advice.
    pub fn advice(mut self) -> Advice {
        while self.step().is_some() {}
        let Client { answers, workload, catalog, .. } = *self.client;
        let checklist = checklist(answers, workload);
        Advice {
            answers: answers.clone(),
            workload: workload.clone(),
            reference: reference(self.client),
            today: self.today,
            searched: self.searched,
            headline: headline(&self.standings, answers, &checklist),
            standings: self.standings,
            findings: ordered(self.findings, |a, b| a.severity.cmp(&b.severity)),
            checklist,
            catalog: catalog.clone(),
        }
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
