//! A web server's CPU: all its own, or rationed by credits.

use super::{
    HOUR, Rules, Start,
    cpu_credits::{CreditAccount, CreditTerms},
};
use crate::{
    architecture::{CpuAllowance, Machine},
    catalog::CreditMode,
    units::{Credits, Vcpus},
};

/// The CPU of one server, which stands for all servers of the fleet.
pub(super) trait Cpu {
    /// The vCPUs granted in a minute in which so many are wanted.
    fn minute(&mut self, wanted: f64) -> f64;
    /// Whether an hour with this mean and highest number of vCPUs wanted passes without trouble and without a balance
    /// below `least`; it then has passed.
    fn quiet_hour(&mut self, mean: f64, top: f64, least: f64) -> bool;
    /// Its account, where it has one.
    fn account(&self) -> Option<&CreditAccount>;
    /// The fleet has changed from so many servers to so many: new ones bring no credits, and surplus of those that go is
    /// charged. Credits charged for all servers since the last change.
    fn change(&mut self, before: usize, after: usize) -> f64;
}

/// All of the CPU, all the time.
pub(super) struct Unrationed;

impl Cpu for Unrationed {
    #[inline]
    fn minute(&mut self, wanted: f64) -> f64 {
        wanted
    }

    #[inline]
    fn quiet_hour(&mut self, _mean: f64, _top: f64, _least: f64) -> bool {
        true
    }

    fn account(&self) -> Option<&CreditAccount> {
        None
    }

    fn change(&mut self, _before: usize, _after: usize) -> f64 {
        0.0
    }
}

/// Rationed by credits: the average account of the fleet.
pub(super) struct Rationed {
    account: CreditAccount,
    /// What had been charged at the last change of the fleet.
    charged: f64,
    /// Launch credits a new server brings.
    launch: f64,
}

impl Cpu for Rationed {
    #[inline]
    fn minute(&mut self, wanted: f64) -> f64 {
        self.account.step(wanted, 1.0)
    }

    #[inline]
    fn quiet_hour(&mut self, mean: f64, top: f64, least: f64) -> bool {
        self.account.quiet_span(mean, top, HOUR as f64, least)
    }

    fn account(&self) -> Option<&CreditAccount> {
        Some(&self.account)
    }

    #[cold]
    fn change(&mut self, before: usize, after: usize) -> f64 {
        let mut charged = (self.account.charged().value() - self.charged) * before as f64;
        if after > before {
            self.account.dilute(before as f64 / after as f64, self.launch);
        } else {
            charged += self.account.surplus().value() * (before - after) as f64;
        }
        self.charged = self.account.charged().value();
        charged
    }
}

impl Rationed {
    /// Lets an hour pass at one level of use.
    pub(super) fn hour(&mut self, wanted: f64) {
        self.account.step(wanted, HOUR as f64);
    }

    /// Credits charged so far.
    pub(super) const fn charged(&self) -> f64 {
        self.account.charged().value()
    }

    /// The account a machine begins the week with, where its CPU is rationed; `usual` is the mean number of vCPUs it
    /// keeps busy.
    pub(super) fn new(machine: &Machine, usual: f64, rules: &Rules) -> Option<Self> {
        let (terms, launch) = match machine.cpu {
            CpuAllowance::Fixed => return None,
            CpuAllowance::Credits { earned_per_hour, cap, launch, mode, .. } => {
                (CreditTerms { vcpus: machine.vcpus, earned_per_hour, cap, mode, ramp: rules.credit_ramp }, launch)
            }
            // The same engine, with minutes of the instance turned into minutes of its vCPUs.
            CpuAllowance::BurstCapacity { baseline, cap } => {
                let vcpus = machine.vcpus.value();
                let terms = CreditTerms {
                    vcpus: Vcpus::new(vcpus),
                    earned_per_hour: Credits::new(baseline.value() * 60.0 * vcpus),
                    cap: Credits::new(cap.value() * vcpus),
                    mode: CreditMode::Standard,
                    ramp: rules.credit_ramp,
                };
                (terms, Credits::ZERO)
            }
        };
        let account = match rules.start {
            Start::Fresh => CreditAccount::new(&terms, Credits::ZERO, launch),
            // After months: full where the mean stays below the baseline, otherwise as far down as the mode allows.
            Start::Settled => {
                let sustained = usual <= terms.earned_per_hour.value() / 60.0;
                let start = if sustained { terms.cap } else { terms.cap * -1.0 };
                CreditAccount::new(&terms, start, Credits::ZERO)
            }
        };
        let launch = match terms.mode {
            CreditMode::Standard => launch.value(),
            CreditMode::Unlimited => 0.0,
        };
        Some(Self { account, charged: 0.0, launch })
    }
}
