//! What the total leaves out because nobody has a price for it.

use super::finding::{Finding, Severity, Situation};
use crate::{units::text, workload::Case};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let missing: Vec<_> = first
        .assessment
        .bill(Case::Typical)
        .not_priced()
        .map(|line| format!("{}: {}", line.service(), line.name))
        .collect();
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

    #[test]
    fn a_line_without_a_price_is_told() {
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
        let server = option("ec2", fixtures::single(fixtures::fixed(2.0)), bill, Outcome::default());
        let told = Given::new(Answers::default(), server).told(check).unwrap();
        assert_eq!(told.severity, Severity::Warning);
        assert!(told.title.contains("1 item") && told.detail.ends_with(": Load balancer"), "{told:?}");
    }

    #[test]
    fn a_bill_without_gaps_is_not() {
        assert_eq!(Given::new(Answers::default(), single()).told(check), None);
    }
}
