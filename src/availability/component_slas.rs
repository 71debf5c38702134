use super::probability::{ZoneGroup, enough_of, series};
use crate::{
    architecture::{Architecture, DatabaseTier, Failover, Network, Service, Webroot},
    catalog::Catalog,
    units::{Minutes, Ratio},
};

/// What the service level agreements of the parts of an architecture come to together: a threshold for refunds.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ComponentSlas {
    /// Share of the time they commit to together.
    pub availability: Ratio,
    /// Minutes a year they leave.
    pub downtime: Minutes,
    /// What it is made of, in the order a request meets them; all are needed.
    pub parts: Vec<Dependency>,
}

/// One thing a request depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Dependency {
    /// What it is.
    pub name: String,
    /// Share of the time it is up.
    pub availability: Ratio,
    /// How that was arrived at.
    pub how: String,
    /// Where the figure is from.
    pub source: String,
}

/// A zone of its own is not promised anything by AWS; taken as 99.95 % (assumption, low confidence).
const ZONE: Ratio = Ratio::percent(99.95);
/// Servers in several zones count for no more than AWS commits to for a region (Amazon Compute SLA: 99.99 %).
const ZONE_CAP: Ratio = Ratio::percent(99.99);
/// What nothing is promised for is taken as one server (Amazon Compute SLA, a single instance: 99.5 %).
const ELSEWHERE: Ratio = Ratio::percent(99.5);

/// A content delivery network on a free plan is promised nothing; taken as Amazon CloudFront's 99.9 %.
const OTHER_CDN: Ratio = Ratio::percent(99.9);

/// What an architecture promises, from the service level agreements of its parts. An agreement is a threshold for
/// refunds, not a forecast: good services do better, and nobody owes more.
pub fn component_slas(architecture: &Architecture, catalog: &Catalog) -> ComponentSlas {
    let mut parts = Vec::new();
    if architecture.has(|service| matches!(service, Service::Dns)) {
        parts.push(promised(catalog, "route53", "Amazon Route 53"));
    }
    if architecture.has(|service| matches!(service, Service::Cdn(_))) {
        parts.push(promised(catalog, "cloudfront", "Amazon CloudFront"));
    }
    if architecture.has(|service| matches!(service, Service::OtherCdn(_))) {
        parts.push(Dependency {
            name: "Content delivery network".to_owned(),
            availability: OTHER_CDN,
            how: "no commitment is in the catalog; taken as Amazon CloudFront".to_owned(),
            source: "assumption, low confidence".to_owned(),
        });
    }
    if architecture.has(|service| matches!(service, Service::LoadBalancer)) {
        parts.push(promised(catalog, "alb.multi-az", "Application Load Balancer"));
    }
    if architecture.has(|service| matches!(service, Service::LightsailBalancer)) {
        parts.push(Dependency {
            name: "Lightsail load balancer".to_owned(),
            how: "no commitment is in the catalog; taken as an Application Load Balancer".to_owned(),
            source: "assumption, low confidence".to_owned(),
            ..promised(catalog, "alb.multi-az", "")
        });
    }
    parts.push(web(architecture, catalog));
    parts.extend(files(architecture, catalog));
    parts.extend(database(architecture, catalog));
    let availability = series(parts.iter().map(|part| part.availability));
    let downtime = Minutes::YEAR * availability.rest().value();
    ComponentSlas { availability, downtime, parts }
}

fn promised(catalog: &Catalog, id: &str, name: &str) -> Dependency {
    match catalog.promise(id) {
        Some(promise) => Dependency {
            name: name.to_owned(),
            availability: promise.availability,
            how: format!("committed for {}", promise.scope),
            source: format!("{}, {}", promise.source, promise.as_of),
        },
        None => Dependency {
            name: name.to_owned(),
            availability: ELSEWHERE,
            how: "no commitment is known; taken as one server".to_owned(),
            source: "assumption".to_owned(),
        },
    }
}

fn web(architecture: &Architecture, catalog: &Catalog) -> Dependency {
    if architecture.is_exported() {
        return promised(catalog, "s3.standard", "Amazon S3");
    }
    let server = |id: &str, disk: &str| {
        let (one, two) = (promised(catalog, id, ""), promised(catalog, disk, ""));
        (one.availability.of(two.availability), one.source)
    };
    if let Some(host) = managed(architecture, catalog) {
        return host;
    }
    let several = architecture.survives_a_server();
    let (id, disk, name, one) = match architecture.network {
        Network::OffAws => {
            return Dependency {
                name: "Virtual server".to_owned(),
                // Hardware fails alike everywhere; what providers promise differs in refunds, not in machines.
                availability: server("ec2.instance", "ebs.volume").0,
                how: "no commitment is in the catalog; taken as one EC2 instance and its volume".to_owned(),
                source: "assumption, low confidence".to_owned(),
            };
        }
        Network::Lightsail => {
            ("lightsail.instance", "lightsail.disk", "Lightsail instance", "one instance and its disk")
        }
        Network::Vpc => ("ec2.instance", "ebs.volume", "EC2 instance", "one instance and its volume"),
    };
    let (availability, source) = server(id, disk);
    if !several {
        return Dependency { name: name.to_owned(), availability, how: one.to_owned(), source };
    }
    let zones = architecture.zones.zones().len();
    let each = (architecture.web.fleet.min().value() / zones as f64).max(1.0) as usize;
    let groups = vec![ZoneGroup { zone: ZONE, servers: vec![availability; each] }; zones];
    Dependency {
        name: "Web servers".to_owned(),
        availability: enough_of(&groups, 1).min(ZONE_CAP),
        how: format!(
            "one of {} in {zones} zones is enough; zones fail as a whole; no more than AWS commits to for a region",
            each * zones
        ),
        source,
    }
}

/// What a managed host's agreement names; one that names nothing is taken as one server.
fn managed(architecture: &Architecture, catalog: &Catalog) -> Option<Dependency> {
    let sku = architecture
        .components
        .iter()
        .find_map(|component| if let Service::ManagedHost(sku) = &component.service { Some(sku) } else { None })?;
    let plan = catalog.managed_plans().iter().find(|plan| plan.sku == sku)?;
    Some(Dependency {
        name: plan.host.to_owned(),
        availability: plan.agreement.unwrap_or(ELSEWHERE),
        how: match plan.agreement {
            Some(_) => "as its agreement names it".to_owned(),
            None => "no agreement is published; taken as one server".to_owned(),
        },
        source: format!("{}, service level agreement", plan.host),
    })
}

fn files(architecture: &Architecture, catalog: &Catalog) -> Option<Dependency> {
    match architecture.web.webroot {
        Webroot::Local => None,
        Webroot::Efs(_) => Some(promised(catalog, "efs.regional", "Amazon EFS")),
        Webroot::Nfs => Some(promised(catalog, "nfs.self-hosted", "NFS server")),
        Webroot::Gluster => {
            let brick = promised(catalog, "nfs.self-hosted", "");
            let groups = vec![ZoneGroup { zone: ZONE, servers: vec![brick.availability] }; 3];
            Some(Dependency {
                name: "GlusterFS volume".to_owned(),
                availability: enough_of(&groups, 2),
                how: "two of three bricks, one in each of three zones".to_owned(),
                source: brick.source,
            })
        }
    }
}

fn database(architecture: &Architecture, catalog: &Catalog) -> Option<Dependency> {
    let DatabaseTier::Managed { failover, .. } = &architecture.database else { return None };
    let part = match failover {
        Failover::AuroraReplica => promised(catalog, "aurora.multi-az", "Amazon Aurora"),
        Failover::MultiAzStandby if architecture.network == Network::Lightsail => {
            promised(catalog, "lightsail.database", "Lightsail managed database")
        }
        Failover::MultiAzStandby => promised(catalog, "rds.multi-az", "Amazon RDS Multi-AZ"),
        Failover::None if architecture.network == Network::Lightsail => Dependency {
            name: "Lightsail managed database".to_owned(),
            availability: ELSEWHERE,
            how: "the standard plan has no commitment; taken as one RDS instance".to_owned(),
            source: "AWS Lightsail database SLA: high availability plans only".to_owned(),
        },
        Failover::None => promised(catalog, "rds.single-az", "Amazon RDS"),
    };
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        assessment::Client,
        availability::{By, recovery, single_points},
        choices::ChoiceId,
        options::hosting,
        questionnaire::{DataLoss, Operator, Overrides, preset},
        search::architectures,
        simulation::Rules,
        workload::Workload,
    };

    /// An option as it is built for the shop, with these choices made.
    fn built(option: &str, pins: &[(ChoiceId, &str)]) -> Architecture {
        let mut answers = preset("shop").map(|preset| (preset.answers)()).unwrap_or_default();
        answers.data_loss = DataLoss::Day;
        for (choice, value) in pins {
            answers.pins.pin(*choice, choice.value(value).unwrap());
        }
        let (workload, catalog) = (Workload::new(&answers), Catalog::bundled());
        let client = Client::new(&answers, &workload, &catalog);
        architectures(&[hosting(option).unwrap()], &client).remove(0).1
    }

    /// The parts of the reference architecture: CloudFront, EFS, Aurora with a reader.
    fn reference() -> Architecture {
        built("efs", &[(ChoiceId::Database, "aurora"), (ChoiceId::Delivery, "cloudfront"), (ChoiceId::Nat, "each")])
    }

    /// Route 53 100 %, CloudFront 99.9 %, load balancer 99.99 %, web servers no more than the 99.99 % of a region, EFS and
    /// Aurora 99.99 % each: multiplied by hand.
    #[test]
    fn the_reference_architecture_promises_what_its_agreements_multiply_to() {
        let promised = component_slas(&reference(), &Catalog::bundled());
        let by_hand = 0.999 * 0.999_9 * 0.999_9 * 0.999_9 * 0.999_9;
        assert!((promised.availability.value() - by_hand).abs() < 1e-9, "{}", promised.availability.value());
        assert_eq!(promised.downtime.to_string(), "12 hours");
        assert!(single_points(&reference()).is_empty());
    }

    /// One instance and its volume in the agreements: 99.5 % and 99.9 %; behind CloudFront, 99.3 %.
    #[test]
    fn one_server_is_a_single_point_of_failure_wherever_it_stands() {
        for option in ["ec2", "lightsail", "off-aws"] {
            let network = if option == "off-aws" { "other" } else { "cloudfront" };
            let one = built(option, &[(ChoiceId::Database, "server"), (ChoiceId::Delivery, network)]);
            let promised = component_slas(&one, &Catalog::bundled());
            let by_hand = 0.995 * 0.999 * 0.999;
            assert!(
                (promised.availability.value() - by_hand).abs() < 1e-9,
                "{option}: {}",
                promised.availability.value()
            );
            assert_eq!(single_points(&one).len(), 1, "{option}");
        }
    }

    /// The consultant: an NFS server undoes the work done for high availability.
    #[test]
    fn a_file_server_of_ones_own_undoes_the_second_zone() {
        let catalog = Catalog::bundled();
        let (nfs, efs) = (built("nfs", &[(ChoiceId::Database, "aurora")]), reference());
        assert!(component_slas(&nfs, &catalog).downtime > component_slas(&efs, &catalog).downtime * 4.0);
        assert_eq!(single_points(&nfs)[0].name, "NFS server");
        assert_eq!(recovery(&nfs, &Rules::default()).zone.by(), By::People);
        assert_eq!(recovery(&efs, &Rules::default()).zone.by(), By::Itself);
    }

    /// Two of three bricks are enough, so the loss of one server or zone is not felt.
    #[test]
    fn a_replicated_volume_outlives_one_of_its_servers() {
        let catalog = Catalog::bundled();
        let built = built("gluster", &[(ChoiceId::Database, "aurora")]);
        let gluster = component_slas(&built, &catalog);
        assert!(single_points(&built).is_empty());
        let volume = gluster.parts.iter().find(|part| part.name == "GlusterFS volume").unwrap();
        let brick = catalog.promise("nfs.self-hosted").unwrap().availability;
        assert!(volume.availability > brick);
    }

    /// Somebody has to come first: who operates the site sets how long a restore by hand takes.
    #[test]
    fn a_restore_by_hand_waits_for_a_person() {
        let one = built("lightsail", &[(ChoiceId::Database, "server")]);
        let time = |operator| recovery(&one, &Rules::new(&Overrides::default(), operator)).time();
        assert_eq!(time(Operator::InHouse).to_string(), "1 hour 35 minutes");
        assert!(time(Operator::InHouse) < time(Operator::Agency) && time(Operator::Agency) < time(Operator::Nobody));
        assert_eq!(recovery(&one, &Rules::default()).point().to_string(), "1 day");
    }

    /// A reader's own figures move what is told of recovery, as they move the week.
    #[test]
    fn own_figures_move_what_is_told_of_recovery() {
        let own = [("detection", 2.0), ("failover_aurora", 3.0), ("by_hand", 10.0)];
        let own: Overrides = own.into_iter().map(|(key, minutes)| (key.to_owned(), minutes)).collect();
        let rules = Rules::new(&own, Operator::Nobody);
        let several = recovery(&reference(), &rules);
        assert_eq!((several.server.time(), several.zone.time()), (Minutes::new(2.0), Minutes::new(3.0)));
        let one = recovery(&built("lightsail", &[(ChoiceId::Database, "server")]), &rules);
        assert_eq!(one.time(), Minutes::new(45.0));
    }
}
