//! Paths invalidated one by one at CloudFront, where one with a wildcard costs a single path.

use super::finding::{Finding, Severity, Situation};
use crate::{
    billing::{CostLine, Item},
    units::{Usd, text},
    workload::Case,
};

/// From what sum a month it is told (estimate).
const WORTH_IT: Usd = Usd::new(5.0);

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let assessment = &situation.first()?.assessment;
    let lines = assessment.bill(Case::Typical).lines.iter();
    let cost: Usd = lines.filter(|line| line.item == Item::CdnInvalidations).filter_map(CostLine::monthly).sum();
    if cost < WORTH_IT {
        return None;
    }
    let edits = situation.workload.typical().edits.value();
    Some(Finding {
        rule: "invalidations",
        severity: Severity::Consider,
        title: format!("Invalidate by wildcard: {} a month are for single paths", situation.answers.amount(cost)),
        detail: format!(
            "{} changes of content a month take about {} paths out of CloudFront's cache, and beyond 1,000 each is charged; \
             plugins that clear feeds, archives and tags one by one ask for many more",
            text::grouped(edits),
            text::grouped(assessment.week.usage.invalidated.value())
        ),
        remedy: "Invalidate by cache tags or by one path with a wildcard, which counts as one; or let pages expire after a minute \
                 or five and invalidate nothing"
            .to_owned(),
        source: "Amazon CloudFront Developer Guide, paying for file invalidation",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{self, Given, option, priced},
        billing::Bill,
        simulation::{Outcome, fixtures},
    };

    fn told(usd: f64) -> Option<Finding> {
        let bill = Bill { lines: vec![priced(Item::CdnInvalidations, usd), priced(Item::LoadBalancer, 20.0)] };
        let standing = option("git", fixtures::single(fixtures::fixed(2.0)), bill, Outcome::default());
        Given::new(fixture::preset("news"), standing).told(check)
    }

    #[test]
    fn what_single_paths_cost_is_told_where_it_is_more_than_a_coffee() {
        let told = told(31.0).unwrap();
        assert_eq!(told.title, "Invalidate by wildcard: $31.00 a month are for single paths");
        assert_eq!(self::told(1.0), None);
    }
}
