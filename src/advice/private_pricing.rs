//! Who delivers ten terabytes and more a month does not pay CloudFront's list prices.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::{EdgeBilling, Service},
    billing::BilledService,
    units::{Gigabytes, text},
    workload::Case,
};

/// "Customers willing to make minimum traffic commits of typically 10 TB/month or higher": Amazon CloudFront pricing.
const COMMITS_FROM: Gigabytes = Gigabytes::new(10_240.0);

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let assessment = &situation.first()?.assessment;
    let transfer = assessment.week.usage.edge_transfer;
    let by_use = assessment.architecture.has(|service| matches!(service, Service::Cdn(EdgeBilling::PayAsYouGo)));
    if !by_use || transfer < COMMITS_FROM {
        return None;
    }
    let cost = assessment.bill(Case::Typical).of(BilledService::CloudFront);
    Some(Finding {
        rule: "private-pricing",
        severity: Severity::Consider,
        title: format!(
            "Ask AWS for CloudFront's private prices: {} of the bill are list prices",
            situation.answers.amount(cost)
        ),
        detail: format!(
            "{} TB a month are above the 10 TB from which AWS gives discounts for a commitment over a year; how large they \
             are is not published, so none is counted here",
            text::grouped(transfer.value() / 1_024.0)
        ),
        remedy: "Ask with the figures of three months, commit to what a quiet month delivers, and compare with other networks"
            .to_owned(),
        source: "Amazon CloudFront pricing",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option, placed},
        billing::Bill,
        questionnaire::Answers,
        simulation::{Outcome, fixtures},
    };

    fn told(billing: EdgeBilling, terabytes: f64) -> Option<Finding> {
        let architecture = placed(fixtures::single(fixtures::fixed(2.0)), &[Service::Cdn(billing)]);
        let mut standing = option("ec2", architecture, Bill::default(), Outcome::default());
        standing.assessment.week.usage.edge_transfer = Gigabytes::new(terabytes * 1_024.0);
        Given::new(Answers::default(), standing).told(check)
    }

    #[test]
    fn it_is_told_from_ten_terabytes_by_the_gigabyte() {
        assert!(told(EdgeBilling::PayAsYouGo, 12.0).unwrap().detail.starts_with("12 TB a month"));
        assert_eq!(told(EdgeBilling::PayAsYouGo, 9.0), None);
        assert_eq!(told(EdgeBilling::FlatRate("cloudfront.flat-rate.pro".to_owned()), 12.0), None);
    }
}
