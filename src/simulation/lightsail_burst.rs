//! Lightsail's burst capacity, in its own terms: per cent of what the instance can hold, and minutes of the whole
//! instance at 100 % (Amazon Lightsail User Guide, burst capacity and baseline performance).

use super::cpu_credits::{CreditAccount, CreditTerms};
use crate::{
    catalog::CreditMode,
    units::{Credits, Minutes, Ratio, Vcpus},
};

/// Where an instance's CPU use lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BurstZone {
    /// At or below the baseline: for ever.
    Sustainable,
    /// Above it: as long as burst capacity lasts.
    Burstable,
}

/// The burst capacity of one Lightsail instance. The engine is that of CPU credits in standard mode, with the whole
/// instance as the unit: its cap is 24 hours of accrual, 100/24 per cent an hour, and nothing can be bought on top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BurstCapacity {
    baseline: Ratio,
    cap: Minutes,
    account: CreditAccount,
}

impl BurstCapacity {
    /// Burst capacity that starts at a share of its maximum. What a new instance is given is not published.
    pub fn new(baseline: Ratio, start: Ratio, ramp: Minutes) -> Self {
        let cap = Minutes::new(baseline.value() * 1_440.0);
        let account = CreditAccount::new(
            &CreditTerms {
                vcpus: Vcpus::new(1.0),
                earned_per_hour: Credits::new(baseline.value() * 60.0),
                cap: Credits::new(cap.value()),
                mode: CreditMode::Standard,
                ramp,
            },
            Credits::new(cap.value() * start.value()),
            Credits::ZERO,
        );
        Self { baseline, cap, account }
    }

    /// Lets time pass in which so much of the instance is wanted; the share granted, on the average of that time.
    pub fn pass(&mut self, wanted: Ratio, span: Minutes) -> Ratio {
        Ratio::new(self.account.pass(Vcpus::new(wanted.value()), span).value())
    }

    /// Minutes at 100 % of the whole instance that are left.
    pub fn minutes(&self) -> Minutes {
        Minutes::new(self.account.balance().value())
    }

    /// What is left as a share of the maximum, as Lightsail's graphs show it.
    pub fn share(&self) -> Ratio {
        Ratio::new(self.minutes() / self.cap)
    }

    /// The zone a utilisation lies in.
    pub fn zone(&self, utilisation: Ratio) -> BurstZone {
        if utilisation <= self.baseline { BurstZone::Sustainable } else { BurstZone::Burstable }
    }
}

/// Figures of the Amazon Lightsail User Guide (baseline CPU performance, burst capacity accrual).
#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::{BundleCpu, BundleKind, Catalog},
        units::Gib,
    };

    fn plan(percent: f64, start: f64) -> BurstCapacity {
        BurstCapacity::new(Ratio::percent(percent), Ratio::new(start), Minutes::ZERO)
    }

    #[test]
    fn every_plan_accrues_4_17_per_cent_an_hour_and_is_full_after_a_day() {
        for percent in [5.0, 10.0, 20.0, 30.0, 40.0, 22.5, 17.0] {
            let mut idle = plan(percent, 0.0);
            idle.pass(Ratio::ZERO, Minutes::new(60.0));
            assert!((idle.share().as_percent() - 4.17).abs() < 0.005);
            assert!((idle.minutes().value() - percent / 100.0 * 60.0).abs() < 1e-9);
            idle.pass(Ratio::ZERO, Minutes::new(3_000.0));
            assert!((idle.share().value() - 1.0).abs() < 1e-12);
        }
    }

    /// The $7 plan: a baseline of 10 %, six minutes accrued an hour, 144 at the most.
    #[test]
    fn the_seven_dollar_plan() {
        let mut idle = plan(10.0, 0.0);
        idle.pass(Ratio::ZERO, Minutes::new(60.0));
        assert!((idle.minutes().value() - 6.0).abs() < 1e-9);
        assert!((plan(10.0, 1.0).minutes().value() - 144.0).abs() < 1e-9);
    }

    /// Sixty minutes accrued last sixty at 100 %, and 120 at 50 %, if what accrues meanwhile is set aside. (The guide's
    /// own "25 % at 150 minutes" does not follow from its rule; 240 does.)
    #[test]
    fn minutes_are_those_of_the_whole_instance() {
        for (percent, gross) in [(100.0, 60.0), (50.0, 120.0), (25.0, 240.0)] {
            let mut burst = plan(10.0, 60.0 / 144.0);
            let mut lasted = 0.0;
            while burst.pass(Ratio::percent(percent), Minutes::new(0.1)).as_percent() > percent - 1e-6 {
                lasted += 0.1;
            }
            let net = gross * percent / (percent - 10.0);
            assert!((lasted - net).abs() < 0.3, "{percent} % lasted {lasted}, not {net}");
        }
    }

    #[test]
    fn at_or_below_the_baseline_it_lasts_for_ever() {
        let burst = plan(20.0, 0.5);
        assert_eq!(burst.zone(Ratio::percent(20.0)), BurstZone::Sustainable);
        assert_eq!(burst.zone(Ratio::percent(21.0)), BurstZone::Burstable);
        let mut spent = plan(20.0, 0.0);
        assert_eq!(spent.pass(Ratio::percent(90.0), Minutes::new(60.0)), Ratio::percent(20.0));
    }

    /// GetInstanceMetricData, BurstCapacityTime: five minutes at 50 % consume burst capacity at half the rate, two and a
    /// half minutes. (What accrues meanwhile, half a minute here, comes on top.)
    #[test]
    fn five_minutes_at_half_use_take_two_and_a_half() {
        let mut burst = plan(10.0, 0.5);
        let before = burst.minutes().value();
        burst.pass(Ratio::percent(50.0), Minutes::new(5.0));
        assert!((before - burst.minutes().value() - (2.5 - 0.5)).abs() < 1e-9);
    }

    /// Baseline CPU performance, the $44 plan with two vCPUs and a baseline of 30 %: what counts is the average of both.
    #[test]
    fn utilisation_is_the_average_of_all_vcpus() {
        for (one, other, zone, change) in [
            (50.0, 0.0, BurstZone::Sustainable, 0.05),
            (30.0, 20.0, BurstZone::Sustainable, 0.05),
            (35.0, 25.0, BurstZone::Sustainable, 0.0),
            (100.0, 90.0, BurstZone::Burstable, -0.65),
        ] {
            let mut burst = plan(30.0, 0.5);
            let average = Ratio::percent((one + other) / 2.0);
            assert_eq!(burst.zone(average), zone, "{one} and {other}");
            let before = burst.minutes().value();
            burst.pass(average, Minutes::new(1.0));
            assert!((burst.minutes().value() - before - change).abs() < 1e-9, "{one} and {other}");
        }
    }

    /// Baseline CPU performance, table of plans by memory, vCPUs and baseline; those from 64 GB on burst as needed and use
    /// no burst capacity.
    #[test]
    fn plans_have_the_published_baselines() {
        let table = [
            (0.5, 2.0, 5.0, BundleCpu::Burstable),
            (1.0, 2.0, 10.0, BundleCpu::Burstable),
            (2.0, 2.0, 20.0, BundleCpu::Burstable),
            (4.0, 2.0, 20.0, BundleCpu::Burstable),
            (8.0, 2.0, 30.0, BundleCpu::Burstable),
            (16.0, 4.0, 40.0, BundleCpu::Burstable),
            (32.0, 8.0, 40.0, BundleCpu::Burstable),
            (64.0, 16.0, 40.0, BundleCpu::BurstsFreely),
            (128.0, 32.0, 40.0, BundleCpu::BurstsFreely),
            (192.0, 48.0, 40.0, BundleCpu::BurstsFreely),
            (256.0, 64.0, 40.0, BundleCpu::BurstsFreely),
        ];
        let catalog = Catalog::bundled();
        for (memory, vcpus, percent, cpu) in table {
            let mut plans = catalog
                .bundles()
                .iter()
                .filter(|plan| plan.kind == BundleKind::General && plan.memory == Gib::new(memory))
                .peekable();
            assert!(plans.peek().is_some(), "no plan of {memory} GB");
            for plan in plans {
                assert_eq!((plan.vcpus, plan.cpu), (Vcpus::new(vcpus), cpu), "{}", plan.name);
                let baseline = plan.baseline.map(Ratio::as_percent);
                assert!(baseline.is_none_or(|known| (known - percent).abs() < 1e-9), "{}: {baseline:?}", plan.name);
                assert!(baseline.is_some() || cpu == BundleCpu::BurstsFreely, "{}", plan.name);
            }
        }
    }
}
