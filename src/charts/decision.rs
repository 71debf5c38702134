//! The charts of a decision: what scores, bills and downtimes of all options are made up of.

use super::{
    chart::Chart,
    stacks::{Stack, Stacks, Tell, gathered},
};
use crate::{
    advice::Advice,
    billing::CostKind,
    decision::{Standing, Verdict},
    questionnaire::{ClosedSet, Criterion, WorkInTotal},
    units::text,
    workload::Case,
};

fn is_out(standing: &Standing) -> bool {
    standing.verdict == Verdict::RuledOut
}

/// Where the scores come from: the points each criterion brings.
pub fn score_by_criterion(advice: &Advice) -> Chart {
    let rows = advice.standings.iter().map(|standing| Stack {
        name: standing.assessment.hosting.name,
        values: standing.score.contributions.iter().map(|part| part.points.value().max(0.0)).collect(),
        out: is_out(standing),
    });
    let heaviest = Criterion::ALL.iter().max_by(|a, b| {
        let weight = |criterion: &Criterion| advice.answers.weights.share(*criterion);
        weight(a).total_cmp(&weight(b)).then((**b as usize).cmp(&(**a as usize)))
    });
    let finding = heaviest.map_or_else(String::new, |criterion| {
        let share = text::grouped(advice.answers.weights.share(*criterion) * 100.0);
        format!("{} counts most: up to {share} of 100 points.", criterion.label())
    });
    Chart::Stacks(Stacks {
        title: "Score by criterion",
        finding,
        unit: "points".to_owned(),
        parts: Criterion::ALL.iter().map(|criterion| criterion.label().to_owned()).collect(),
        rows: rows.collect(),
        full: Some(100.0),
        tell: Tell::Points,
    })
}

/// What a month costs, by who bills it.
pub fn cost_by_service(advice: &Advice) -> Chart {
    let answers = &advice.answers;
    let kinds: &[CostKind] = match answers.work {
        WorkInTotal::Counted => &[CostKind::Infrastructure, CostKind::Work],
        WorkInTotal::Apart => &[CostKind::Infrastructure],
    };
    let rows = advice.standings.iter().map(|standing| {
        let bill = standing.assessment.bill(Case::Typical);
        let services = kinds.iter().flat_map(|kind| bill.by_service(*kind));
        let amounts =
            services.map(|(service, usd)| (service.name().to_owned(), usd.value() * answers.exchange.value()));
        (standing.assessment.hosting.name, is_out(standing), amounts.collect())
    });
    let (parts, rows) = gathered(rows.collect(), "All others");
    let finding = match (parts.first(), rows.first()) {
        (Some(_), Some(first)) => {
            let largest = first.values.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
            largest.and_then(|(at, value)| {
                let share = value / first.values.iter().sum::<f64>();
                let part = parts.get(at)?;
                Some(format!("{part} is {} % of what {} costs.", text::grouped(share * 100.0), first.name))
            })
        }
        _ => None,
    };
    Chart::Stacks(Stacks {
        title: "Monthly cost by service",
        finding: finding.unwrap_or_default(),
        unit: answers.shown_in().code().to_owned(),
        parts,
        rows,
        full: None,
        tell: Tell::Money(answers.shown_in().sign()),
    })
}

/// How long each option is expected to be down in a year, by what.
pub fn downtime_by_cause(advice: &Advice) -> Chart {
    let rows = advice.standings.iter().map(|standing| {
        let causes = standing.assessment.expected.causes.iter();
        let amounts = causes.map(|share| (text::capital(share.cause.label()), share.downtime.value()));
        (standing.assessment.hosting.name, is_out(standing), amounts.collect())
    });
    let (parts, rows) = gathered(rows.collect(), "All other causes");
    let finding = parts.first().map_or_else(String::new, |cause| format!("{cause} counts most over all options."));
    Chart::Stacks(Stacks {
        title: "Expected downtime by cause",
        finding,
        unit: "minutes a year".to_owned(),
        parts,
        rows,
        full: None,
        tell: Tell::Duration,
    })
}
