//! CPU credits along a trace of utilisation, as somebody reads it off a monitoring graph.

use crate::{
    catalog::{Burst, CreditMode, InstanceType},
    simulation::cpu::credits::{CreditAccount, CreditTerms},
    units::{Credits, Minutes, Ratio, Vcpus},
};

/// What is traced.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditTrace {
    /// The instance's terms.
    pub terms: CreditTerms,
    /// Earned credits at the start.
    pub start: Credits,
    /// Launch credits at the start, which only T2 in standard mode has.
    pub launch: Credits,
    /// Utilisation of every vCPU that is wanted, and for how long.
    pub spans: Vec<(Ratio, Minutes)>,
}

/// One stretch of a trace as it came out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TracedSpan {
    /// Utilisation wanted.
    pub wanted: Ratio,
    /// Utilisation granted, on the average.
    pub granted: Ratio,
    /// How long it lasted.
    pub length: Minutes,
    /// Credits left at its end, launch credits included.
    pub balance: Credits,
    /// Surplus credits at its end, not yet earned back.
    pub surplus: Credits,
    /// Surplus credits charged so far.
    pub charged: Credits,
    /// How far into it credits ran out, where they did.
    pub dry_after: Option<Minutes>,
}

/// The terms of an instance type in a mode; none for types that earn no credits.
pub fn terms(kind: &InstanceType, mode: CreditMode, ramp: Minutes) -> Option<CreditTerms> {
    let Burst { credits_per_hour, max_credits, .. } = kind.burst?;
    Some(CreditTerms { vcpus: kind.vcpus, earned_per_hour: credits_per_hour, cap: max_credits, mode, ramp })
}

impl CreditTrace {
    /// Follows the trace.
    pub fn follow(&self) -> Vec<TracedSpan> {
        let mut account = CreditAccount::new(&self.terms, self.start, self.launch);
        let vcpus = self.terms.vcpus.value();
        let mut span = |&(wanted, length): &(Ratio, Minutes)| {
            let use_ = Vcpus::new(wanted.value() * vcpus);
            let dry_after =
                account.runs_dry_after(use_).filter(|at| *at <= length && account.balance() > Credits::ZERO);
            let granted = Ratio::new(account.pass(use_, length).value() / vcpus);
            TracedSpan {
                wanted,
                granted,
                length,
                balance: account.balance(),
                surplus: account.surplus(),
                charged: account.charged(),
                dry_after,
            }
        };
        self.spans.iter().map(&mut span).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    fn trace(name: &str, mode: CreditMode, start: f64, percents: &[f64]) -> Vec<TracedSpan> {
        let catalog = Catalog::bundled();
        let terms = terms(catalog.instance(name).unwrap(), mode, Minutes::ZERO).unwrap();
        let spans = percents.iter().map(|percent| (Ratio::percent(*percent), Minutes::new(60.0))).collect();
        CreditTrace { terms, start: Credits::new(start), launch: Credits::ZERO, spans }.follow()
    }

    #[test]
    fn the_moment_of_exhaustion_is_named_once() {
        let hours = trace("t2.micro", CreditMode::Standard, 138.0, &[0.0, 10.0, 100.0, 5.0, 100.0, 100.0, 100.0]);
        let dry: Vec<Option<f64>> =
            hours.iter().map(|hour| hour.dry_after.map(|at| (at.value() * 10.0).round() / 10.0)).collect();
        assert_eq!(dry, [None, None, None, None, None, Some(43.3), None]);
        // 43.3 minutes in full, 16.7 at the baseline; then an hour at the baseline.
        assert!((hours[5].granted.value() - (39.0 + 6.0) / 60.0).abs() < 1e-9);
        assert!((hours[6].granted.value() - 0.1).abs() < 1e-9);
    }

    #[test]
    fn unlimited_mode_charges_instead() {
        let hours = trace("t3.micro", CreditMode::Unlimited, 0.0, &[100.0; 4]);
        assert!(hours.iter().all(|hour| hour.dry_after.is_none() && hour.granted == Ratio::ONE));
        assert!((hours[3].charged.value() - (4.0 * 108.0 - 288.0)).abs() < 1e-9);
        assert_eq!(hours[2].surplus, Credits::new(288.0));
    }

    #[test]
    fn types_without_credits_have_no_terms() {
        let catalog = Catalog::bundled();
        let fixed = catalog.instances().iter().find(|kind| kind.burst.is_none()).unwrap();
        assert_eq!(terms(fixed, CreditMode::Standard, Minutes::ZERO), None);
    }
}
