//! More examples of the Amazon EFS User Guide, run on the credits of a file system and on whole weeks: performance
//! specifications (text of 2026 and of February 2019) and metered sizes.

use crate::{
    architecture::{Architecture, Component, ComponentId, Delivery, EfsThroughput, Place, Service, Webroot},
    catalog::CreditMode,
    simulation::{
        Rules, Start,
        files::efs_throughput::{FileCredits, READ_WEIGHT, baseline},
        fixtures::*,
        meter::{outcome::Week, series::Meter},
        run::week::simulate,
    },
    units::{Count, Gib, MibPerSecond, Minutes, Ratio},
    workload::Workload,
};

fn near(got: f64, wanted: f64, tolerance: f64) {
    assert!((got / wanted - 1.0).abs() <= tolerance, "{got} is not {wanted}");
}

fn empty(gib: f64) -> FileCredits {
    FileCredits::new(Gib::new(gib), Ratio::ZERO)
}

/// Minutes for which a file system gives all of this, metered, at most a day.
fn lasts(files: &mut FileCredits, wanted: f64) -> f64 {
    let granted = |files: &mut FileCredits| files.pass(MibPerSecond::new(wanted), Minutes::new(1.0)).value();
    (0..1_440).take_while(|_| granted(files) >= wanted - 1e-9).count() as f64
}

/// Performance, table of bursting behaviour: GiB, MiB/s of bursts read-only and write-only, minutes of them a day, and MiB/s
/// without end read-only and write-only. The guide takes 4.88 MiB/s of 100 GiB for 5, and 1,000 MiB/s for 1 GiB/s.
#[test]
fn bursts_of_today_s_table() {
    for (size, read, write, minutes, always_read, always_write) in [
        (100.0, 300.0, 100.0, 72.0, 15.0, 5.0),
        (1_024.0, 300.0, 100.0, 720.0, 150.0, 50.0),
        (10_240.0, 3_072.0, 1_024.0, 720.0, 1_536.0, 500.0),
    ] {
        let files = empty(size);
        near(files.burst().value() / READ_WEIGHT, read, 0.025);
        near(files.burst().value(), write, 0.025);
        near(files.accrues() / files.burst() * 1_440.0, minutes, 0.025);
        near(files.without_credits().value() / READ_WEIGHT, always_read, 0.025);
        near(files.without_credits().value(), always_write, 0.025);
        // Simulated: idle for the rest of the day, it bursts for so long.
        let mut files = empty(size);
        files.pass(MibPerSecond::ZERO, Minutes::new(1_440.0 - minutes));
        let burst = files.burst().value();
        // Whole minutes are counted.
        near(lasts(&mut files, burst) + 0.5, minutes, 0.025);
        near(files.pass(MibPerSecond::new(burst), Minutes::new(1.0)).value(), always_write, 0.025);
    }
}

/// A file system of 2 GB has 2.1 TiB of credits when it is new. With 0.14 MiB/s more going out than is earned they last 2.1 TiB
/// over 0.14 MiB/s, about 180 days.
#[test]
fn a_steady_drain_ends_a_small_file_system_s_credits_in_half_a_year() {
    let mut files = FileCredits::new(Gib::new(2.0), Ratio::ONE);
    let drain = MibPerSecond::new(files.accrues().value() + 0.14);
    let by_hand = files.cap().value() * 1_024.0 / 0.14 / 86_400.0;
    near(by_hand, 180.0, 0.03);
    let day = Minutes::new(1_440.0);
    let left = |files: &mut FileCredits| {
        files.pass(drain, day);
        files.balance().value() > 0.0
    };
    let lasts = (0..400).take_while(|_| left(&mut files)).count() as f64;
    assert!((lasts - by_hand).abs() <= 1.0, "{lasts} days, {by_hand} by hand");
    // So small a demand is met without credits as well; a larger one no longer is.
    near(files.pass(drain, day).value(), drain.value(), 1e-9);
    near(files.pass(files.burst(), day).value(), files.without_credits().value(), 0.01);
}

/// Performance, throughput modes: at a third of its read limit a file system still reaches two thirds of its write limit.
#[test]
fn reads_and_writes_share_one_limit() {
    let files = empty(512.0);
    let read_limit = files.burst().value() / READ_WEIGHT;
    let metered = 0.33 * read_limit * READ_WEIGHT + 0.67 * files.burst().value();
    near(metered, files.burst().value(), 1e-12);
}

/// Performance, 2019: a new file system can add data at 100 MiB/s until it is large enough to run at that rate for ever,
/// which is at 2 TiB.
#[test]
fn a_new_file_system_is_filled_at_full_speed_up_to_two_tib() {
    let mut stored = 0.0;
    let mut credits = FileCredits::new(Gib::new(stored), Ratio::ONE).balance();
    while stored < 2_048.0 {
        let full = FileCredits::new(Gib::new(stored), Ratio::ONE).cap();
        let mut files = FileCredits::new(Gib::new(stored), Ratio::new(credits.value() / full.value()));
        let written = files.pass(MibPerSecond::new(100.0), Minutes::new(10.0)).value();
        near(written, 100.0, 1e-12);
        credits = files.balance();
        stored += written * 600.0 / 1_024.0;
    }
    assert!(baseline(Gib::new(stored)).value() >= 100.0);
    assert!(baseline(Gib::new(2_000.0)).value() < 100.0);
}

/// Performance, burst credits: they accrue below the rate the size earns. Below the floor and above that rate nothing is
/// accrued, so a webroot of 1 GiB that is read all day never bursts again.
#[test]
fn the_floor_is_given_and_not_earned() {
    let mut files = empty(1.0);
    for _ in 0..1_440 {
        near(files.pass(MibPerSecond::new(0.5), Minutes::new(1.0)).value(), 0.5, 1e-12);
    }
    assert_eq!(files.balance(), Gib::ZERO);
    // Idle for a day it earns 50 KiB/s: 4.1 GiB, 42 seconds of bursting.
    files.pass(MibPerSecond::ZERO, Minutes::new(1_440.0));
    near(files.balance().value(), 50.0 * 86_400.0 / 1_048_576.0, 1e-9);
    near(files.balance().value() * 1_024.0 / files.burst().value(), 42.2, 0.001);
}

/// Managing burst credits, 2019: the bytes of the busiest day, by 24 hours, 60 minutes, 60 seconds and 1,024, by 50 KiB/s,
/// are the GiB that sustain it.
#[test]
fn the_size_a_day_of_traffic_needs() {
    let busiest_day = 864.0 * 1_073_741_824.0;
    let kib = busiest_day / 24.0 / 60.0 / 60.0 / 1_024.0;
    let size = kib / 50.0;
    near(size, 209.7, 0.001);
    let rate = MibPerSecond::new(kib / 1_024.0);
    let (mut enough, mut less) = (empty(size), empty(size * 0.99));
    for _ in 0..1_440 {
        near(enough.pass(rate, Minutes::new(1.0)).value(), rate.value(), 1e-9);
    }
    assert!(less.pass(rate, Minutes::new(60.0)) < rate);
}

fn on(throughput: EfsThroughput) -> Architecture {
    group(ec2("t4g.medium", CreditMode::Unlimited), 2.0, 8.0, Delivery::Mounted, Webroot::Efs(throughput))
}

fn week(architecture: &Architecture, workload: &Workload, times: f64, start: Start) -> Week {
    let usual = workload.typical();
    let demand = crate::workload::Demand {
        visits: usual.visits * times,
        page_views: usual.page_views * times,
        bot_requests: usual.bot_requests * times,
        ..usual.clone()
    };
    let rules = Rules::default().starting(start);
    simulate(architecture, &demand, &workload.shape, &Vec::new(), &rules)
}

/// Performance, elastic throughput: no burst credits are accrued or used.
#[test]
fn only_bursting_throughput_has_credits() {
    let workload = workload("shop");
    let provisioned = EfsThroughput::Provisioned(MibPerSecond::new(5.0));
    for (throughput, has) in [(EfsThroughput::Bursting, true), (EfsThroughput::Elastic, false), (provisioned, false)] {
        let architecture = on(throughput);
        let outcome = week(&architecture, &workload, 1.0, Start::Fresh).outcome;
        assert_eq!(outcome.least_file_credits.is_some(), has, "{throughput:?}");
        let (demand, rules) = (workload.typical(), Rules::default());
        let series = Week::series(&architecture, demand, &workload.shape, &Vec::new(), &rules);
        assert_eq!(series.iter().any(|curve| curve.meter == Meter::FileCredits), has, "{throughput:?}");
        assert!(series.iter().any(|curve| curve.meter == Meter::FileThroughput), "{throughput:?}");
    }
}

/// Performance: provisioned throughput gives what is provisioned, elastic throughput what is taken, and a small file system
/// without credits 1 MiB/s. What asks for more is held back.
#[test]
fn throughput_holds_back_what_asks_for_more() {
    let workload = workload("membership");
    let failed = |throughput, times| {
        let mut architecture = on(throughput);
        architecture.web.machine = fixed(64.0);
        architecture.web.workers = Count::new(96.0);
        add(&mut architecture, Service::ObjectStore);
        week(&architecture, &workload, times, Start::Settled).outcome.failed.value()
    };
    let provisioned = |rate| EfsThroughput::Provisioned(MibPerSecond::new(rate));
    let free = failed(EfsThroughput::Elastic, 1.0);
    assert!(failed(provisioned(0.05), 1.0) > 2.0 * free.max(1.0));
    assert_eq!(failed(provisioned(50.0), 1.0), free);
    // Whatever is stored, bursting gives at least what 1 MiB/s provisioned does, and what 0.05 does not.
    assert_eq!(failed(EfsThroughput::Bursting, 1.0), failed(provisioned(1.0), 1.0));
}

fn add(architecture: &mut Architecture, service: Service) {
    let id = ComponentId(service.name());
    architecture.components.push(Component {
        id,
        service,
        place: Place::Region,
        size: String::new(),
        role: String::new(),
    });
}

/// AWS Backup, EFS backups: a backup uses no burst credits and does not count towards throughput.
#[test]
fn a_backup_uses_no_credits() {
    let workload = workload("shop");
    let plain = on(EfsThroughput::Bursting);
    let mut kept = plain.clone();
    add(&mut kept, Service::Backup);
    let outcome = |architecture| week(architecture, &workload, 1.0, Start::Fresh).outcome;
    assert_eq!(outcome(&plain), outcome(&kept));
}

/// What a new file system is given hides for days what it earns: at 0.3 MiB/s, six times what a webroot of 1 GiB earns, 2.1
/// TiB last 101 days.
#[test]
fn the_initial_credits_outlast_the_first_weeks() {
    let mut files = FileCredits::new(Gib::new(1.0), Ratio::ONE);
    let mut days = 0;
    while files.balance() > Gib::ZERO {
        files.pass(MibPerSecond::new(0.3), Minutes::new(1_440.0));
        days += 1;
    }
    assert_eq!(days, 102);
    assert_eq!(Count::new(f64::from(days)).value(), (2.1 * 1_048_576.0 / (0.3 - 50.0 / 1_024.0) / 86_400.0_f64).ceil());
}
