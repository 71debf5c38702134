//! RDS for MySQL 8.0 has left standard support, and pays for it.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::{DatabaseTier, Failover, Service},
    questionnaire::AwsTies,
    units::{Hours, text},
};

/// What one vCPU pays for an hour in its first two years without standard support.
const SKU: &str = "rds.extended-support.mysql-8.0.yr1-2.vcpu-hour";

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let architecture = &situation.first()?.assessment.architecture;
    let DatabaseTier::Managed { machine, failover } = &architecture.database else { return None };
    // Aurora MySQL 3 is in standard support.
    if !architecture.has(|service| matches!(service, Service::Rds(_))) {
        return None;
    }
    let copies = match failover {
        Failover::MultiAzStandby => 2.0,
        Failover::None | Failover::AuroraReplica => 1.0,
    };
    let vcpus = machine.vcpus.value() * copies;
    let price = situation.catalog.price(SKU, situation.answers.region).ok();
    let cost = price.map(|price| situation.answers.amount(price.usd * (vcpus * Hours::MONTH.value())));
    let standby = if copies > 1.0 { ", the standby's included" } else { "" };
    Some(Finding {
        rule: "extended-support",
        // Who has nothing on AWS yet has no database of an older version there.
        severity: match situation.answers.aws {
            AwsTies::Already => Severity::Consider,
            AwsTies::None | AwsTies::Wants => Severity::Note,
        },
        title: match cost {
            Some(cost) => format!("Take MySQL 8.4: the same database on 8.0 costs {cost} more a month"),
            None => "Take MySQL 8.4: the same database on 8.0 costs more by the vCPU-hour".to_owned(),
        },
        detail: format!(
            "Standard support of RDS for MySQL 8.0 ended on 31 July 2026; since then extended support is charged by itself for \
             each of {} vCPUs and every hour{standby}, it doubles in the third year, and Reserved Instances do not lessen it",
            text::trimmed(vcpus, 0)
        ),
        remedy: "Create the database on 8.4, or upgrade it by a blue/green deployment; test plugins against it first"
            .to_owned(),
        source: "Amazon RDS User Guide, Extended Support; Amazon RDS for MySQL pricing",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option, placed},
        architecture::{DatabasePart, Delivery, ManagedDatabase, Webroot},
        billing::Bill,
        questionnaire::{Answers, Overrides},
        simulation::{Outcome, fixtures},
        units::Gib,
    };

    fn database() -> ManagedDatabase {
        ManagedDatabase { class: "db.m7g.large".to_owned(), part: DatabasePart::Writer, storage: Gib::new(20.0) }
    }

    fn told(service: Service, failover: Failover) -> Option<Finding> {
        let mut architecture =
            placed(fixtures::group(fixtures::fixed(2.0), 2.0, 4.0, Delivery::Baked, Webroot::Local), &[service]);
        architecture.database = DatabaseTier::Managed { machine: fixtures::fixed(2.0), failover };
        let answers = Answers { overrides: Overrides::default(), ..Answers::default() };
        Given::new(answers, option("git", architecture, Bill::default(), Outcome::default())).told(check)
    }

    #[test]
    fn a_standby_pays_as_well() {
        let single = told(Service::Rds(database()), Failover::None).unwrap();
        assert!(single.detail.contains("each of 2 vCPUs"), "{}", single.detail);
        let both = told(Service::Rds(database()), Failover::MultiAzStandby).unwrap();
        assert!(both.detail.contains("each of 4 vCPUs") && both.detail.contains("the standby's included"), "{both:?}");
    }

    #[test]
    fn who_has_nothing_on_aws_yet_is_told_as_a_note() {
        let mut architecture = placed(fixtures::single(fixtures::fixed(2.0)), &[Service::Rds(database())]);
        architecture.database = DatabaseTier::Managed { machine: fixtures::fixed(2.0), failover: Failover::None };
        let severity = |aws| {
            let standing = option("git", architecture.clone(), Bill::default(), Outcome::default());
            Given::new(Answers { aws, ..Answers::default() }, standing).told(check).map(|finding| finding.severity)
        };
        assert_eq!(severity(AwsTies::Already), Some(Severity::Consider));
        assert_eq!(severity(AwsTies::None), Some(Severity::Note));
    }

    #[test]
    fn aurora_and_a_database_on_the_server_do_not() {
        assert_eq!(told(Service::Aurora(database()), Failover::AuroraReplica), None);
        assert_eq!(Given::new(Answers::default(), crate::advice::fixture::single()).told(check), None);
    }
}
