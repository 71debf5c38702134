//! The worked examples of the Amazon EC2 User Guide (standard mode examples, unlimited mode examples, key concepts; text
//! of June 2023, unchanged in substance in April 2026), run on the credit account.

use proptest::prelude::*;

use crate::{
    catalog::{Catalog, CreditMode},
    simulation::cpu::credits::{CreditAccount, CreditTerms},
    units::{Credits, Minutes, Vcpus},
};

pub(crate) fn terms(name: &str, mode: CreditMode, ramp: f64) -> CreditTerms {
    let catalog = Catalog::bundled();
    let kind = catalog.instance(name).unwrap();
    let burst = kind.burst.unwrap();
    CreditTerms {
        vcpus: kind.vcpus,
        earned_per_hour: burst.credits_per_hour,
        cap: burst.max_credits,
        mode,
        ramp: Minutes::new(ramp),
    }
}

pub(crate) fn account(name: &str, mode: CreditMode, earned: f64, launch: f64) -> CreditAccount {
    CreditAccount::new(&terms(name, mode, 0.0), Credits::new(earned), Credits::new(launch))
}

/// Runs at a utilisation, in per cent of every vCPU.
fn run(account: &mut CreditAccount, hours: f64, percent: f64) -> f64 {
    let wanted = Vcpus::new(account.vcpus().value() * percent / 100.0);
    for _ in 0..(hours * 60.0) as usize {
        account.pass(wanted, Minutes::new(1.0));
    }
    account.pass(wanted, Minutes::new(hours * 60.0 % 1.0));
    account.balance().value()
}

pub(crate) fn near(got: f64, wanted: f64) {
    assert!((got - wanted).abs() < 1e-6, "{got} is not {wanted}");
}

#[test]
fn every_type_earns_its_baseline_and_holds_a_day_of_it() {
    let catalog = Catalog::bundled();
    // Earned an hour, most earned credits, vCPUs, baseline of each in per cent; t3a and t4g are as t3.
    let table = [
        ("t2.nano", 3.0, 72.0, 1.0, 5.0),
        ("t2.micro", 6.0, 144.0, 1.0, 10.0),
        ("t2.small", 12.0, 288.0, 1.0, 20.0),
        ("t2.medium", 24.0, 576.0, 2.0, 20.0),
        ("t2.large", 36.0, 864.0, 2.0, 30.0),
        ("t2.xlarge", 54.0, 1_296.0, 4.0, 22.5),
        ("t2.2xlarge", 81.6, 1_958.4, 8.0, 17.0),
        ("t3.nano", 6.0, 144.0, 2.0, 5.0),
        ("t3.micro", 12.0, 288.0, 2.0, 10.0),
        ("t3.small", 24.0, 576.0, 2.0, 20.0),
        ("t3.medium", 24.0, 576.0, 2.0, 20.0),
        ("t3.large", 36.0, 864.0, 2.0, 30.0),
        ("t3.xlarge", 96.0, 2_304.0, 4.0, 40.0),
        ("t3.2xlarge", 192.0, 4_608.0, 8.0, 40.0),
    ];
    let siblings = |name: &str| {
        let size = name.split_once('.').map_or("", |(_, size)| size);
        if name.starts_with("t3") {
            vec![name.to_owned(), format!("t3a.{size}"), format!("t4g.{size}")]
        } else {
            vec![name.to_owned()]
        }
    };
    for (name, earned, most, vcpus, percent) in table {
        for name in siblings(name) {
            let kind = catalog.instance(&name).unwrap();
            let burst = kind.burst.unwrap();
            near(burst.credits_per_hour.value(), earned);
            near(burst.max_credits.value(), most);
            near(kind.vcpus.value(), vcpus);
            near(burst.baseline.as_percent(), percent);
            near(earned / vcpus / 60.0, percent / 100.0);
            near(run(&mut account(&name, CreditMode::Standard, 0.0, 0.0), 24.0, 0.0), most);
        }
    }
}

#[test]
fn a_credit_is_a_vcpu_minute() {
    for (name, percent, minutes) in [("t2.micro", 100.0, 1.0), ("t2.micro", 50.0, 2.0), ("t3.nano", 25.0, 2.0)] {
        let mut account = account(name, CreditMode::Standard, 50.0, 0.0);
        run(&mut account, minutes / 60.0, percent);
        near(account.spent().value(), 1.0);
    }
    // A t3.nano at 2 % for an hour accrues 6 - 2.4 credits.
    near(run(&mut account("t3.nano", CreditMode::Standard, 0.0, 0.0), 1.0, 2.0), 3.6);
}

#[test]
fn t3_standard_example() {
    let mut nano = account("t3.nano", CreditMode::Standard, 0.0, 0.0);
    near(run(&mut nano, 24.0, 0.0), 144.0);
    near(run(&mut nano, 12.0, 2.5), 144.0);
    near(run(&mut nano, 24.0, 7.0), 86.4);
    // The guide rounds to 122.
    near(run(&mut nano, 12.0, 2.5), 122.4);
    near(nano.runs_dry_after(Vcpus::new(2.0)).unwrap().value(), 122.4 / 1.9);
    near(run(&mut nano, 2.0, 100.0), 0.0);
    near(nano.pass(Vcpus::new(2.0), Minutes::new(1.0)).value(), 0.1);
    near(run(&mut nano, 14.0, 5.0), 0.0);
    near(run(&mut nano, 24.0, 0.0), 144.0);
}

#[test]
fn t2_standard_example_with_launch_credits() {
    let mut nano = account("t2.nano", CreditMode::Standard, 0.0, 30.0);
    near(run(&mut nano, 14.0, 0.0), 72.0);
    near(run(&mut nano, 10.0, 0.0), 102.0);
    near(nano.discarded().value(), 0.0);
    near(run(&mut nano, 12.0, 0.0), 102.0);
    near(nano.discarded().value(), 36.0);
    // Launch credits go first; what is earned meanwhile does not fit in.
    near(run(&mut nano, 25.0, 2.0), 72.0);
    near(nano.discarded().value(), 36.0 + 75.0);
    near(nano.launch().value(), 0.0);
    near(run(&mut nano, 11.0, 2.0), 72.0);
    near(nano.discarded().value(), 36.0 + 75.0 + 33.0 - 13.2);
    near(run(&mut nano, 3.0, 20.0), 45.0);
    near(run(&mut nano, 15.0, 2.0), 72.0);
    near(run(&mut nano, 6.0, 0.0), 72.0);
}

#[test]
fn launch_credits_lie_on_top_of_the_maximum() {
    let mut micro = account("t2.micro", CreditMode::Standard, 0.0, 30.0);
    near(run(&mut micro, 30.0, 0.0), 174.0);
    for (name, launch) in [
        ("t2.nano", 30.0),
        ("t2.micro", 30.0),
        ("t2.small", 30.0),
        ("t2.medium", 60.0),
        ("t2.large", 60.0),
        ("t2.xlarge", 120.0),
        ("t2.2xlarge", 240.0),
        ("t3.micro", 0.0),
    ] {
        near(Catalog::bundled().instance(name).unwrap().burst.unwrap().launch_credits.value(), launch);
    }
    // Unlimited mode has none.
    near(account("t2.micro", CreditMode::Unlimited, 0.0, 30.0).balance().value(), 0.0);
}

#[test]
fn t3_unlimited_example() {
    let mut nano = account("t3.nano", CreditMode::Unlimited, 0.0, 0.0);
    near(run(&mut nano, 24.0, 0.0), 144.0);
    near(run(&mut nano, 12.0, 2.5), 144.0);
    near(run(&mut nano, 24.0, 7.0), 86.4);
    near(run(&mut nano, 12.0, 2.5), 122.4);
    // 600 credits in five hours, less 30 earned: the guide's 570. With 122.4 instead of its 122 on hand, 303.6
    // instead of 304 are charged.
    near(run(&mut nano, 5.0, 100.0), 0.0);
    near(nano.surplus().value(), 144.0);
    near(nano.charged().value(), 570.0 - 122.4 - 144.0);
    run(&mut nano, 13.0, 5.0);
    near(nano.surplus().value(), 144.0);
    near(run(&mut nano, 24.0, 0.0), 0.0);
    near(nano.surplus().value(), 0.0);
    near(nano.charged().value(), 303.6);
}

/// The guide's graph: full at 23:40, empty about 00:47, the most surplus at 01:55, quiet from 02:20; 25 minutes at
/// full use are about 25 surplus credits, 0.42 vCPU-hours at $0.05, $0.02.
#[test]
fn t2_unlimited_example_and_its_bill() {
    let mut nano = account("t2.nano", CreditMode::Unlimited, 72.0, 0.0);
    let emptied = 72.0 / 0.95;
    near(run(&mut nano, emptied / 60.0, 100.0), 0.0);
    run(&mut nano, emptied / 60.0, 100.0);
    near(nano.surplus().value(), 72.0);
    near(nano.charged().value(), 0.0);
    run(&mut nano, 25.0 / 60.0, 100.0);
    let hours = nano.charged().value() / 60.0;
    assert!((hours - 0.42).abs() < 0.03, "{hours}");
    assert_eq!(format!("{:.2}", hours * 0.05), "0.02");
}

/// At 42.5 % a t3.large costs as much as an m5.large, at 52.5 % a t3.xlarge and a t3.2xlarge as their m5: what is
/// charged at $0.05 a vCPU-hour is then the difference of the hourly prices (N. Virginia, as printed in the guide).
#[test]
fn break_even_with_m5() {
    for (name, percent, difference) in
        [("t3.large", 42.5, 0.096 - 0.0835), ("t3.xlarge", 52.5, 0.192 - 0.167), ("t3.2xlarge", 52.5, 0.384 - 0.334)]
    {
        let mut machine = account(name, CreditMode::Unlimited, 0.0, 0.0);
        run(&mut machine, 400.0, percent);
        let before = machine.charged().value();
        run(&mut machine, 1.0, percent);
        near((machine.charged().value() - before) / 60.0 * 0.05, difference);
    }
}

#[test]
fn stopping_charges_the_surplus_that_is_left() {
    let mut micro = account("t3.micro", CreditMode::Unlimited, 0.0, 0.0);
    run(&mut micro, 1.0, 100.0);
    near(micro.charged().value(), 0.0);
    near(micro.terminate().value(), 120.0 - 12.0);
    near(micro.charged().value(), 108.0);
}

/// AWS's own recurrence for CloudWatch's five-minute metrics, standard and unlimited.
#[test]
fn five_minutes_at_a_time_are_as_aws_writes_them() {
    let mut account = account("t3.small", CreditMode::Unlimited, 30.0, 0.0);
    let (earned, most) = (24.0 * 5.0 / 60.0, 576.0);
    let (mut balance, mut surplus, mut charged) = (30.0, 0.0, 0.0);
    for step in 0..2_000 {
        let percent = f64::from(step * 37 % 101) * if step < 1_000 { 1.0 } else { 0.3 };
        let usage = 2.0 * percent / 100.0 * 5.0;
        let adjusted = balance - surplus + earned - usage;
        (balance, surplus) =
            if adjusted >= 0.0 { (f64::min(most, adjusted), 0.0) } else { (0.0, f64::min(most, -adjusted)) };
        charged += f64::max(-adjusted - most, 0.0);
        account.pass(Vcpus::new(2.0 * percent / 100.0), Minutes::new(5.0));
        assert!(
            (account.balance().value() - balance).abs() < 1e-6 && (account.surplus().value() - surplus).abs() < 1e-6
        );
        assert!((account.charged().value() - charged).abs() < 1e-6);
    }
    assert!(charged > 0.0);
}

/// Monitor your CPU credits, the example of the equation: a t3.nano that had two credits, earns 0.5 in five minutes and
/// spends one, has 1.5.
#[test]
fn five_minutes_of_a_t3_nano_in_standard_mode() {
    let mut nano = account("t3.nano", CreditMode::Standard, 2.0, 0.0);
    nano.pass(Vcpus::new(0.2), Minutes::new(5.0));
    near(nano.spent().value(), 1.0);
    near(nano.balance().value(), 1.5);
}

/// Key concepts: earning and spending are accounted for by the millisecond, so that a short burst takes a small fraction
/// of a credit, and how time is cut up changes nothing.
#[test]
fn accounting_is_continuous() {
    let mut nano = account("t3.nano", CreditMode::Standard, 50.0, 0.0);
    nano.pass(Vcpus::new(2.0), Minutes::new(0.05 / 60.0));
    near(nano.spent().value(), 2.0 * 0.05 / 60.0);
    for mode in [CreditMode::Standard, CreditMode::Unlimited] {
        let mut whole = account("t3.nano", mode, 10.0, 0.0);
        let mut cut = whole;
        whole.pass(Vcpus::new(1.5), Minutes::new(60.0));
        for _ in 0..60_000 {
            cut.pass(Vcpus::new(1.5), Minutes::new(0.001));
        }
        near(cut.balance().value(), whole.balance().value());
        near(cut.surplus().value(), whole.surplus().value());
        near(cut.spent().value(), whole.spent().value());
    }
}

/// Key concepts: the baseline is where the net is zero; a t3.large at it shows 30 %, each vCPU on the average. Credits of
/// a running instance do not expire: what is held is still there after a month.
#[test]
fn at_the_baseline_nothing_is_gained_lost_or_forgotten() {
    for kind in Catalog::bundled().instances().iter().filter(|kind| kind.burst.is_some()) {
        let burst = kind.burst.unwrap();
        for mode in [CreditMode::Standard, CreditMode::Unlimited] {
            let mut machine = account(kind.name, mode, burst.max_credits.value() / 2.0, 0.0);
            near(run(&mut machine, 720.0, burst.baseline.as_percent()), burst.max_credits.value() / 2.0);
            near(machine.discarded().value() + machine.charged().value(), 0.0);
        }
    }
    near(Catalog::bundled().instance("t3.large").unwrap().burst.unwrap().baseline.as_percent(), 30.0);
}

/// Unlimited mode examples, T2, point 5: below the baseline a t2.nano earns 0.25 credits every five minutes, which pay
/// down the surplus first and are accrued after.
#[test]
fn surplus_is_paid_down_before_credits_accrue() {
    let mut nano = account("t2.nano", CreditMode::Unlimited, -72.0, 0.0);
    nano.pass(Vcpus::new(0.0), Minutes::new(5.0));
    near(nano.surplus().value(), 71.75);
    run(&mut nano, 24.0 - 5.0 / 60.0, 0.0);
    near(nano.surplus().value() + nano.balance().value(), 0.0);
    nano.pass(Vcpus::new(0.0), Minutes::new(5.0));
    near(nano.balance().value(), 0.25);
    near(nano.charged().value(), 0.0);
}

/// Unlimited mode concepts, the t3.large of the first graph: on the average of a day at 30 % nothing is charged on top, at
/// 40 % the additional 10 %, which are 4.8 vCPU-hours of two vCPUs, $0.24 at $0.05.
#[test]
fn a_day_above_the_baseline_is_charged_for_what_is_above() {
    // Each average once steadily and once by a busy and an idle half of the day.
    for (average, halves, hours) in
        [(30.0, [30.0, 30.0], 0.0), (30.0, [60.0, 0.0], 0.0), (40.0, [40.0, 40.0], 4.8), (40.0, [80.0, 0.0], 4.8)]
    {
        let mut large = account("t3.large", CreditMode::Unlimited, 0.0, 0.0);
        for percent in halves {
            run(&mut large, 12.0, percent);
        }
        near(large.charged().value(), 0.0);
        near(large.terminate().value() / 60.0, hours);
        near(large.spent().value(), average / 100.0 * 2.0 * 1_440.0);
    }
}

/// Unlimited mode concepts: a T3 that bursts at 100 % all the time costs about one and a half times an M5 of its size
/// (prices of N. Virginia, of which the guide prints those of t3.large and m5.large).
#[test]
fn a_t3_at_full_use_costs_one_and_a_half_times_an_m5() {
    for (name, hour, m5) in [("t3.large", 0.0835, 0.096), ("t3.xlarge", 0.167, 0.192), ("t3.2xlarge", 0.334, 0.384)] {
        let mut machine = account(name, CreditMode::Unlimited, 0.0, 0.0);
        run(&mut machine, 200.0, 100.0);
        let before = machine.charged().value();
        run(&mut machine, 1.0, 100.0);
        let times = (hour + (machine.charged().value() - before) / 60.0 * 0.05) / m5;
        assert!((1.45..1.65).contains(&times), "{name}: {times}");
    }
}

proptest! {
    /// Key concepts: the hourly price covers all spikes of an instance whose average use is at or below the baseline over
    /// 24 hours or its lifetime, whichever is shorter.
    #[test]
    fn a_day_at_or_below_the_baseline_costs_nothing_more(
        quarters in prop::collection::vec(0.0..1.0_f64, 1..96),
        power in 0.2..6.0_f64,
    ) {
        let shape: Vec<f64> = quarters.iter().map(|use_| libm::pow(*use_, power)).collect();
        let mean = shape.iter().sum::<f64>() / shape.len() as f64;
        // As high as the baseline of 20 % lets it be on the average, and no more than both vCPUs.
        let most = shape.iter().copied().fold(0.0, f64::max);
        let factor = (0.2 / mean).min(1.0 / most) * 2.0;
        let mut medium = account("t3.medium", CreditMode::Unlimited, 0.0, 0.0);
        for use_ in &shape {
            let wanted = use_ * factor;
            let granted = medium.pass(Vcpus::new(wanted), Minutes::new(15.0)).value();
            prop_assert!((granted - wanted).abs() < 1e-9);
        }
        medium.terminate();
        prop_assert!(medium.charged().value() < 1e-6, "{:?}", medium.charged());
    }
}
