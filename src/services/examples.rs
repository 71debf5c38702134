//! Worked examples from outside, billed by the services: AWS's own pricing pages and published calculations.

use super::{BillInputs, bill};
use crate::{
    architecture::{
        Architecture, Component, ComponentId, CpuAllowance, DatabasePart, DatabaseTier, Delivery, EdgeBilling,
        EfsThroughput, Fleet, Instances, Machine, ManagedDatabase, Network, ObjectCache, PageCache, Parts, Place,
        Service, Tier, WebTier, Webroot, Zone, ZoneCount,
    },
    billing::{Bill, CostKind, Usage},
    catalog::{Catalog, CreditMode, Region, SERVERLESS},
    choices::Purchase,
    questionnaire::Readers,
    units::{Count, Gib, Gigabytes, Hours, MibPerSecond, Minutes, Ratio, Requests, Vcpus},
};

const NAMES: [&str; 6] = ["one", "two", "three", "four", "five", "six"];

/// An architecture of nothing but these services.
fn of(network: Network, services: Vec<Service>) -> Architecture {
    let place = Place::In(Zone::A, Tier::Public);
    let component =
        |(name, service)| Component { id: ComponentId(name), service, place, size: String::new(), role: String::new() };
    Parts {
        network,
        zones: ZoneCount::Two,
        components: NAMES.into_iter().zip(services).map(component).collect(),
        links: Vec::new(),
        web: WebTier {
            machine: Machine {
                name: "t4g.small".to_owned(),
                vcpus: Vcpus::new(2.0),
                memory: Gib::new(2.0),
                cpu: CpuAllowance::Fixed,
            },
            fleet: Fleet::Scaling { min: Count::new(2.0), max: Count::new(4.0), target: Ratio::percent(60.0) },
            workers: Count::new(8.0),
            delivery: Delivery::Mounted,
            webroot: Webroot::Local,
            page_cache: PageCache::Edge,
            object_cache: ObjectCache::Local,
        },
        database: DatabaseTier::SameServer,
        sizing: Vec::new(),
    }
    .into()
}

fn billed(architecture: &Architecture, usage: &Usage, region: Region) -> Bill {
    let catalog = Catalog::bundled();
    bill(&BillInputs {
        architecture,
        usage,
        catalog: &catalog,
        region,
        readers: Readers::NorthAmerica,
        purchase: Purchase::OnDemand,
    })
}

/// What the lines with this in their name come to.
fn amount(bill: &Bill, name: &str) -> f64 {
    bill.lines.iter().filter(|line| line.name.contains(name)).filter_map(|line| Some(line.monthly()?.value())).sum()
}

fn close(got: f64, wanted: f64) {
    assert!((got - wanted).abs() < 0.005, "{got} against {wanted}");
}

/// Elastic Load Balancing pricing page, Application Load Balancer, example 1, N. Virginia: one new connection a second
/// that lasts two minutes, 300 KB a second and 60 rules come to 1.08 LCU by the bytes, $0.03114 an hour.
#[test]
fn a_load_balancer_costs_what_the_pricing_page_works_out() {
    let hours = Hours::MONTH.value();
    let usage = Usage { lcu_hours: Count::new(1.08 * hours), ..Usage::default() };
    let bill = billed(&of(Network::Vpc, vec![Service::LoadBalancer]), &usage, Region::NorthVirginia);
    let both = amount(&bill, "Application Load Balancer") + amount(&bill, "capacity units");
    assert!((both / hours - 0.031_14).abs() < 1e-9, "{}", both / hours);
    // A load balancer stands in two zones, with a public address in each.
    close(amount(&bill, "Public IPv4"), 2.0 * 0.005 * hours);
}

/// basavytix.com, AWS NAT Gateway pricing, scenario 2, N. Virginia: three gateways and 2 TB a month are $98.55 and $92.16.
#[test]
fn nat_gateways_cost_what_was_published() {
    let usage = Usage { nat: Gigabytes::new(2_048.0), ..Usage::default() };
    let bill = billed(&of(Network::Vpc, vec![Service::NatGateway; 3]), &usage, Region::NorthVirginia);
    close(bill.lines[0].monthly().unwrap().value(), 98.55);
    close(amount(&bill, "data processed"), 92.16);
}

/// Amazon EFS pricing page, storage example: 100 GB for 15 days and 250 GB for 16 days of March are 177 GB-months, $53.10.
#[test]
fn shared_files_cost_what_the_pricing_page_works_out() {
    let stored = (100.0 * 15.0 * 24.0 + 250.0 * 16.0 * 24.0_f64) / 744.0;
    let usage = Usage { efs_stored: Gigabytes::new(stored.round()), ..Usage::default() };
    let files = vec![Service::SharedFiles(EfsThroughput::Bursting)];
    close(amount(&billed(&of(Network::Vpc, files), &usage, Region::NorthVirginia), "Storage"), 53.10);
}

/// infracost's golden efs_file_system_test (AWS price list, N. Virginia): 230 GB and 100 MiB/s provisioned are $69.00 and,
/// less the 11.5 MiB/s that every 20 GB include one of, 88.5 MiB/s, $531.00. At the founding article's 50 MiB/s for next to
/// nothing stored it is $300.
#[test]
fn provisioned_throughput_costs_what_lies_above_what_storage_includes() {
    let cost = |stored, rate| {
        let usage = Usage { efs_stored: Gigabytes::new(stored), ..Usage::default() };
        let files = vec![Service::SharedFiles(EfsThroughput::Provisioned(MibPerSecond::new(rate)))];
        let bill = billed(&of(Network::Vpc, files), &usage, Region::NorthVirginia);
        (amount(&bill, "Storage"), amount(&bill, "Throughput"))
    };
    assert_eq!(cost(230.0, 100.0), (69.0, 531.0));
    assert_eq!(cost(0.0, 50.0), (0.0, 300.0));
    // Two terabytes include 100 MiB/s.
    close(cost(2_000.0, 100.0).1, 0.0);
}

/// Amazon EFS pricing page, elastic throughput, N. Virginia: $0.03 for a gigabyte read and $0.06 for one written; the other
/// modes do not charge by the gigabyte.
#[test]
fn elastic_throughput_is_paid_by_the_gigabyte() {
    let usage = Usage { efs_read: Gigabytes::new(100.0), efs_written: Gigabytes::new(50.0), ..Usage::default() };
    let cost = |throughput| {
        let bill = billed(&of(Network::Vpc, vec![Service::SharedFiles(throughput)]), &usage, Region::NorthVirginia);
        (amount(&bill, "Reads"), amount(&bill, "Writes"))
    };
    assert_eq!(cost(EfsThroughput::Elastic), (3.0, 3.0));
    assert_eq!(cost(EfsThroughput::Bursting), (0.0, 0.0));
}

/// Amazon EC2 User Guide, unlimited mode examples: 25 surplus credits are 0.42 vCPU-hours, $0.021 for a T2; the same for a
/// T3, and four fifths of it for a T4g (EC2 pricing page). In standard mode there is nothing to charge.
#[test]
fn surplus_credits_are_paid_by_the_vcpu_hour() {
    let usage = Usage { web_surplus: Hours::new(0.42), ..Usage::default() };
    let cost = |kind: &str, credits| {
        let servers = Service::WebServers(Instances {
            instance_type: kind.to_owned(),
            count: Count::new(1.0),
            volume: Gib::new(8.0),
            credits,
        });
        amount(&billed(&of(Network::Vpc, vec![servers]), &usage, Region::NorthVirginia), "surplus")
    };
    for (kind, dollars) in [("t2.nano", 0.021), ("t3.nano", 0.021), ("t3a.nano", 0.021), ("t4g.nano", 0.016_8)] {
        assert!((cost(kind, CreditMode::Unlimited) - dollars).abs() < 1e-9, "{kind}");
    }
    assert_eq!(cost("t2.nano", CreditMode::Standard), 0.0);
}

/// Amazon S3 FAQ, storage and request examples, N. Virginia: 52,900 GB-months are 51,200 in the first tier, $1,177.60, and
/// 1,700 in the next at $0.022; 310,000 PUT and 620,000 GET requests are $1.55 and $0.25.
#[test]
fn objects_cost_what_the_faq_works_out() {
    let usage = Usage {
        objects: Gigabytes::new(42_259_901_212_262_400.0 / 1_073_741_824.0 / 744.0),
        object_puts: Requests::new(310_000.0),
        object_gets: Requests::new(620_000.0),
        ..Usage::default()
    };
    let bill = billed(&of(Network::Vpc, vec![Service::ObjectStore]), &usage, Region::NorthVirginia);
    close(amount(&bill, "Storage (Standard, first 50 TB)"), 1_177.60);
    close(amount(&bill, "PUT"), 1.55);
    close(amount(&bill, "GET"), 0.25);
    close(amount(&bill, "Storage (Standard, next 450 TB)"), 1_700.0 * 0.022);
}

/// AWS price list, London, 2025-12-06 and 2025-04-04: a t4g.small is $0.0188 on demand and $0.0119 for a year. Two servers are always there, and
/// what Auto Scaling adds stays on demand.
#[test]
fn only_what_runs_all_month_is_committed_to() {
    let servers = Service::WebServers(Instances {
        instance_type: "t4g.small".to_owned(),
        count: Count::new(2.0),
        volume: Gib::new(16.0),
        credits: CreditMode::Unlimited,
    });
    let architecture = of(Network::Vpc, vec![servers]);
    let usage = Usage { web_hours: Hours::MONTH * 2.5, ..Usage::default() };
    let catalog = Catalog::bundled();
    let with = |purchase| {
        let readers = Readers::Europe;
        bill(&BillInputs {
            architecture: &architecture,
            usage: &usage,
            catalog: &catalog,
            region: Region::London,
            readers,
            purchase,
        })
    };
    let on_demand = with(Purchase::OnDemand);
    close(amount(&on_demand, "Instance usage"), 2.5 * 730.0 * 0.0188);
    let year = with(Purchase::OneYear);
    close(amount(&year, "Instance usage (committed for 1 year"), 2.0 * 730.0 * 0.0119);
    close(amount(&year, "Instance usage (on-demand"), 0.5 * 730.0 * 0.0188);
    close(amount(&with(Purchase::ThreeYears), "committed for 3 years"), 2.0 * 730.0 * 0.0081);
    for bill in [on_demand, year] {
        let month = bill.committable().unwrap();
        close(month.on_demand.value(), 2.0 * 730.0 * 0.0188);
        close(month.committed.value(), 2.0 * 730.0 * 0.0119);
        assert!((month.pays_after().value() - 7.6).abs() < 0.01);
    }
}

/// Amazon CloudWatch pricing page: five gigabytes of logs and ten metrics are free; an instance with detailed monitoring
/// has seven metrics, $2.10 at $0.30 each.
#[test]
fn monitoring_is_billed_beyond_what_is_free() {
    let servers = Service::WebServers(Instances {
        instance_type: "t4g.small".to_owned(),
        count: Count::new(1.0),
        volume: Gib::new(16.0),
        credits: CreditMode::Unlimited,
    });
    let usage = Usage { web_hours: Hours::MONTH * 3.0, logs: Gigabytes::new(7.0), ..Usage::default() };
    let bill = billed(&of(Network::Vpc, vec![servers]), &usage, Region::NorthVirginia);
    close(amount(&bill, "Detailed monitoring"), 3.0 * 2.10 - 3.00);
    close(amount(&bill, "Log ingestion"), 2.0 * 0.50);
    close(amount(&bill, "Instance usage"), 3.0 * 730.0 * 0.0168);
    close(amount(&bill, "gp3"), 3.0 * 16.0 * 0.08);
}

/// Forty minutes of builds are within the free hundred of CodeBuild and CodePipeline; a hundred and fifty are not.
#[test]
fn builds_are_free_up_to_a_hundred_minutes() {
    let delivery = of(Network::Vpc, vec![Service::Pipeline, Service::Build]);
    let lines = |minutes| {
        let usage = Usage { build: Minutes::new(minutes), ..Usage::default() };
        billed(&delivery, &usage, Region::Frankfurt).lines.len()
    };
    assert_eq!((lines(40.0), lines(150.0)), (0, 2));
}

/// Amazon RDS: the price of a Multi-AZ instance includes its standby, which is not billed again; Amazon Aurora: a replica
/// is an instance like the writer, and a cluster is billed for ten gigabytes at the least.
#[test]
fn a_standby_is_in_the_price_and_a_replica_is_not() {
    let database = |part| ManagedDatabase { class: "db.r6g.large".to_owned(), part, storage: Gib::new(20.0) };
    let usage = Usage { database_storage: Gib::new(0.5), ..Usage::default() };
    let count = |services| {
        let bill = billed(&of(Network::Vpc, services), &usage, Region::NorthVirginia);
        bill.lines.iter().filter(|line| line.name.contains("instance")).map(|line| line.quantity.value()).sum::<f64>()
    };
    assert_eq!(
        count(vec![Service::Rds(database(DatabasePart::Writer)), Service::Rds(database(DatabasePart::Standby))]),
        730.0
    );
    let cluster =
        vec![Service::Aurora(database(DatabasePart::Writer)), Service::Aurora(database(DatabasePart::Reader))];
    assert_eq!(count(cluster.clone()), 1_460.0);
    let bill = billed(&of(Network::Vpc, cluster), &usage, Region::NorthVirginia);
    close(amount(&bill, "Storage (Standard)"), 10.0 * 0.10);
}

/// Amazon Aurora pricing, Northern Virginia: $0.12 an ACU-hour. Half a unit for a month is 365 ACU-hours, $43.80, and a reader that
/// may take over has as many; instances and their credits are not billed beside it.
#[test]
fn serverless_capacity_is_billed_for_writer_and_reader() {
    let database = |part| ManagedDatabase { class: SERVERLESS.to_owned(), part, storage: Gib::new(20.0) };
    let usage = Usage { database_capacity: Count::new(365.0), ..Usage::default() };
    let cluster =
        vec![Service::Aurora(database(DatabasePart::Writer)), Service::Aurora(database(DatabasePart::Reader))];
    let bill = billed(&of(Network::Vpc, cluster), &usage, Region::NorthVirginia);
    close(amount(&bill, "Capacity (Serverless v2)"), 87.60);
    assert!(bill.lines.iter().all(|line| !line.name.contains("instance") && !line.name.contains("credits")));
}

/// AWS data transfer pricing: the first 100 GB out to the internet are free, the next 10 TB cost $0.09 in N. Virginia; a
/// flat-rate plan of CloudFront includes transfer, requests and DNS.
#[test]
fn transfer_out_is_free_up_to_a_hundred_gigabytes() {
    let usage = Usage { internet_transfer: Gigabytes::new(600.0), ..Usage::default() };
    close(amount(&billed(&of(Network::Vpc, Vec::new()), &usage, Region::NorthVirginia), "internet"), 45.0);
    let plan = Service::Cdn(EdgeBilling::FlatRate("cloudfront.flat-rate.pro".to_owned()));
    let usage = Usage { edge_transfer: Gigabytes::new(40_000.0), dns_queries: Requests::new(5e6), ..Usage::default() };
    let bill = billed(&of(Network::Vpc, vec![Service::Dns, plan]), &usage, Region::NorthVirginia);
    close(bill.total(CostKind::Infrastructure).value(), 15.0);
}

/// Amazon CloudFront Developer Guide, paying for file invalidation: of 1,800 paths in a month 800 are charged, at $0.005; a
/// flat-rate plan has no charges on top.
#[test]
fn invalidation_paths_are_paid_beyond_the_first_thousand() {
    let cost = |billing, paths| {
        let usage = Usage { invalidated: Count::new(paths), ..Usage::default() };
        amount(&billed(&of(Network::Vpc, vec![Service::Cdn(billing)]), &usage, Region::NorthVirginia), "Invalidation")
    };
    close(cost(EdgeBilling::PayAsYouGo, 1_800.0), 4.0);
    close(cost(EdgeBilling::PayAsYouGo, 1_000.0), 0.0);
    close(cost(EdgeBilling::FlatRate("cloudfront.flat-rate.pro".to_owned()), 1_800.0), 0.0);
}
