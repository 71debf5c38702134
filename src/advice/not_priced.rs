//! What totals leave out because nobody has a price for it.

use super::finding::{Finding, Severity, Situation};
use crate::{
    decision::{Standing, Verdict},
    units::text,
    workload::Case,
};

/// The recommended option's total.
pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let missing = missing(first);
    if missing.is_empty() {
        return None;
    }
    Some(Finding {
        rule: "not-priced",
        severity: Severity::Warning,
        title: format!("The total leaves out {} without a known price", text::counted(missing.len() as f64, "item")),
        detail: missing.join("; "),
        remedy: "Look the price up and enter it beside the line".to_owned(),
        source: "catalog",
        views: Vec::new(),
    })
}

/// The totals of the options behind it: with what they leave out some would come further back.
pub(super) fn check_others(situation: &Situation<'_>) -> Option<Finding> {
    let others = situation.standings.iter().skip(1).filter(|standing| standing.verdict != Verdict::RuledOut);
    let incomplete: Vec<_> = others
        .map(|standing| (standing.assessment.hosting.name, missing(standing)))
        .filter(|(_, missing)| !missing.is_empty())
        .collect();
    if incomplete.is_empty() {
        return None;
    }
    let names: Vec<_> = incomplete.iter().map(|(name, _)| *name).collect();
    let details: Vec<_> =
        incomplete.iter().map(|(name, missing)| format!("{name} leaves out {}", missing.join(", "))).collect();
    Some(Finding {
        rule: "place-not-priced",
        severity: Severity::Note,
        title: match names.as_slice() {
            [one] => format!("The place of {one} in the ranking rests on a part without a known price"),
            many => format!("The places of {} in the ranking rest on parts without a known price", many.join(", ")),
        },
        detail: details.join("; "),
        remedy:
            "Look the price up and enter it beside the line: what is left out makes an option look cheaper than it is"
                .to_owned(),
        source: "catalog",
        views: Vec::new(),
    })
}

/// What an option's typical month leaves out.
fn missing(standing: &Standing) -> Vec<String> {
    let lines = standing.assessment.bill(Case::Typical).not_priced();
    lines.map(|line| format!("{}: {}", line.service(), line.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option, single},
        billing::{Bill, CostKind, CostLine, Item},
        catalog::{NotPriced, Region, WhyNotPriced},
        questionnaire::Answers,
        simulation::{Outcome, fixtures},
        units::Count,
    };

    fn without_price() -> Standing {
        let line = CostLine {
            kind: CostKind::Infrastructure,
            item: Item::LoadBalancer,
            component: None,
            name: "Load balancer".to_owned(),
            quantity: Count::new(730.0),
            price: Err(NotPriced {
                sku: "alb.hour".to_owned(),
                region: Region::Frankfurt,
                unit: None,
                why: WhyNotPriced::NotInThisRegion,
                elsewhere: None,
            }),
            note: String::new(),
            commitment: None,
        };
        let bill = Bill { lines: vec![line] };
        option("ec2", fixtures::single(fixtures::fixed(2.0)), bill, Outcome::default())
    }

    #[test]
    fn a_line_without_a_price_is_told() {
        let told = Given::new(Answers::default(), without_price()).told(check).unwrap();
        assert_eq!(told.severity, Severity::Warning);
        assert!(told.title.contains("1 item") && told.detail.ends_with(": Load balancer"), "{told:?}");
    }

    #[test]
    fn a_bill_without_gaps_is_not() {
        assert_eq!(Given::new(Answers::default(), single()).told(check), None);
        assert_eq!(Given::new(Answers::default(), single()).told(check_others), None);
    }

    #[test]
    fn the_place_of_an_option_whose_total_leaves_something_out_is_told_once() {
        let told = Given { standings: vec![single(), without_price()], answers: Answers::default() }
            .told(check_others)
            .unwrap();
        assert!(told.title.ends_with("rests on a part without a known price"), "{told:?}");
        assert!(told.detail.ends_with("leaves out Elastic Load Balancing: Load balancer"), "{told:?}");
        assert_eq!(
            Given::new(Answers::default(), without_price()).told(check_others),
            None,
            "that is the total's own finding"
        );
    }
}
