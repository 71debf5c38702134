//! Deletion by people, the loss of a Region, and backups that lie in the same account.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::{Network, Service},
    questionnaire::SiteKind,
    units::{Gigabytes, text},
};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let assessment = &situation.first()?.assessment;
    let architecture = &assessment.architecture;
    let runs = |wanted: fn(&Service) -> bool| architecture.has(wanted);
    let holds_data = runs(|service| {
        matches!(
            service,
            Service::Backup | Service::Rds(_) | Service::Aurora(_) | Service::Lightsail(_) | Service::Server(_)
        )
    });
    if !holds_data {
        return None;
    }
    let answers = situation.answers;
    let detail = match architecture.network {
        Network::Lightsail => {
            "Lightsail's automatic snapshots are deleted with their instance, and all of them lie in the account and the \
             Region of the site"
        }
        Network::Vpc if runs(|service| matches!(service, Service::Rds(_) | Service::Aurora(_))) => {
            "A database's automatic backups go when it is deleted, unless they are retained, and all backups lie in the account \
             and the Region of the site"
        }
        Network::Vpc => "Snapshots and recovery points lie in the account and the Region of the site",
        Network::OffAws => {
            "The provider's backups lie under the login that can delete the server, and at most providers go with it"
        }
    };
    let elsewhere = match architecture.network {
        Network::OffAws => "with another provider",
        Network::Lightsail | Network::Vpc => {
            "in a second account and Region, under AWS Backup's vault lock or S3's object lock"
        }
    };
    let demand = situation.workload.typical();
    let size: Gigabytes = Gigabytes::new((demand.database.value() + demand.webroot.value()) * 1.074) + demand.media;
    Some(Finding {
        rule: "backups-apart",
        severity: match answers.site {
            SiteKind::Shop | SiteKind::Membership => Severity::Warning,
            SiteKind::Brochure | SiteKind::Blog | SiteKind::News => Severity::Consider,
        },
        title: "Keep one backup where nobody who runs the site can delete it".to_owned(),
        detail: format!(
            "{detail}: a slip, a stolen key, an unpaid bill or the loss of the Region takes site and backups together. Expected \
             downtime and recovery here count on backups that are there"
        ),
        remedy: format!(
            "Copy database, uploads and code once a day {elsewhere}, about {} GB, and restore it once a year",
            text::significant(size.value(), 2)
        ),
        source: "AWS Prescriptive Guidance, backup and recovery, cross-account copies; Amazon RDS User Guide, retaining \
                 automated backups; Amazon Lightsail User Guide, automatic snapshots",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{self, Given, option, placed},
        billing::Bill,
        simulation::{Outcome, fixtures},
    };

    fn told(site: &str, network: Network, services: &[Service]) -> Option<Finding> {
        let mut architecture = placed(fixtures::single(fixtures::fixed(2.0)), services);
        architecture.network = network;
        let standing = option("ec2", architecture, Bill::default(), Outcome::default());
        Given::new(fixture::preset(site), standing).told(check)
    }

    #[test]
    fn orders_and_members_make_it_a_warning() {
        let severity = |site: &str| told(site, Network::Vpc, &[Service::Backup]).map(|finding| finding.severity);
        assert_eq!(severity("shop"), Some(Severity::Warning));
        assert_eq!(severity("blog"), Some(Severity::Consider));
    }

    #[test]
    fn where_backups_lie_is_said_and_where_another_would() {
        let lightsail = told("blog", Network::Lightsail, &[Service::Lightsail("small".to_owned())]).unwrap();
        assert!(lightsail.detail.starts_with("Lightsail's automatic snapshots are deleted"), "{}", lightsail.detail);
        let elsewhere = told("blog", Network::OffAws, &[Service::Server("any".to_owned())]).unwrap();
        assert!(elsewhere.remedy.contains("with another provider"), "{}", elsewhere.remedy);
    }

    #[test]
    fn where_nothing_is_kept_there_is_nothing_to_copy() {
        assert_eq!(told("blog", Network::Vpc, &[]), None);
    }
}
