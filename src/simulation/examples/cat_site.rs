//! The founding article's example of what CPU credits do: a website about cats on a t2.micro.

use crate::{
    catalog::CreditMode,
    simulation::cpu::credits::{CreditAccount, CreditTerms},
    units::{Credits, Minutes, Ratio, Vcpus},
};

/// An hour of the example.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CatHour {
    /// CPU utilisation wanted all through the hour.
    pub utilisation: Ratio,
    /// Credits left at its end.
    pub left: Credits,
}

/// The example as it comes out.
#[derive(Clone, Debug, PartialEq)]
pub struct CatSite {
    /// Credits at the start.
    pub start: Credits,
    /// Hour by hour.
    pub hours: Vec<CatHour>,
    /// How far into the last hour the credits end where nothing is lowered before.
    pub dry_after: Minutes,
    /// The same where utilisation is lowered over a quarter of an hour.
    pub lowered_after: Minutes,
    /// When lowering begins in that case.
    pub lowering_from: Minutes,
    /// What the article says, which leaves out the credits earned during the hour.
    pub article: Minutes,
    /// The balance every minute, with a hard end.
    pub balance: Vec<Credits>,
}

/// A t2.micro in standard mode with 138 credits and no launch credits left, at 0, 10, 100, 5, 100 and 100 per cent for an
/// hour each: 144, 144, 90, 93 and 39 credits are left, and 43.3 minutes into the sixth hour none.
pub fn cat_site() -> CatSite {
    // t2.micro: one vCPU, 6 credits an hour, 144 at the most (Amazon EC2 User Guide, credit table).
    let terms = CreditTerms {
        vcpus: Vcpus::new(1.0),
        earned_per_hour: Credits::new(6.0),
        cap: Credits::new(144.0),
        mode: CreditMode::Standard,
        ramp: Minutes::ZERO,
    };
    let start = Credits::new(138.0);
    let mut account = CreditAccount::new(&terms, start, Credits::ZERO);
    let mut site = CatSite {
        start,
        hours: Vec::new(),
        dry_after: Minutes::ZERO,
        lowered_after: Minutes::ZERO,
        lowering_from: Minutes::ZERO,
        article: Minutes::new(40.0),
        balance: vec![start],
    };
    for percent in [0.0, 10.0, 100.0, 5.0, 100.0, 100.0] {
        let wanted = Vcpus::new(percent / 100.0);
        site.dry_after = account.runs_dry_after(wanted).unwrap_or(Minutes::ZERO);
        let gradual = CreditTerms { ramp: Minutes::new(15.0), ..terms };
        let lowered = CreditAccount::new(&gradual, account.balance(), Credits::ZERO);
        site.lowered_after = lowered.runs_dry_after(wanted).unwrap_or(Minutes::ZERO);
        site.lowering_from = site.lowered_after - gradual.ramp;
        for _ in 0..60 {
            account.pass(wanted, Minutes::new(1.0));
            site.balance.push(account.balance());
        }
        site.hours.push(CatHour { utilisation: Ratio::percent(percent), left: account.balance() });
    }
    site
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_right_to_the_credit_and_three_minutes_early() {
        let site = cat_site();
        let left: Vec<f64> = site.hours.iter().map(|hour| (hour.left.value() * 1e6).round() / 1e6).collect();
        assert_eq!(left, [144.0, 144.0, 90.0, 93.0, 39.0, 0.0]);
        assert!((site.dry_after.value() - 39.0 / 0.9).abs() < 1e-9);
        // About 40 minutes is 39 credits at one a minute; a tenth of a credit is earned each minute as well.
        assert!((site.article.value() - 39.0).abs() <= 1.0);
        assert_eq!(site.balance.len(), 361);
        assert_eq!(site.balance.iter().position(|left| *left == Credits::ZERO), Some(300 + 44));
        assert!((site.lowering_from.value() - (39.0 - 6.75) / 0.9).abs() < 1e-9);
        assert!((site.lowered_after.value() - site.lowering_from.value() - 15.0).abs() < 1e-9);
    }
}
