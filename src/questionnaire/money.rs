//! Answers about how money is counted and shown.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::ClosedSet;

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
}
