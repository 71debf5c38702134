//! Answers about how money is counted and shown.

use std::ops::RangeInclusive;

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::ClosedSet;
use crate::catalog::Term;

/// Whether hours of human work are part of the monthly total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
pub enum WorkInTotal {
    /// Infrastructure and people together.
    #[strum(serialize = "yes")]
    Counted,
    /// Infrastructure alone.
    #[strum(serialize = "no")]
    Apart,
}

impl ClosedSet for WorkInTotal {
    fn label(self) -> &'static str {
        match self {
            Self::Counted => "Yes, count people's hours",
            Self::Apart => "No, show them apart",
        }
    }
}

/// For how long the client would commit to what runs all month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
pub enum WouldCommit {
    /// Not at all.
    #[strum(serialize = "on-demand")]
    No,
    /// For a year.
    #[strum(serialize = "1y")]
    OneYear,
    /// For three years.
    #[strum(serialize = "3y")]
    ThreeYears,
}

impl ClosedSet for WouldCommit {
    fn label(self) -> &'static str {
        match self {
            Self::No => "No, by the hour",
            Self::OneYear => "Yes, for a year",
            Self::ThreeYears => "Yes, for three years",
        }
    }
}

impl WouldCommit {
    /// The longest term that may be committed to, if any.
    pub const fn term(self) -> Option<Term> {
        match self {
            Self::No => None,
            Self::OneYear => Some(Term::OneYear),
            Self::ThreeYears => Some(Term::ThreeYears),
        }
    }
}

/// The currency amounts are shown in. Prices are USD list prices; the exchange rate is the reader's to set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Currency {
    /// US dollar.
    Usd,
    /// Euro.
    Eur,
    /// Pound sterling.
    Gbp,
    /// Swiss franc.
    Chf,
    /// Canadian dollar.
    Cad,
    /// Australian dollar.
    Aud,
    /// Indian rupee.
    Inr,
    /// Japanese yen.
    Jpy,
    /// Brazilian real.
    Brl,
}

impl ClosedSet for Currency {
    fn label(self) -> &'static str {
        match self {
            Self::Usd => "US dollar",
            Self::Eur => "Euro",
            Self::Gbp => "Pound sterling",
            Self::Chf => "Swiss franc",
            Self::Cad => "Canadian dollar",
            Self::Aud => "Australian dollar",
            Self::Inr => "Indian rupee",
            Self::Jpy => "Japanese yen",
            Self::Brl => "Brazilian real",
        }
    }
}

impl Currency {
    /// What stands before an amount.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Usd => "$",
            Self::Eur => "€",
            Self::Gbp => "£",
            Self::Chf => "CHF\u{a0}",
            Self::Cad => "CA$",
            Self::Aud => "A$",
            Self::Inr => "₹",
            Self::Jpy => "¥",
            Self::Brl => "R$",
        }
    }

    /// What one US dollar may plausibly be worth: about the lowest and highest of its rates since 2000, widened by a quarter,
    /// so that only slips lie outside (after the euro reference rates of the European Central Bank,
    /// <https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates>; rounded).
    pub const fn plausible(self) -> RangeInclusive<f64> {
        match self {
            Self::Usd => 1.0..=1.0,
            Self::Eur => 0.5..=1.5,
            Self::Gbp => 0.37..=1.2,
            Self::Chf => 0.58..=2.3,
            Self::Cad => 0.7..=2.0,
            Self::Aud => 0.7..=2.6,
            Self::Inr => 30.0..=130.0,
            Self::Jpy => 56.0..=210.0,
            Self::Brl => 1.15..=8.0,
        }
    }

    /// Its ISO 4217 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usd => "USD",
            Self::Eur => "EUR",
            Self::Gbp => "GBP",
            Self::Chf => "CHF",
            Self::Cad => "CAD",
            Self::Aud => "AUD",
            Self::Inr => "INR",
            Self::Jpy => "JPY",
            Self::Brl => "BRL",
        }
    }
}
