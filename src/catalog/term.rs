//! Prices for who commits: reservations without upfront payment, and Database Savings Plans.

use super::{Catalog, NotPriced, Price, Region, Source};
use crate::units::{Count, Ratio};

/// For how long something is committed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// One year.
    OneYear,
    /// Three years.
    ThreeYears,
}

impl Term {
    /// In words: `1 year`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::OneYear => "1 year",
            Self::ThreeYears => "3 years",
        }
    }

    /// How many months it lasts.
    pub const fn months(self) -> Count {
        match self {
            Self::OneYear => Count::new(12.0),
            Self::ThreeYears => Count::new(36.0),
        }
    }
}

/// Database Savings Plans, one year, nothing upfront (AWS price list, AWSDatabaseSavingsPlans, 2026-04-22): a fifth off
/// instances of generation 7 and newer.
const SAVINGS_PLAN: Ratio = Ratio::new(0.8);

impl Catalog {
    /// What an item costs who commits to it for so long, nothing paid upfront: the reservation, or a Database Savings Plan
    /// where that is the cheaper; with the term it is for, as some are sold for one year only. The item is named as on demand.
    pub fn committed(&self, sku: &str, term: Term, region: Region) -> Result<(Price, Term), NotPriced> {
        let reserved = |term| self.price(&reservation(sku, term), region).map(|price| (price, term));
        let reserved = match term {
            Term::OneYear => reserved(Term::OneYear),
            Term::ThreeYears => reserved(Term::ThreeYears).or_else(|_| reserved(Term::OneYear)),
        };
        let plan = covered_by_savings_plan(sku).then(|| self.price(sku, region).ok()).flatten().map(planned);
        match (reserved, plan) {
            (Ok((price, term)), Some(plan)) if price.usd <= plan.usd => Ok((price, term)),
            (Ok(_) | Err(_), Some(plan)) => Ok((plan, Term::OneYear)),
            (reserved, None) => reserved,
        }
    }
}

fn planned(price: Price) -> Price {
    Price {
        usd: price.usd * SAVINGS_PLAN.value(),
        source: Source::new("AWS price list less the 20 % of a Database Savings Plan"),
        page: "https://aws.amazon.com/savingsplans/database-pricing/",
        ..price
    }
}

/// The item a reservation is priced under.
fn reservation(sku: &str, term: Term) -> String {
    let class = if sku.starts_with("ec2.") { "ri-standard" } else { "ri" };
    let years = match term {
        Term::OneYear => "1y",
        Term::ThreeYears => "3y",
    };
    format!("{sku}.{class}-{years}-no-upfront")
}

/// Instances of RDS and Aurora and nodes with Valkey of generation 7 and newer; T4g, M6g and R6g are older.
fn covered_by_savings_plan(sku: &str) -> bool {
    let database = sku.starts_with("rds.mysql.db.") || sku.starts_with("aurora.db.");
    let cache = sku.starts_with("elasticache.cache.") && sku.ends_with(".valkey");
    let family = sku.split('.').skip_while(|part| *part != "db" && *part != "cache").nth(1).unwrap_or_default();
    let generation = family.bytes().find(u8::is_ascii_digit).unwrap_or(b'0');
    (database || cache) && !family.starts_with('t') && generation >= b'7'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn committed(sku: &str, term: Term, region: Region) -> Option<(f64, Term)> {
        let (price, term) = Catalog::bundled().committed(sku, term, region).ok()?;
        Some((price.usd.value(), term))
    }

    #[test]
    fn a_reservation_is_named_after_what_it_is_for() {
        assert_eq!(reservation("ec2.t4g.small", Term::ThreeYears), "ec2.t4g.small.ri-standard-3y-no-upfront");
        let database = "rds.mysql.db.t4g.micro.multi-az";
        assert_eq!(reservation(database, Term::OneYear), format!("{database}.ri-1y-no-upfront"));
    }

    /// AWS price list, London and Ohio (2025-04-04).
    #[test]
    fn commitments_cost_what_the_price_list_says() {
        let found = |sku, term| committed(sku, term, Region::London);
        assert_eq!(found("ec2.t4g.small", Term::OneYear), Some((0.0119, Term::OneYear)));
        assert_eq!(found("ec2.t4g.small", Term::ThreeYears), Some((0.0081, Term::ThreeYears)));
        // RDS is not sold for three years without upfront payment.
        let database = "rds.mysql.db.t4g.micro.multi-az";
        assert_eq!(found(database, Term::ThreeYears), found(database, Term::OneYear));
        assert_eq!(found("ec2.m9g.large", Term::OneYear), None);
    }

    /// The official Database Savings Plans file of Hyderabad, 2026-04-22: db.r7g.large of Aurora at $0.2504 against $0.313, and
    /// $0.3256 against $0.407 with storage I/O-optimized.
    #[test]
    fn a_database_savings_plan_takes_a_fifth_off_the_newer_generations() {
        let hyderabad =
            |sku| committed(sku, Term::OneYear, Region::Hyderabad).map(|(usd, _)| (usd * 1e4).round() / 1e4);
        assert_eq!(hyderabad("aurora.db.r7g.large"), Some(0.2504));
        assert_eq!(hyderabad("aurora.db.r7g.large.io-optimized"), Some(0.3256));
        for (sku, covered) in [
            ("rds.mysql.db.m7g.large.multi-az", true),
            ("elasticache.cache.m7g.large.valkey", true),
            ("elasticache.cache.m7g.large.redis", false),
            ("rds.mysql.db.m6g.large.multi-az", false),
            ("aurora.db.t4g.medium", false),
            ("ec2.m7g.large", false),
        ] {
            assert_eq!(covered_by_savings_plan(sku), covered, "{sku}");
        }
    }
}
