//! CPU credits of EC2 burstable instances, as the Amazon EC2 User Guide describes them (burstable performance
//! instances: key concepts, standard mode, unlimited mode).
//!
//! One credit is one vCPU at 100 % for one minute. Credits are earned all the time an instance runs and spent with every
//! cycle used, both continuously. A balance holds what 24 hours earn; what comes on top is discarded.

use crate::{
    catalog::CreditMode,
    units::{Credits, Minutes, Vcpus},
};

/// What an instance type earns and may hold, and what it does when nothing is left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CreditTerms {
    /// Virtual CPUs.
    pub vcpus: Vcpus,
    /// Earned in an hour by the whole instance.
    pub earned_per_hour: Credits,
    /// The most earned credits it holds, and the most surplus it may borrow: 24 hours of earning.
    pub cap: Credits,
    /// What happens at zero.
    pub mode: CreditMode,
    /// Standard mode: over how long full use is lowered to the baseline; zero is a hard cliff.
    pub ramp: Minutes,
}

/// The credit account of one instance.
///
/// Launch credits (T2 in standard mode) are spent first and do not count towards the maximum. In unlimited mode the
/// balance may go below zero: that is the surplus, paid back by later earnings; what goes beyond the maximum surplus is
/// charged.
///
/// AWS gives no curve for how standard mode lowers utilisation. Here the use allowed above the baseline falls with the
/// square root of the balance, from the balance at which a fully used instance has just `ramp` minutes left: at full use
/// that is a straight line from 100 % to the baseline over `ramp`, and it ends at zero credits exactly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CreditAccount {
    vcpus: f64,
    earn: f64,
    cap: f64,
    floor: f64,
    /// Balance from which use is lowered, and the slope of its root; zero for a hard cliff and in unlimited mode.
    lowered_from: f64,
    root_slope: f64,
    /// Below zero: surplus.
    balance: f64,
    launch: f64,
    spent: f64,
    discarded: f64,
    charged: f64,
}

impl CreditAccount {
    /// An account that starts with so many earned credits and, for T2 in standard mode, launch credits.
    pub fn new(terms: &CreditTerms, earned: Credits, launch: Credits) -> Self {
        let earn = terms.earned_per_hour.value() / 60.0;
        let excess = (terms.vcpus.value() - earn).max(0.0);
        let ramp = terms.ramp.value();
        let cap = terms.cap.value();
        let (floor, launch, lowered_from) = match terms.mode {
            CreditMode::Standard => (0.0, launch.value(), excess * ramp / 2.0),
            CreditMode::Unlimited => (-cap, 0.0, 0.0),
        };
        let root_slope = if lowered_from > 0.0 { libm::sqrt(lowered_from) / ramp } else { 0.0 };
        Self {
            vcpus: terms.vcpus.value(),
            earn,
            cap,
            floor,
            lowered_from,
            root_slope,
            balance: earned.value().clamp(floor, cap),
            launch,
            spent: 0.0,
            discarded: 0.0,
            charged: 0.0,
        }
    }

    /// Lets time pass in which so many vCPUs are wanted; the vCPUs granted, on the average of that time.
    pub fn pass(&mut self, wanted: Vcpus, span: Minutes) -> Vcpus {
        Vcpus::new(self.step(wanted.value(), span.value()))
    }

    /// Earned and launch credits left.
    pub fn balance(&self) -> Credits {
        Credits::new(self.balance.max(0.0) + self.launch)
    }

    /// Launch credits left.
    pub const fn launch(&self) -> Credits {
        Credits::new(self.launch)
    }

    /// Surplus credits spent and not yet earned back.
    pub fn surplus(&self) -> Credits {
        Credits::new((-self.balance).max(0.0))
    }

    /// Surplus credits charged so far: those beyond the maximum.
    pub const fn charged(&self) -> Credits {
        Credits::new(self.charged)
    }

    /// Credits spent so far.
    pub const fn spent(&self) -> Credits {
        Credits::new(self.spent)
    }

    /// Credits earned so far and not kept, as the balance was full.
    pub const fn discarded(&self) -> Credits {
        Credits::new(self.discarded)
    }

    /// Stops the instance: surplus that has not been earned back is charged, and returned.
    pub fn terminate(&mut self) -> Credits {
        let surplus = self.surplus();
        self.charged += surplus.value();
        self.balance = self.balance.max(0.0);
        surplus
    }

    /// When credits will run out with so many vCPUs wanted all the time; never in unlimited mode, or at the baseline.
    pub fn runs_dry_after(&self, wanted: Vcpus) -> Option<Minutes> {
        let wanted = wanted.value().min(self.vcpus);
        let excess = wanted - self.earn;
        if self.floor < 0.0 || excess <= 0.0 {
            return None;
        }
        // While launch credits are spent the earned ones grow, but never above the maximum.
        let first = self.launch / wanted;
        let stock = (self.balance + self.earn * first).min(self.cap);
        let lowered_from = self.lowered_at(excess);
        if stock <= lowered_from {
            let total = self.balance + self.launch;
            return Some(Minutes::new(libm::sqrt(total.min(lowered_from)) / self.root_slope.max(f64::MIN_POSITIVE)));
        }
        let lowering = if lowered_from > 0.0 { libm::sqrt(lowered_from) / self.root_slope } else { 0.0 };
        Some(Minutes::new(first + (stock - lowered_from) / excess + lowering))
    }

    /// Balance below which an excess over the baseline is no longer granted in full.
    fn lowered_at(&self, excess: f64) -> f64 {
        let share = excess / (self.vcpus - self.earn).max(f64::MIN_POSITIVE);
        self.lowered_from * share * share
    }

    pub(super) const fn is_standard(&self) -> bool {
        self.floor == 0.0
    }

    /// The signed balance: launch and earned credits, less surplus.
    pub(super) const fn net(&self) -> f64 {
        self.balance + self.launch
    }

    /// What [`CreditAccount::pass`] does, in plain numbers: this is the inside of the simulated minute.
    #[inline]
    pub(super) fn step(&mut self, wanted: f64, span: f64) -> f64 {
        let wanted = if wanted > self.vcpus { self.vcpus } else { wanted };
        let mut used = wanted * span;
        let excess = used - self.earn * span;
        if self.floor == 0.0 && self.balance + self.launch - excess < self.lowered_from {
            used = self.lowered(wanted, span);
        }
        let mut span_left = span;
        let mut from_balance = used;
        if self.launch > 0.0 {
            (from_balance, span_left) = self.spend_launch(used, span);
        }
        let next = self.balance + self.earn * span_left - from_balance;
        self.spent += used;
        if next > self.cap {
            self.discarded += next - self.cap;
            self.balance = self.cap;
        } else if next < self.floor {
            // Rounding apart, only unlimited mode gets here: standard mode grants no more than there is.
            self.charged += self.floor - next;
            self.balance = self.floor;
        } else {
            self.balance = next;
        }
        if used < wanted * span { used / span } else { wanted }
    }

    /// Credits spent in `span` when that would take the balance to where use is lowered, or to zero.
    #[cold]
    fn lowered(&self, wanted: f64, span: f64) -> f64 {
        let excess = wanted - self.earn;
        let stock = self.balance + self.launch;
        if excess <= 0.0 {
            return wanted * span;
        }
        let from = self.lowered_at(excess);
        let in_full = ((stock - from) / excess).clamp(0.0, span);
        let left = if in_full < span {
            let root = libm::sqrt((stock - excess * in_full).max(0.0)) - self.root_slope * (span - in_full);
            if self.root_slope > 0.0 { root.max(0.0) * root.max(0.0) } else { 0.0 }
        } else {
            stock - excess * span
        };
        self.earn * span + stock - left
    }

    /// Spends launch credits first; what is left to spend and the time left after they are gone.
    #[cold]
    fn spend_launch(&mut self, used: f64, span: f64) -> (f64, f64) {
        let from_launch = used.min(self.launch);
        let time = if used > 0.0 { span * from_launch / used } else { span };
        self.launch -= from_launch;
        let next = self.balance + self.earn * time;
        if next > self.cap {
            self.discarded += next - self.cap;
        }
        self.balance = next.min(self.cap);
        (used - from_launch, span - time)
    }
}
