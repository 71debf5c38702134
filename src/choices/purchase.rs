use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{catalog::Term, codec::ClosedSet};

/// How what runs all month is bought.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum Purchase {
    /// By the hour.
    #[default]
    #[strum(serialize = "on-demand")]
    OnDemand,
    /// Committed to for a year, nothing paid upfront.
    #[strum(serialize = "1y")]
    OneYear,
    /// Committed to for three years, nothing paid upfront.
    #[strum(serialize = "3y")]
    ThreeYears,
}

impl Purchase {
    /// The term committed to, if any.
    pub const fn term(self) -> Option<Term> {
        match self {
            Self::OnDemand => None,
            Self::OneYear => Some(Term::OneYear),
            Self::ThreeYears => Some(Term::ThreeYears),
        }
    }
}

impl ClosedSet for Purchase {
    fn label(self) -> &'static str {
        match self {
            Self::OnDemand => "on demand",
            Self::OneYear => "committed for one year",
            Self::ThreeYears => "committed for three years",
        }
    }
}
