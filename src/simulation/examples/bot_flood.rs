//! How long Lightsail's burst capacity lasts under a flood of POSTs that no cache takes, 60 ms of CPU each, on a server
//! that has nothing else to do and begins with all it can hold: by hand, the stock over what is used above the baseline
//! (Amazon Lightsail User Guide, CPU burst capacity accrual; baselines of the bundles).

use crate::{
    architecture::{CpuAllowance, Machine},
    catalog::Catalog,
    simulation::{Event, Outcome, Rules, fixtures::*, simulate},
    units::{Milliseconds, Minutes, Requests, RequestsPerSecond},
    workload::Demand,
};

/// A bundle of the catalog, with the capacity 24 hours at its baseline accrue.
fn bundle(sku: &str) -> Machine {
    let catalog = Catalog::bundled();
    let bundle = catalog.bundles().iter().find(|bundle| bundle.sku == sku).unwrap();
    let baseline = bundle.baseline.unwrap();
    Machine {
        name: sku.to_owned(),
        vcpus: bundle.vcpus,
        memory: bundle.memory,
        cpu: CpuAllowance::BurstCapacity { baseline, cap: Minutes::new(baseline.value() * 1_440.0) },
    }
}

/// What comes of a week in which so many POSTs a second arrive by day and at night.
fn flooded(machine: Machine, [by_day, by_night]: [f64; 2]) -> Outcome {
    let workload = workload("blog");
    let idle = Demand {
        visits: Requests::new(1.0),
        page_views: Requests::new(1.0),
        bot_requests: Requests::ZERO,
        page_cpu: Milliseconds::new(60.0),
        page_database: Milliseconds::ZERO,
        ..workload.typical().clone()
    };
    let rate = RequestsPerSecond::new;
    let flood =
        Event::BotFlood { start: Minutes::ZERO, length: Minutes::WEEK, by_day: rate(by_day), by_night: rate(by_night) };
    simulate(&single(machine), &idle, &workload.shape, &vec![flood], &Rules::default()).outcome
}

#[test]
fn burst_capacity_lasts_as_long_as_the_sum_says() {
    for (sku, hours) in [
        ("lightsail.linux.small", [30.0, 9.2, 6.9]),
        ("lightsail.linux.micro", [9.2, 3.9, 3.0]),
        ("lightsail.linux.large", [120.0, 17.0, 12.0]),
    ] {
        for (rate, hours) in [12.0, 24.0, 30.0].into_iter().zip(hours) {
            let lasted = flooded(bundle(sku), [rate; 2]).dry_at.unwrap().value() / 60.0;
            assert!((lasted / hours - 1.0).abs() < 0.1, "{sku}, {rate} a second: {lasted} hours against {hours}");
        }
    }
}

/// 2 GB: 0.4 vCPU are its own, which 6.7 POSTs a second take. Twelve by day alone leave it the nights to recover: 16 hours
/// take 307 of 576 minutes, eight hours give 192 back, so that it runs dry in the course of the fourth day.
#[test]
fn nights_without_a_flood_give_some_of_it_back() {
    assert_eq!(flooded(bundle("lightsail.linux.small"), [6.0, 6.0]).dry_at, None);
    let by_day = flooded(bundle("lightsail.linux.small"), [12.0, 0.0]);
    let days = by_day.dry_at.unwrap().value() / 1_440.0;
    assert!((3.0..4.0).contains(&days), "{days}");
    // Twelve a second for sixteen hours of seven days arrived, and nothing else.
    assert!((by_day.arrived.value() / (12.0 * 16.0 * 3_600.0 * 7.0) - 1.0).abs() < 0.001, "{}", by_day.arrived.value());
}
