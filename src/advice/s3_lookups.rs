//! Plugins that ask S3 whether files are there pay for each question.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::Service,
    billing::CostKind,
    units::{Usd, text},
    workload::Case,
};

/// Files of the media library on a page, each asked about once where PHP makes the page (estimate).
const FILES_A_PAGE: f64 = 10.0;
/// Weeks in a month of 730 hours.
const WEEKS: f64 = 730.0 / 168.0;
/// From what sum a month, and from what share of the bill, it is told (estimate).
const WORTH_IT: Usd = Usd::new(2.0);
const LARGE: f64 = 0.03;

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let assessment = &situation.first()?.assessment;
    if !assessment.architecture.has(|service| matches!(service, Service::ObjectStore)) {
        return None;
    }
    let answers = situation.answers;
    let questions = assessment.week.outcome.arrived.value() * WEEKS * FILES_A_PAGE;
    // A HEAD request costs what a GET does.
    let price = situation.catalog.price("s3.get.1k", answers.region).ok()?.usd;
    let cost = price * (questions / 1_000.0);
    let bill = assessment.bill(Case::Typical).total(CostKind::Infrastructure);
    if cost < WORTH_IT || cost / bill.max(Usd::new(1e-9)) < LARGE {
        return None;
    }
    Some(Finding {
        rule: "s3-lookups",
        severity: Severity::Note,
        title: format!("A media plugin that checks its files in S3 adds {} a month", answers.amount(cost)),
        detail: format!(
            "{} requests a month, if each page that PHP makes asks about {} files; the bill here counts none of them, only what \
             readers fetch, and each question also makes the page wait",
            text::short(questions),
            text::grouped(FILES_A_PAGE)
        ),
        remedy: "Take a plugin that keeps a list of its files in the database, and watch the bucket's request metrics for a day"
            .to_owned(),
        source: "Amazon S3 pricing, requests; readme of humanmade/S3-Uploads",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option, placed, priced},
        billing::{Bill, Item},
        questionnaire::Answers,
        simulation::{Outcome, fixtures},
        units::Requests,
    };

    fn told(services: &[Service], weekly: f64, rest: f64) -> Option<Finding> {
        let architecture = placed(fixtures::single(fixtures::fixed(2.0)), services);
        let outcome = Outcome { arrived: Requests::new(weekly), ..Outcome::default() };
        let bill = Bill { lines: vec![priced(Item::LoadBalancer, rest)] };
        Given::new(Answers::default(), option("ec2", architecture, bill, outcome)).told(check)
    }

    #[test]
    fn many_questions_are_told_and_few_are_not() {
        // A million pages a week are 43 million questions a month, at $0.43 for a million of them.
        let told = told(&[Service::ObjectStore], 1e6, 100.0).unwrap();
        assert!(told.title.ends_with("adds $18.68 a month"), "{}", told.title);
        assert_eq!(self::told(&[Service::ObjectStore], 1e4, 100.0), None);
        assert_eq!(self::told(&[Service::ObjectStore], 1e6, 5_000.0), None);
    }

    #[test]
    fn without_a_bucket_nothing_is_asked() {
        assert_eq!(told(&[], 1e6, 100.0), None);
    }
}
