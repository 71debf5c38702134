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
        let root_slope = if lowered_from > 0.0 { lowered_from.sqrt() / ramp } else { 0.0 };
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

    /// Virtual CPUs of the instance.
    pub const fn vcpus(&self) -> Vcpus {
        Vcpus::new(self.vcpus)
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
            return Some(Minutes::new(total.min(lowered_from).sqrt() / self.root_slope.max(f64::MIN_POSITIVE)));
        }
        let lowering = if lowered_from > 0.0 { lowered_from.sqrt() / self.root_slope } else { 0.0 };
        Some(Minutes::new(first + (stock - lowered_from) / excess + lowering))
    }

    /// Balance below which an excess over the baseline is no longer granted in full.
    fn lowered_at(&self, excess: f64) -> f64 {
        let share = excess / (self.vcpus - self.earn).max(f64::MIN_POSITIVE);
        self.lowered_from * share * share
    }

    /// The signed balance: launch and earned credits, less surplus.
    pub(crate) const fn net(&self) -> f64 {
        self.balance + self.launch
    }

    /// What [`CreditAccount::pass`] does, in plain numbers: this is the inside of the simulated minute.
    #[inline]
    pub(crate) fn step(&mut self, wanted: f64, span: f64) -> f64 {
        let wanted = if wanted > self.vcpus { self.vcpus } else { wanted };
        if span <= 0.0 {
            return wanted;
        }
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

    /// The average of this account and new ones that hold launch credits only; `share` of them are like this one.
    pub(crate) fn dilute(&mut self, share: f64, launch: f64) {
        self.balance *= share;
        self.launch = self.launch * share + launch * (1.0 - share);
    }

    /// Whether `span` minutes with this mean and highest use pass without the balance touching an end, and without going
    /// below `least` or to where use is lowered; they then have passed.
    #[inline]
    pub(crate) fn quiet_span(&mut self, mean: f64, top: f64, span: f64, least: f64) -> bool {
        let (earned, used) = (self.earn * span, mean * span);
        if self.launch > 0.0 || top > self.vcpus {
            return false;
        }
        if self.balance == self.cap && top <= self.earn {
            self.discarded += earned - used;
            self.spent += used;
            return true;
        }
        let lowest = self.balance - (top - self.earn).max(0.0) * span;
        if self.balance + earned < self.cap && lowest > self.floor && lowest > self.lowered_from && lowest >= least {
            self.balance += earned - used;
            self.spent += used;
            return true;
        }
        false
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
            let root = (stock - excess * in_full).max(0.0).sqrt() - self.root_slope * (span - in_full);
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::simulation::cpu::credit_examples::{account, near, terms};

    #[test]
    fn lowering_takes_as_long_as_said_and_ends_at_the_baseline() {
        let terms = terms("t2.micro", CreditMode::Standard, 15.0);
        let full = Vcpus::new(1.0);
        let mut micro = CreditAccount::new(&terms, Credits::new(39.0), Credits::ZERO);
        // 0.9 credits a minute more than is earned; the last 15 minutes are a straight line down, half as fast.
        let dry = micro.runs_dry_after(full).unwrap().value();
        near(dry, (39.0 - 6.75) / 0.9 + 15.0);
        let granted: Vec<f64> = (0..60).map(|_| micro.pass(full, Minutes::new(1.0)).value()).collect();
        near(granted[34], 1.0);
        assert!(granted[36] < 1.0 && granted.windows(2).all(|two| two[1] <= two[0] + 1e-12));
        // 7.5 minutes into the lowering half of what lies above the baseline is granted.
        let half = granted[43];
        assert!((half - (0.1 + 0.9 * (dry - 43.5) / 15.0)).abs() < 1e-6, "{half}");
        near(granted[59], 0.1);
        near(micro.balance().value(), 0.0);
        // A utilisation that never needs the full vCPU is lowered later, and less.
        let half_used =
            CreditAccount::new(&terms, Credits::new(39.0), Credits::ZERO).runs_dry_after(Vcpus::new(0.5)).unwrap();
        assert!(half_used.value() > (39.0 / 0.4) && half_used.value() < 39.0 / 0.4 + 15.0);
    }

    #[test]
    fn the_moment_of_exhaustion_is_where_the_steps_arrive() {
        for (launch, ramp, percent) in [(0.0, 0.0, 100.0), (0.0, 15.0, 100.0), (30.0, 0.0, 60.0), (30.0, 15.0, 35.0)] {
            let terms = terms("t2.micro", CreditMode::Standard, ramp);
            let mut micro = CreditAccount::new(&terms, Credits::new(20.0), Credits::new(launch));
            let dry = micro.runs_dry_after(Vcpus::new(percent / 100.0)).unwrap().value();
            let step = 0.01;
            let mut time = 0.0;
            while micro.balance().value() > 1e-9 {
                micro.pass(Vcpus::new(percent / 100.0), Minutes::new(step));
                time += step;
                assert!(time < 1_000.0);
            }
            assert!((time - dry).abs() < 0.05, "{launch} {ramp} {percent}: {time} is not {dry}");
        }
        assert_eq!(account("t2.micro", CreditMode::Standard, 9.0, 0.0).runs_dry_after(Vcpus::new(0.1)), None);
        assert_eq!(account("t3.micro", CreditMode::Unlimited, 9.0, 0.0).runs_dry_after(Vcpus::new(2.0)), None);
    }

    fn modes() -> impl Strategy<Value = CreditMode> {
        prop_oneof![Just(CreditMode::Standard), Just(CreditMode::Unlimited)]
    }

    proptest! {
        #[test]
        fn credits_are_neither_made_nor_lost(
            mode in modes(),
            ramp in 0.0..20.0_f64,
            start in 0.0..144.0_f64,
            launch in 0.0..30.0_f64,
            // Busy and nearly idle, so that both ends are reached.
            spans in prop::collection::vec((prop_oneof![0.0..0.05_f64, 0.0..1.3_f64], 0.1..900.0_f64), 1..60),
        ) {
            let mut account = CreditAccount::new(&terms("t2.micro", mode, ramp), Credits::new(start), Credits::new(launch));
            let begun = account.net();
            let mut time = 0.0;
            for (wanted, span) in spans {
                let granted = account.pass(Vcpus::new(wanted), Minutes::new(span)).value();
                time += span;
                let balance = account.balance() - account.launch();
                prop_assert!(granted <= wanted + 1e-12 && granted <= 1.0 + 1e-12);
                prop_assert!(granted >= wanted.min(0.1) - 1e-9, "never below the baseline: {granted} of {wanted}");
                prop_assert!((-1e-9..=144.0 + 1e-9).contains(&balance.value()));
                prop_assert!((0.0..=144.0 + 1e-9).contains(&account.surplus().value()));
                prop_assert!(mode == CreditMode::Unlimited || account.surplus() == Credits::ZERO);
            }
            let earned = time * 0.1;
            let left = begun + earned + account.charged().value();
            let spent = account.spent().value() + account.discarded().value() + account.net();
            prop_assert!((left - spent).abs() < 1e-6 * time.max(1.0), "{left} earned and charged, {spent} spent, discarded and held");
        }

        #[test]
        fn a_higher_baseline_never_slows_down_earlier(
            start in 0.0..72.0_f64,
            more in 0.0..30.0_f64,
            launch in 0.0..30.0_f64,
            ramp in prop_oneof![Just(0.0), 0.0..20.0_f64],
            minutes in prop::collection::vec(0.0..1.0_f64, 600),
        ) {
            let small = CreditTerms {
                vcpus: Vcpus::new(1.0),
                earned_per_hour: Credits::new(3.0),
                cap: Credits::new(72.0),
                mode: CreditMode::Standard,
                ramp: Minutes::new(ramp),
            };
            let large = CreditTerms { earned_per_hour: Credits::new(3.0 + more), cap: Credits::new(72.0 + 24.0 * more), ..small };
            let slowed = |terms: &CreditTerms| {
                let mut account = CreditAccount::new(terms, Credits::new(start), Credits::new(launch));
                minutes.iter().position(|wanted| {
                    account.pass(Vcpus::new(*wanted), Minutes::new(1.0)).value() < wanted - 1e-9
                })
            };
            let (first, second) = (slowed(&small), slowed(&large));
            prop_assert!(second.is_none_or(|later| first.is_some_and(|earlier| earlier <= later)));
        }
    }
}
