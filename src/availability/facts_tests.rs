//! What is told of an architecture names nothing that is not there.

use super::*;
use crate::{
    architecture::{
        Architecture, Component, ComponentId, DatabasePart, DatabaseTier, Delivery, Failover, Fleet, Instances,
        ManagedDatabase, Place, Service, Tier, Webroot, Zone, ZoneCount,
    },
    availability::expected::{Releases, Servers, Setting},
    catalog::CreditMode,
    questionnaire::Operator,
    simulation::{Rules, fixtures},
    units::{Count, Gib, Minutes},
};

fn part(id: &'static str, service: Service, place: Place) -> Component {
    Component { id: ComponentId(id), service, place, size: String::new(), role: String::new() }
}

/// So many web servers in a zone.
fn web(id: &'static str, zone: Zone, count: f64) -> Component {
    let (instance_type, credits) = ("t4g.small".to_owned(), CreditMode::Unlimited);
    let instances = Instances { instance_type, count: Count::new(count), volume: Gib::new(20.0), credits };
    part(id, Service::WebServers(instances), Place::In(zone, Tier::App))
}

/// One server in an Auto Scaling group over two zones, without a load balancer, before a database in one zone.
fn group_of_one() -> Architecture {
    let mut one = fixtures::single(fixtures::fixed(2.0));
    one.zones = ZoneCount::Two;
    one.web.fleet = Fleet::Scaling { min: Count::new(1.0), max: Count::new(1.0), target: crate::units::Ratio::ONE };
    one.web.delivery = Delivery::Baked;
    one.database = DatabaseTier::Managed { machine: fixtures::fixed(2.0), failover: Failover::None };
    let database =
        ManagedDatabase { class: "db.t4g.micro".to_owned(), part: DatabasePart::Writer, storage: Gib::new(20.0) };
    one.components.push(web("web-a", Zone::A, 1.0));
    one.components.push(part("database", Service::Rds(database), Place::In(Zone::A, Tier::Data)));
    one
}

/// Two servers that nothing replaces, behind a load balancer.
fn pair() -> Architecture {
    let mut pair = fixtures::group(fixtures::fixed(2.0), 2.0, 2.0, Delivery::InPlace, Webroot::Local);
    pair.web.fleet = Fleet::Fixed(Count::new(2.0));
    pair.components.extend([web("web-a", Zone::A, 1.0), web("web-b", Zone::B, 1.0)]);
    pair
}

fn everything_told(architecture: &Architecture) -> String {
    let rules = Rules::default();
    let recovery = recovery(architecture, &rules);
    let mut told = vec![recovery.server.way.to_string(), recovery.zone.way.to_string()];
    let parts = architecture.components.iter().map(|component| Broken::Part(component.id));
    told.extend(parts.chain(Zone::ALL.map(Broken::Zone)).map(|broken| failure(architecture, &rules, broken).told()));
    told.extend(single_points(architecture).iter().map(|point| point.why.to_owned()));
    told.join("\n")
}

#[test]
fn a_group_of_one_has_no_other_servers_and_no_load_balancer() {
    let one = group_of_one();
    let told = everything_told(&one);
    for absent in ["load balancer", "other zone", "the others go on", "fails over"] {
        assert!(!told.contains(absent), "{absent}: {told}");
    }
    let recovery = recovery(&one, &Rules::default());
    assert_eq!(recovery.server.by(), By::Itself);
    assert!(recovery.server.time() > Minutes::new(2.0), "{}", recovery.server.time());
    // Its database stands in one zone.
    assert_eq!(recovery.zone.by(), By::People);
    let points: Vec<_> = single_points(&one).iter().map(|point| point.component.0).collect();
    assert_eq!(points, ["web-a", "database"]);
    let setting = Setting::of(&one, Releases::ThroughDeployment, Operator::InHouse);
    assert_eq!(setting.servers, Servers::SelfReplacing);
}

#[test]
fn the_loss_of_the_only_server_is_no_more_than_a_restart() {
    let lost = failure(&group_of_one(), &Rules::default(), Broken::Part(ComponentId("web-a")));
    assert!(matches!(lost.impact, Impact::Restart(_)), "{lost:?}");
    assert!(lost.told().contains("until Auto Scaling has started another server"), "{}", lost.told());
}

#[test]
fn a_pair_that_nothing_replaces_goes_on_and_waits_for_somebody() {
    let pair = pair();
    let told = everything_told(&pair);
    assert!(told.contains("load balancer") && !told.contains("Auto Scaling"), "{told}");
    assert!(single_points(&pair).is_empty());
    assert_eq!(Setting::of(&pair, Releases::RarelyOnLiveSite, Operator::InHouse).servers, Servers::Fleet);
}
