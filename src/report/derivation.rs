//! How the figures that decide come about: formula, inputs, sources.

use std::collections::BTreeMap;

use super::facts;
use crate::{
    advice::Advice,
    billing::CostKind,
    decision::Standing,
    questionnaire::ClosedSet,
    units::{Minutes, text},
    workload::Case,
};

/// How a figure comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    /// The figure.
    pub figure: &'static str,
    /// What it is.
    pub value: String,
    /// How it is computed.
    pub formula: String,
    /// What goes into it, the largest first.
    pub inputs: String,
    /// Where that is from, and of when.
    pub sources: Vec<Cited>,
}

/// A source with its publisher's own page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// What it is, with its date.
    pub name: String,
    /// A link; empty where there is none.
    pub page: &'static str,
}

/// The figures of an option that decide.
pub fn derivations(standing: &Standing, advice: &Advice) -> Vec<Derivation> {
    let (assessment, answers) = (&standing.assessment, &advice.answers);
    let (expected, recovery) = (&assessment.expected, &assessment.recovery);
    let bill = assessment.bill(Case::Typical);
    let services = bill.by_service(CostKind::Infrastructure).into_iter();
    let services = services.map(|(service, usd)| format!("{} {}", service.name(), answers.amount(usd)));
    let labour = format!("labour {}", answers.amount(bill.total(CostKind::Work)));
    let causes = expected
        .largest()
        .iter()
        .map(|share| format!("{} {} × {}", share.cause.label(), text::significant(share.rate, 2), brief(share.each())));
    let week = &assessment.week.outcome;
    let simulated = || cited("simulated week, described in Load test; parameters in Assumptions");
    let contributions = standing.score.contributions.iter();
    let points = contributions
        .map(|part| format!("{} {}", part.criterion.label().to_lowercase(), text::trimmed(part.points.value(), 1)));
    vec![
        Derivation {
            figure: "Monthly cost",
            value: facts::month(standing, answers, Case::Typical),
            formula: format!(
                "Quantity × unit price, summed over the {} of the bill",
                text::counted(bill.lines.len() as f64, "line")
            ),
            inputs: listed(services.chain([labour])),
            sources: prices(standing),
        },
        Derivation {
            figure: "Expected downtime / year",
            value: brief(expected.typical),
            formula: "Times a year × time each, summed over all causes".to_owned(),
            inputs: listed(causes),
            sources: expected.largest().iter().flat_map(|share| cited(share.cause.source())).collect(),
        },
        Derivation {
            figure: "Recovery time (RTO)",
            value: brief(recovery.time()),
            formula: "The longer of: a server is lost, an Availability Zone is lost".to_owned(),
            inputs: format!("A server: {}. A zone: {}", recovery.server.way, recovery.zone.way),
            sources: cited("who is on call, your answers; delays, Assumptions"),
        },
        Derivation {
            figure: "Response time (p95)",
            value: format!("{} s", text::significant(assessment.response.value(), 2)),
            formula: "95 % of the page views that reach PHP are answered within it, at the server".to_owned(),
            inputs: format!(
                "{} s on an idle server with files on its own disk",
                text::significant(assessment.own_response.value(), 2)
            ),
            sources: simulated(),
        },
        Derivation {
            figure: "Peak headroom",
            value: format!("{}×", text::trimmed(week.headroom.value().min(100.0), 1)),
            formula: "Capacity ÷ demand, in the tightest minute of the week".to_owned(),
            inputs: assessment.sizes.told(),
            sources: simulated(),
        },
        Derivation {
            figure: "Operations effort / month",
            value: format!("{} h", text::trimmed(assessment.operations.typical.value(), 1)),
            formula: "Published hours for this way to host, by what it is made of".to_owned(),
            inputs: format!(
                "{} to {} h",
                text::trimmed(assessment.operations.low.value(), 1),
                text::trimmed(assessment.operations.high.value(), 1)
            ),
            sources: cited(assessment.operations.evidence),
        },
        Derivation {
            figure: "Score",
            value: text::grouped(standing.score.total.value()),
            formula: "Weight × value on a fixed scale, summed over your priorities".to_owned(),
            inputs: listed(points),
            sources: cited("score breakdown, in Compare"),
        },
    ]
}

fn brief(time: Minutes) -> String {
    text::brief_duration(time.value())
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    text::capital(&parts.collect::<Vec<_>>().join(", "))
}

fn cited(sources: &str) -> Vec<Cited> {
    let found = super::source_pages(sources).into_iter();
    found.map(|(name, page)| Cited { name: text::capital(name), page: page.unwrap_or_default() }).collect()
}

/// The pages the prices of a bill are from, each once, with the service and the day it was read last.
fn prices(standing: &Standing) -> Vec<Cited> {
    let mut pages: BTreeMap<&'static str, (String, &str)> = BTreeMap::new();
    for line in &standing.assessment.bill(Case::Typical).lines {
        if let Ok(price) = &line.price
            && !price.page.is_empty()
        {
            let (_, day) = pages.entry(price.page).or_insert_with(|| (line.service().to_owned(), ""));
            *day = (*day).max(price.as_of.as_str());
        }
    }
    pages.into_iter().map(|(page, (service, day))| Cited { name: format!("{service} pricing, {day}"), page }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{advice::advise, catalog::Catalog, questionnaire::PRESETS};

    #[test]
    fn every_figure_has_a_formula_inputs_and_a_source() {
        for preset in PRESETS {
            let advice = advise(&(preset.answers)(), &Catalog::bundled());
            for standing in &advice.standings {
                for Derivation { figure, value, formula, inputs, sources } in derivations(standing, &advice) {
                    let name = standing.assessment.hosting.name;
                    assert!(![&value, &formula, &inputs].iter().any(|text| text.is_empty()), "{name}: {figure}");
                    assert!(
                        !sources.is_empty() && sources.iter().all(|source| !source.name.is_empty()),
                        "{name}: {figure}"
                    );
                }
                let cost = &derivations(standing, &advice)[0];
                assert!(cost.sources.iter().all(|source| source.page.starts_with("https://")), "{cost:?}");
            }
        }
    }
}
