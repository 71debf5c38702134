//! What NAT gateways cost beside everything else, and the ways out.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::Service,
    billing::{CostKind, CostLine, Item},
    units::{Hours, Usd, text},
    workload::Case,
};

/// The share of a bill from which it is told (estimate).
const LARGE: f64 = 0.08;
/// The smallest instance that is taken to pass traffic on.
const INSTANCE: &str = "ec2.t4g.nano";

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let first = situation.first()?;
    let answers = situation.answers;
    let bill = first.assessment.bill(Case::Typical);
    let of = |wanted: fn(&Item) -> bool| -> Usd {
        bill.lines.iter().filter(|line| wanted(&line.item)).filter_map(CostLine::monthly).sum()
    };
    let hours = of(|item| matches!(item, Item::NatHour));
    let cost = hours + of(|item| matches!(item, Item::NatData));
    let share = cost / bill.total(CostKind::Infrastructure).max(Usd::new(1e-9));
    if share < LARGE {
        return None;
    }
    let gateways =
        first.assessment.architecture.all(|service| matches!(service, Service::NatGateway)).count().max(1) as f64;
    let mut ways = Vec::new();
    if gateways > 1.0 {
        ways.push(format!(
            "one gateway for all zones saves {} and goes down with its zone",
            answers.amount(hours * ((gateways - 1.0) / gateways))
        ));
    }
    let instance = situation.catalog.price(INSTANCE, answers.region).ok();
    let instance = instance.map(|price| answers.amount(price.usd * (Hours::MONTH.value() * gateways)));
    ways.push(match instance {
        Some(instance) => format!("NAT instances cost {instance} and somebody who looks after them"),
        None => "NAT instances cost less, and somebody who looks after them".to_owned(),
    });
    ways.push(
        "IPv6 with an egress-only internet gateway is free, as far as other sites answer on IPv6; gateway endpoints for S3 \
         cost nothing"
            .to_owned(),
    );
    Some(Finding {
        rule: "nat-share",
        severity: Severity::Consider,
        title: format!(
            "NAT gateways are {} % of the bill, {} a month",
            text::grouped(share * 100.0),
            answers.amount(cost)
        ),
        detail:
            "They are paid by the hour, whether anything passes through them or not: private servers fetch updates and \
                 call other sites through them, and readers never do"
                .to_owned(),
        remedy: format!("Ways out: {}", ways.join("; ")),
        source: "Amazon VPC pricing and User Guide, NAT gateways, NAT instances, egress-only internet gateways",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option, placed, priced},
        architecture::{Delivery, Webroot},
        billing::Bill,
        questionnaire::Answers,
        simulation::{Outcome, fixtures},
    };

    fn told(nat: f64, rest: f64, gateways: usize) -> Option<Finding> {
        let group = fixtures::group(fixtures::fixed(2.0), 2.0, 8.0, Delivery::Baked, Webroot::Local);
        let architecture = placed(group, &vec![Service::NatGateway; gateways]);
        let bill = Bill { lines: vec![priced(Item::NatHour, nat), priced(Item::LoadBalancer, rest)] };
        Given::new(Answers::default(), option("git", architecture, bill, Outcome::default())).told(check)
    }

    #[test]
    fn a_large_share_is_told_with_the_ways_out() {
        let told = told(76.0, 224.0, 2).unwrap();
        assert_eq!(told.title, "NAT gateways are 25 % of the bill, $76.00 a month");
        assert!(told.remedy.starts_with("Ways out: one gateway for all zones saves $38.00 and"), "{}", told.remedy);
    }

    #[test]
    fn one_gateway_is_not_told_to_become_one_and_a_small_share_is_not_told_at_all() {
        assert!(!told(38.0, 100.0, 1).unwrap().remedy.contains("one gateway"));
        assert_eq!(told(76.0, 2_000.0, 2), None);
        assert_eq!(told(0.0, 20.0, 0), None);
    }
}
