use super::{Assessment, downtime, runway, work};
use crate::{
    architecture::Architecture,
    availability::{component_slas, recovery, single_points},
    catalog::{Catalog, Confidence},
    options::{Brief, Hosting},
    questionnaire::Answers,
    services::{self, BillInputs},
    simulation::{Events, Rules, simulate},
    workload::{Case, Workload},
};

/// How an architecture that was built for one client does for another load: nothing is sized anew.
///
/// All three bills of the assessment are that of the typical case; `price_factor` is what a price of a confidence is
/// multiplied with.
pub fn live(
    hosting: &'static Hosting,
    architecture: &Architecture,
    answers: &Answers,
    catalog: &Catalog,
    price_factor: impl Fn(Confidence) -> f64,
) -> Assessment {
    let workload = Workload::new(answers);
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
        component_slas: component_slas(architecture, catalog),
        single_points: single_points(architecture),
        recovery: recovery(architecture, &rules),
        runway: runway::runway(architecture, &brief),
        architecture: architecture.clone(),
        week,
        bills: [bill.clone(), bill.clone(), bill],
    }
}
