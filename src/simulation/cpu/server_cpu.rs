//! A web server's CPU: all its own, or rationed by credits.

use crate::{
    architecture::{CpuAllowance, Fleet, Machine},
    catalog::CreditMode,
    simulation::{
        HOUR, Rules, Start,
        cpu::credits::{CreditAccount, CreditTerms},
    },
    units::{Credits, Vcpus},
};

/// The CPU of one server, which stands for all servers of the fleet.
pub(crate) trait Cpu {
    /// The vCPUs granted in a minute in which so many are wanted.
    fn minute(&mut self, wanted: f64) -> f64;
    /// Whether an hour with this mean and highest number of vCPUs wanted passes without trouble and without a balance
    /// below `least`; it then has passed.
    fn quiet_hour(&mut self, mean: f64, top: f64, least: f64) -> bool;
    /// Its account, where it has one.
    fn account(&self) -> Option<&CreditAccount>;
    /// The fleet has changed from so many servers to so many: new ones bring no earned credits, and surplus of those that
    /// go is charged. Credits charged for all servers since the last change.
    fn change(&mut self, before: usize, after: usize) -> f64;
    /// The only server is replaced by a new one: credits of the old one are gone, its surplus is charged and returned.
    fn renew(&mut self) -> f64;
}

/// All of the CPU, all the time.
pub(crate) struct Unrationed;

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

    fn renew(&mut self) -> f64 {
        0.0
    }
}

/// Rationed by credits: the average account of the fleet.
pub(crate) struct Rationed {
    account: CreditAccount,
    /// What had been charged at the last change of the fleet.
    charged: f64,
    joining: Joining,
}

/// What a server brings that joins the fleet.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Joining {
    /// It is new, and has these launch credits.
    New(f64),
    /// It is the one that failed, recovered with what it held: credits of T3, T3a and T4g outlast seven days without the
    /// instance running, and so does Lightsail's burst capacity (Amazon EC2 User Guide, key concepts; Amazon Lightsail
    /// User Guide, burst capacity accrual).
    Recovered,
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
        match self.joining {
            Joining::Recovered => {}
            Joining::New(launch) if after > before => self.account.dilute(before as f64 / after as f64, launch),
            Joining::New(_) => charged += self.account.surplus().value() * (before - after) as f64,
        }
        self.charged = self.account.charged().value();
        charged
    }

    #[cold]
    fn renew(&mut self) -> f64 {
        let launch = match self.joining {
            Joining::New(launch) => launch,
            Joining::Recovered => 0.0,
        };
        let surplus = self.account.surplus().value();
        self.account.dilute(0.0, launch);
        surplus
    }
}

impl Rationed {
    /// Lets an hour pass at one level of use.
    pub(crate) fn hour(&mut self, wanted: f64) {
        self.account.step(wanted, HOUR as f64);
    }

    /// Credits charged so far.
    pub(crate) const fn charged(&self) -> f64 {
        self.account.charged().value()
    }

    /// The account a machine begins the week with, where its CPU is rationed; `usual` is the mean number of vCPUs it
    /// keeps busy, and `fleet` what it is one of.
    pub(crate) fn new(machine: &Machine, fleet: &Fleet, usual: f64, rules: &Rules) -> Option<Self> {
        let (terms, launch) = match machine.cpu {
            CpuAllowance::Fixed | CpuAllowance::Elastic { .. } => return None,
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
        let joining = match (fleet, terms.mode) {
            // Only T2 has launch credits, and only T2 forgets its balance when it stops.
            (Fleet::Fixed(_), _) if launch == Credits::ZERO => Joining::Recovered,
            (Fleet::Fixed(_) | Fleet::Scaling { .. }, CreditMode::Standard) => Joining::New(launch.value()),
            (Fleet::Fixed(_) | Fleet::Scaling { .. }, CreditMode::Unlimited) => Joining::New(0.0),
        };
        Some(Self { account, charged: 0.0, joining })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        simulation::fixtures::*,
        units::{Count, Minutes, Ratio},
    };

    const ALONE: Fleet = Fleet::Fixed(Count::new(1.0));
    const GROUP: Fleet = Fleet::Scaling { min: Count::new(2.0), max: Count::new(8.0), target: Ratio::new(0.5) };

    fn server(machine: &Machine, fleet: &Fleet, usual: f64, start: Start) -> Rationed {
        Rationed::new(machine, fleet, usual, &Rules::default().starting(start)).unwrap()
    }

    fn held(cpu: &Rationed) -> f64 {
        cpu.account.balance().value()
    }

    /// Amazon EC2 User Guide, standard mode concepts: 30 launch credits for each vCPU at each launch or start of a T2 in
    /// standard mode, and none in unlimited mode or for T3, T3a and T4g.
    #[test]
    fn a_new_server_brings_launch_credits_only_as_a_t2_in_standard_mode() {
        for (name, mode, brought) in [
            ("t2.micro", CreditMode::Standard, 30.0),
            ("t2.medium", CreditMode::Standard, 60.0),
            ("t2.medium", CreditMode::Unlimited, 0.0),
            ("t3.medium", CreditMode::Standard, 0.0),
            ("t4g.medium", CreditMode::Unlimited, 0.0),
        ] {
            let machine = ec2(name, mode);
            assert_eq!(held(&server(&machine, &GROUP, 0.0, Start::Fresh)), brought, "{name}");
            // Two full ones and two new ones hold on the average what one of each does.
            let mut group = server(&machine, &GROUP, 0.0, Start::Settled);
            let full = held(&group);
            group.change(2, 4);
            assert!((held(&group) - (full + brought) / 2.0).abs() < 1e-9, "{name}");
        }
    }

    /// Amazon EC2 User Guide, key concepts, life span of accrued credits: those of a stopped T2 are lost, and it has launch
    /// credits when it starts again; those of T3, T3a and T4g persist for seven days. Amazon Lightsail User Guide, burst
    /// capacity accrual: seven days too, for instances of June 2023 and later.
    #[test]
    fn a_server_that_comes_back_has_its_credits_unless_it_is_a_t2() {
        let lightsail = Machine {
            cpu: CpuAllowance::BurstCapacity { baseline: Ratio::percent(10.0), cap: Minutes::new(144.0) },
            ..fixed(2.0)
        };
        for (machine, back) in [
            (ec2("t2.micro", CreditMode::Standard), 30.0),
            (ec2("t2.micro", CreditMode::Unlimited), 0.0),
            (ec2("t3.micro", CreditMode::Standard), 288.0),
            (ec2("t4g.micro", CreditMode::Unlimited), 288.0),
            (lightsail, 288.0),
        ] {
            let mut alone = server(&machine, &ALONE, 0.0, Start::Settled);
            alone.change(1, 0);
            alone.change(0, 1);
            assert_eq!(held(&alone), back, "{}", machine.name);
        }
    }

    /// Amazon EC2 User Guide, unlimited mode concepts: surplus that is left is charged when an instance is terminated.
    #[test]
    fn surplus_of_a_server_taken_away_is_charged() {
        let mut group = server(&ec2("t3.micro", CreditMode::Unlimited), &GROUP, 0.0, Start::Fresh);
        (0..60).for_each(|_| assert_eq!(group.minute(2.0), 2.0));
        assert!((group.change(4, 3) - 108.0).abs() < 1e-9);
        assert_eq!(group.change(3, 3), 0.0);
    }

    /// Lightsail publishes no figure for the burst capacity a new instance is given, so none is counted on.
    #[test]
    fn a_new_lightsail_instance_starts_with_nothing() {
        let cpu = CpuAllowance::BurstCapacity { baseline: Ratio::percent(20.0), cap: Minutes::new(288.0) };
        assert_eq!(held(&server(&Machine { cpu, ..fixed(2.0) }, &ALONE, 0.0, Start::Fresh)), 0.0);
    }
}
