//! What holds for every design of every form: what a sentence, a line of a bill or a picture names is there, and counts
//! agree wherever they stand.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a design that cannot be built fails the test, as it should")]

use groundplan::{
    architecture::{Architecture, DatabasePart, PageCache, Service, Zone},
    assessment::Client,
    availability::{Broken, failure, recovery, single_points},
    billing::{Bill, BilledService},
    catalog::{Catalog, Region},
    choices::ChoiceId,
    options::{Brief, Hosting, OPTIONS, Sizer, assemble, hosting},
    questionnaire::{Answers, PRESETS, Purchase, Said},
    search::Search,
    services::{self, BillInputs},
    simulation::{Events, Rules, simulate},
    units::Requests,
    workload::{Case, Workload},
};

/// Every design of every form for some presets, with its bill.
fn every(check: impl Fn(&Hosting, &Architecture, &Bill)) {
    let catalog = Catalog::bundled();
    for preset in &PRESETS[..3] {
        let answers = (preset.answers)();
        let workload = Workload::new(&answers);
        let (demand, shape) = (workload.typical(), &workload.shape);
        let brief = Brief { answers: &answers, demand, catalog: &catalog };
        for hosting in OPTIONS {
            let sizer = Sizer::new(hosting, brief);
            for design in hosting.designs(&brief).all {
                let sizes = sizer.sizes(&design, 0).unwrap();
                let architecture = assemble(hosting, &design, &sizes, &brief);
                let week = simulate(&architecture, demand, shape, &Events::new(), &Rules::default());
                let (region, readers) = (answers.region, answers.readers);
                let inputs = BillInputs {
                    architecture: &architecture,
                    usage: &week.usage,
                    catalog: &catalog,
                    region,
                    readers,
                    purchase: Purchase::OnDemand,
                };
                check(hosting, &architecture, &services::bill(&inputs));
            }
        }
    }
}

/// All that is said of an architecture.
fn told(hosting: &Hosting, architecture: &Architecture, bill: &Bill) -> Vec<String> {
    let rules = Rules::default();
    let recovery = recovery(architecture, &rules);
    let mut told = vec![hosting.summary.to_owned()];
    told.extend([recovery.server, recovery.zone, recovery.spoiled].map(|restore| restore.way.to_string()));
    let parts = architecture.components.iter().map(|component| Broken::Part(component.id));
    told.extend(parts.chain(Zone::ALL.map(Broken::Zone)).map(|broken| failure(architecture, &rules, broken).told()));
    told.extend(single_points(architecture).iter().map(|point| point.why.to_owned()));
    told.extend(bill.lines.iter().map(|line| format!("{}: {}; {}", line.service(), line.name, line.note)));
    told.extend(architecture.components.iter().map(|component| component.role.clone()));
    told.extend(architecture.sizing.iter().cloned());
    told
}

type Is = fn(&Architecture) -> bool;

/// Words, and what has to be there where they are said.
const NAMED: &[(&str, Is)] = &[
    ("load balancer", Architecture::is_balanced),
    ("Load Balancer", Architecture::is_balanced),
    ("Auto Scaling", Architecture::replaces_itself),
    ("other zone", |it| it.zones.zones().len() > 1),
    ("fails over", has_standby),
    ("Stands by", has_standby),
    ("NAT", |it| it.has(|service| matches!(service, Service::NatGateway))),
    ("CloudFront", |it| it.has(|service| matches!(service, Service::Cdn(_)))),
    ("ElastiCache", |it| it.has(|service| matches!(service, Service::CacheNode(_)))),
    ("cached pages", |it| it.web.page_cache == PageCache::Edge),
    ("EFS", |it| it.has(|service| matches!(service, Service::SharedFiles(_)))),
    ("Aurora", |it| it.has(|service| matches!(service, Service::Aurora(_)))),
    ("RDS", |it| it.has(|service| matches!(service, Service::Rds(_)))),
    ("Route 53", |it| it.has(|service| matches!(service, Service::Dns))),
    ("file server", Architecture::hangs_on_a_file_server),
];

fn has_standby(architecture: &Architecture) -> bool {
    architecture.has(|service| {
        matches!(service, Service::Aurora(database) | Service::Rds(database) if database.part != DatabasePart::Writer)
    })
}

/// An engineer who added one server in a group of its own was once told that the load balancer stops using it.
#[test]
fn nothing_is_named_that_is_not_there() {
    every(|hosting, architecture, bill| {
        for text in told(hosting, architecture, bill) {
            for (word, is_there) in NAMED {
                assert!(!text.contains(word) || is_there(architecture), "{}: {word}: {text}", hosting.name);
            }
        }
        for line in &bill.lines {
            let known = line.component.is_none_or(|id| architecture.component(id).is_some());
            assert!(known, "{}: {}", hosting.name, line.name);
        }
    });
}

#[test]
fn counts_agree_wherever_they_stand() {
    every(|hosting, architecture, bill| {
        let count = |service: &Service| {
            let single = matches!(service, Service::Lightsail(_) | Service::Server(_));
            let several = if let Service::WebServers(instances) = service { instances.count.value() } else { 0.0 };
            if single { 1.0 } else { several }
        };
        let servers: f64 = architecture.components.iter().map(|component| count(&component.service)).sum();
        assert_eq!(servers, architecture.web.fleet.min().value(), "{}", hosting.name);
        let hours =
            |name: &str| bill.lines.iter().find(|line| line.name == name).map_or(0.0, |line| line.quantity.value());
        let gateways = architecture.all(|service| matches!(service, Service::NatGateway)).count();
        assert_eq!(hours("NAT gateway"), gateways as f64 * 730.0, "{}", hosting.name);
        let zones = architecture.zones.zones();
        for component in &architecture.components {
            if let groundplan::architecture::Place::In(zone, _) = component.place
                && matches!(component.service, Service::WebServers(_) | Service::NatGateway | Service::CacheNode(_))
            {
                assert!(zones.contains(&zone), "{}: {:?}", hosting.name, component.id);
            }
        }
    });
}

/// A small site with these pins.
fn pinned(region: Region, pins: &[(ChoiceId, &str)]) -> Answers {
    let visits = Said::Known(Requests::new(50_000.0));
    let mut answers = Answers { region, visits, budget: None, ..Answers::default() };
    for (choice, value) in pins {
        answers.pins.pin(*choice, choice.value(value).unwrap());
    }
    answers
}

/// A site over two zones without NAT gateways and cache nodes: load balancer, two t4g.small with public addresses, RDS
/// Multi-AZ on db.t4g.micro. List prices of November 2026 added up by hand: $87 in Northern Virginia, $100 in Frankfurt.
#[test]
fn the_lean_design_over_two_zones_costs_what_it_costs() {
    let lean = [
        (ChoiceId::Nat, "none"),
        (ChoiceId::Cache, "none"),
        (ChoiceId::Database, "rds-multi-az"),
        (ChoiceId::Machine, "t4g.small"),
        (ChoiceId::Servers, "2"),
        (ChoiceId::Class, "db.t4g.micro"),
    ];
    let catalog = Catalog::bundled();
    for (region, wanted) in [(Region::NorthVirginia, 87.0), (Region::Frankfurt, 100.0)] {
        let answers = pinned(region, &lean);
        let workload = Workload::new(&answers);
        let client = Client::new(&answers, &workload, &catalog);
        let found = Search::new(hosting("git").unwrap(), &client).finish(&Events::new()).unwrap();
        let bill = found.assessment.bill(Case::Typical);
        let parts = [
            BilledService::LoadBalancing,
            BilledService::Ec2,
            BilledService::Ebs,
            BilledService::Rds,
            BilledService::Vpc,
        ];
        let total: f64 = parts.map(|service| bill.of(service).value()).iter().sum();
        assert!((total - wanted).abs() <= 2.0, "{}: {total}", region.name());
    }
}

#[test]
fn a_pin_is_followed_or_said_to_be_impossible() {
    let catalog = Catalog::bundled();
    for (choice, value) in [(ChoiceId::Database, "aurora"), (ChoiceId::Nat, "each"), (ChoiceId::Machine, "t3.micro")] {
        let answers = pinned(Region::Frankfurt, &[(choice, value)]);
        let workload = Workload::new(&answers);
        let client = Client::new(&answers, &workload, &catalog);
        for hosting in OPTIONS {
            let found = Search::new(hosting, &client).finish(&Events::new()).unwrap().assessment;
            let follows = if choice == ChoiceId::Machine {
                found.architecture.web.machine.name == value
            } else {
                let has = !hosting.space.tokens(choice).is_empty();
                !has || found.design.value(choice).is_some_and(|(token, _)| token == value)
            };
            let said = found.refused.iter().any(|(refused, _)| *refused == choice);
            assert!(follows != said, "{}: {choice}={value}: follows {follows}, said {said}", hosting.name);
        }
    }
}
