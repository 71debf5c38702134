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
