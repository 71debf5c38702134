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
    choices::{ChoiceId, Purchase},
    options::{Brief, Hosting, OPTIONS, Sizer, assemble, hosting},
    questionnaire::{Answers, PRESETS, Said},
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
    ("NAT", |it| it.has(|service| matches!(service, Service::NatGateway | Service::NatInstance(_)))),
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
            || matches!(service, Service::LightsailDatabase(_, DatabasePart::Standby))
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
            let single = matches!(service, Service::Lightsail(_) | Service::Server(_) | Service::ManagedHost(_));
            let several = if let Service::WebServers(instances) = service { instances.count.value() } else { 0.0 };
            let tasks = if let Service::Tasks(tasks) = service { tasks.count.value() } else { 0.0 };
            if single { 1.0 } else { several + tasks }
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

/// Whatever machine a form is sold by can be pinned: a plan of a managed host, a size of Fargate tasks.
#[test]
fn plans_of_managed_hosts_and_sizes_of_tasks_can_be_pinned() {
    let catalog = Catalog::bundled();
    for (form, machine, name) in [
        ("managed", "managed.kinsta.single-65k", "Single 65k"),
        ("fargate", "fargate.4vcpu-8gb", "Fargate 4 vCPU, 8 GB"),
    ] {
        let answers = pinned(Region::Frankfurt, &[(ChoiceId::Machine, machine)]);
        let workload = Workload::new(&answers);
        let client = Client::new(&answers, &workload, &catalog);
        let found = Search::new(hosting(form).unwrap(), &client).finish(&Events::new()).unwrap().assessment;
        assert!(found.architecture.web.machine.name.contains(name), "{}", found.architecture.web.machine.name);
        assert!(found.refused.is_empty() && found.sizes.sku == machine);
        let elsewhere = Search::new(hosting("git").unwrap(), &client).finish(&Events::new()).unwrap().assessment;
        assert!(
            elsewhere.refused.iter().any(|(choice, _)| *choice == ChoiceId::Machine),
            "a group of EC2 is not sold so"
        );
    }
}

/// Amazon EFS pricing, Northern Virginia: $6.00 a month for each MiB/s beyond what the stored gigabytes include, and nothing by
/// the gigabyte. The busiest minutes get all they ask for.
#[test]
fn provisioned_throughput_is_paid_by_the_mebibyte_a_second_and_carries_the_peak() {
    let catalog = Catalog::bundled();
    let pins = [(ChoiceId::Throughput, "provisioned"), (ChoiceId::Media, "s3"), (ChoiceId::Pages, "none")];
    let mut answers = pinned(Region::NorthVirginia, &pins);
    answers.visits = Said::Known(groundplan::units::Requests::new(2_000_000.0));
    let workload = Workload::new(&answers);
    let client = Client::new(&answers, &workload, &catalog);
    let found = Search::new(hosting("efs").unwrap(), &client).finish(&Events::new()).unwrap().assessment;
    let rate = found.sizes.throughput.unwrap().value();
    let line = |name: &str| found.bill(Case::Typical).lines.iter().find(|line| line.name.contains(name)).cloned();
    let stored = line("Storage (Standard)").unwrap().quantity.value();
    let paid = line("Throughput (provisioned)").unwrap().monthly().unwrap().value();
    assert!((paid - 6.0 * (rate - stored / 20.0)).abs() < 0.01, "{paid} for {rate} MiB/s with {stored} GB");
    assert!(line("elastic throughput").is_none() && found.week.outcome.headroom.value() >= 1.0);
}

/// Aurora Serverless v2 is paid by what the week asks for, between half a unit for each instance and the most it may grow to.
#[test]
fn a_serverless_database_is_paid_by_what_the_week_asks_for() {
    let catalog = Catalog::bundled();
    let capacity = |visits: f64| {
        let mut answers = pinned(Region::NorthVirginia, &[(ChoiceId::Database, "aurora-serverless")]);
        answers.visits = Said::Known(groundplan::units::Requests::new(visits));
        let workload = Workload::new(&answers);
        let client = Client::new(&answers, &workload, &catalog);
        let found = Search::new(hosting("git").unwrap(), &client).finish(&Events::new()).unwrap().assessment;
        assert!(found.week.outcome.headroom.value() >= 1.0, "{visits} visits");
        let line = found.bill(Case::Typical).lines.iter().find(|line| line.name.contains("Serverless")).cloned();
        (line.unwrap().quantity.value(), found.sizes.database.unwrap().machine.vcpus.value() / 0.25)
    };
    let (quiet, _) = capacity(10_000.0);
    assert!((quiet - 2.0 * 0.5 * 730.0).abs() < 0.01, "{quiet}");
    let (busy, most) = capacity(50_000_000.0);
    assert!(busy > 2.0 * quiet && busy <= 2.0 * most * 730.0, "{busy} of {most} ACU");
}

/// A client who would commit gets it, one who would not does not, and either may pin it.
#[test]
fn what_runs_all_month_is_committed_to_as_long_as_the_client_would_or_has_pinned() {
    let catalog = Catalog::bundled();
    let bought = |answers: &Answers| {
        let workload = Workload::new(answers);
        let client = Client::new(answers, &workload, &catalog);
        let found = Search::new(hosting("git").unwrap(), &client).finish(&Events::new()).unwrap().assessment;
        (found.design.purchase, found.bill(Case::Typical).total(groundplan::billing::CostKind::Infrastructure))
    };
    let plain = pinned(Region::Frankfurt, &[]);
    let (purchase, on_demand) = bought(&plain);
    assert_eq!(purchase, Purchase::OnDemand);
    let willing = groundplan::questionnaire::question("purchase").unwrap().answer(&plain, "3y").unwrap();
    let (purchase, committed) = bought(&willing);
    assert_eq!(purchase, Purchase::ThreeYears);
    assert!(committed < on_demand);
    let pin = pinned(Region::Frankfurt, &[(ChoiceId::Purchase, "3y")]);
    assert_eq!(bought(&pin), (Purchase::ThreeYears, committed));
    let mut held = willing;
    held.pins.pin(ChoiceId::Purchase, "on-demand".to_owned());
    assert_eq!(bought(&held), (Purchase::OnDemand, on_demand));
}

/// Two $24 bundles, the load balancer and a high-availability database, at the prices of the Lightsail page: $48, $18 and
/// $60 a month, with transfer included.
#[test]
fn a_lightsail_pair_with_load_balancer_and_database_costs_what_it_costs() {
    let catalog = Catalog::bundled();
    let pins = [
        (ChoiceId::Machine, "lightsail.linux.medium"),
        (ChoiceId::Class, "lightsail.db.small.ha"),
        (ChoiceId::Delivery, "cloudflare-free"),
    ];
    let answers = pinned(Region::NorthVirginia, &pins);
    let workload = Workload::new(&answers);
    let client = Client::new(&answers, &workload, &catalog);
    let found = Search::new(hosting("lightsail-pair").unwrap(), &client).finish(&Events::new()).unwrap().assessment;
    let bill = found.bill(Case::Typical);
    let monthly = |name: &str| -> f64 {
        bill.lines
            .iter()
            .filter(|line| line.name.contains(name))
            .filter_map(|line| line.monthly())
            .map(|usd| usd.value())
            .sum()
    };
    let parts = ["Instance bundle", "Load balancer", "Managed database"].map(monthly);
    assert_eq!(parts, [48.0, 18.0, 60.0]);
    assert_eq!(monthly("beyond the allowance"), 0.0);
    assert!(found.architecture.survives_a_server() && found.architecture.spans_zones());
    assert_eq!(found.recovery.zone.by(), groundplan::availability::By::Itself);
}

/// One server in a group of its own: no load balancer is named in anything that is said of it, and it comes back by itself.
#[test]
fn a_server_that_replaces_itself_comes_back_without_anybody_and_without_a_load_balancer() {
    let catalog = Catalog::bundled();
    let answers = pinned(Region::Frankfurt, &[(ChoiceId::Database, "rds-multi-az")]);
    let workload = Workload::new(&answers);
    let client = Client::new(&answers, &workload, &catalog);
    let form = hosting("ec2-self-healing").unwrap();
    let found = Search::new(form, &client).finish(&Events::new()).unwrap().assessment;
    let mut said = told(form, &found.architecture, found.bill(Case::Typical));
    said.extend([form.next, form.deployment, form.name].map(str::to_owned));
    said.extend(form.takes_away.iter().chain(form.needs).map(|text| (*text).to_owned()));
    said.extend(form.arguments.iter().map(|argument| argument.text.to_owned()));
    for text in said {
        assert!(!text.to_lowercase().contains("load balancer"), "{text}");
    }
    let (server, zone) = (found.recovery.server, found.recovery.zone);
    assert_eq!((server.by(), zone.by()), (groundplan::availability::By::Itself, groundplan::availability::By::Itself));
    // Three to twelve minutes by EC2's own status checks (estimate from the documented timers).
    assert!((3.0..=12.0).contains(&server.time().value()), "{}", server.time());
}

/// Readers of exported pages notice nothing when the server on which people write is lost; a shop cannot be exported.
#[test]
fn a_static_export_outlives_its_server_and_is_no_shop() {
    use groundplan::{availability::Impact, decision::Verdict, questionnaire::SiteKind};
    let catalog = Catalog::bundled();
    let answers = pinned(Region::Frankfurt, &[(ChoiceId::Pages, "export")]);
    let advice = groundplan::advice::advise(&answers, &catalog);
    let standing = advice.option("static").unwrap();
    assert_eq!(standing.verdict, Verdict::Recommended);
    let built = &standing.assessment.architecture;
    let server = built.all(|service| matches!(service, Service::Lightsail(_))).next().unwrap().id;
    let lost = failure(built, &Rules::default(), Broken::Part(server));
    assert_eq!(lost.impact, Impact::Worse);
    assert!(lost.told().contains("Readers notice nothing") && lost.told().contains("published"), "{}", lost.told());
    assert!(single_points(built).is_empty());
    // No reader's request reaches PHP, at the worst peak either, and its week is one of exports.
    let week = &standing.assessment.week.outcome;
    assert!(week.headroom.value() > 10.0 && week.failed.value() == 0.0);
    for site in [SiteKind::Shop, SiteKind::Membership] {
        let advice = groundplan::advice::advise(&Answers { site, ..answers.clone() }, &catalog);
        let standing = advice.option("static").unwrap();
        assert_eq!(standing.verdict, Verdict::RuledOut);
    }
    // Whether there are forms is not asked: until somebody has looked, it is at risk.
    let open = groundplan::advice::advise(&pinned(Region::Frankfurt, &[]), &catalog);
    assert_eq!(open.option("static").unwrap().verdict, Verdict::AtRisk);
}

/// AWS price list, Tokyo, November 2026: a load balancer at $0.0243 for 730 hours is $17.74, two NAT gateways at $0.062 for 1,460
/// hours are $90.52.
#[test]
fn a_load_balancer_and_two_nat_gateways_in_tokyo_cost_what_they_cost() {
    let catalog = Catalog::bundled();
    let answers = pinned(Region::Tokyo, &[(ChoiceId::Nat, "each")]);
    let workload = Workload::new(&answers);
    let client = Client::new(&answers, &workload, &catalog);
    let found = Search::new(hosting("git").unwrap(), &client).finish(&Events::new()).unwrap();
    let bill = found.assessment.bill(Case::Typical);
    let monthly = |name: &str| bill.lines.iter().find(|line| line.name == name).unwrap().monthly().unwrap().value();
    assert!((monthly("Application Load Balancer") - 17.74).abs() < 0.005, "{}", monthly("Application Load Balancer"));
    assert!((monthly("NAT gateway") - 90.52).abs() < 0.005, "{}", monthly("NAT gateway"));
}

/// One t4g.nano that forwards, with its disk and its address: $3.07, $0.64 and $3.65 a month in Northern Virginia, and nothing by
/// the gigabyte; a NAT gateway is $32.85 and $0.045 a gigabyte.
#[test]
fn a_nat_instance_is_a_small_server_with_an_address() {
    let catalog = Catalog::bundled();
    let cost = |nat: &str| {
        let answers = pinned(Region::NorthVirginia, &[(ChoiceId::Nat, nat), (ChoiceId::Cache, "none")]);
        let workload = Workload::new(&answers);
        let client = Client::new(&answers, &workload, &catalog);
        let found = Search::new(hosting("golden-image").unwrap(), &client).finish(&Events::new()).unwrap().assessment;
        let bill = found.bill(Case::Typical);
        let parts = [BilledService::Ec2, BilledService::Ebs, BilledService::Vpc];
        (parts.map(|service| bill.of(service).value()).iter().sum::<f64>(), found.architecture)
    };
    let ((instance, built), (public, _)) = (cost("instance"), cost("none"));
    // Servers in private subnets have no addresses of their own: two of them less.
    assert!((instance - public - (7.36 - 2.0 * 3.65)).abs() < 0.05, "{instance} and {public}");
    let nat = built.all(|service| matches!(service, Service::NatInstance(_))).next().unwrap().id;
    let lost = failure(&built, &Rules::default(), Broken::Part(nat));
    assert!(lost.told().contains("reach no updates"), "{}", lost.told());
}

/// Four hours to be back and money no object: the same form in all Regions that have the same prices, and no Region's place in a
/// list decides.
#[test]
fn regions_with_equal_prices_have_the_same_form() {
    let catalog = Catalog::bundled();
    let mut seen: Vec<(Vec<Option<u64>>, Region, String, f64)> = Vec::new();
    for region in Region::ALL {
        let mut answers = Answers { region, ..Answers::default() };
        answers = groundplan::questionnaire::question("rto").unwrap().answer(&answers, "4h").unwrap();
        answers = groundplan::questionnaire::question("budget").unwrap().answer(&answers, "none").unwrap();
        let advice = groundplan::advice::advise(&answers, &catalog);
        let first = &advice.recommended().unwrap().assessment;
        let priced = |sku: &str| catalog.price(sku, region).ok().map(|price| price.usd.value().to_bits());
        let prices: Vec<Option<u64>> = catalog.skus().map(priced).collect();
        let cost = first.monthly(Case::Typical, groundplan::questionnaire::WorkInTotal::Apart).value();
        let found = (prices, region, first.hosting.id.0.to_owned(), cost);
        if let Some((_, other, form, known)) = seen.iter().find(|(prices, ..)| *prices == found.0) {
            assert_eq!((form, *known), (&found.2, cost), "{} and {}", other.name(), region.name());
        }
        seen.push(found);
    }
    let forms: std::collections::BTreeSet<&str> = seen.iter().map(|(_, _, form, _)| form.as_str()).collect();
    assert!(forms.len() <= 2, "{forms:?}");
}
