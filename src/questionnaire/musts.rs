//! Must-haves: what rules an option out, whatever else speaks for it.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::ClosedSet;
use crate::units::Minutes;

/// Whether the site has to survive the loss of an Availability Zone without people stepping in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
pub enum ZoneLoss {
    /// A restore by hand is acceptable.
    #[strum(serialize = "no")]
    May,
    /// The site has to go on by itself.
    #[strum(serialize = "yes")]
    MustSurvive,
}

impl ClosedSet for ZoneLoss {
    fn label(self) -> &'static str {
        match self {
            Self::May => "No, a restore by hand is acceptable",
            Self::MustSurvive => "Yes, automatically",
        }
    }
}

/// How much data may be lost at most (recovery point objective, RPO).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum DataLoss {
    /// Not one committed order or comment.
    None,
    /// Minutes: continuous backup of the database.
    #[strum(serialize = "5min")]
    Minutes,
    /// An hour.
    #[strum(serialize = "1h")]
    Hour,
    /// A day: daily backups will do.
    #[strum(serialize = "1d")]
    Day,
}

impl ClosedSet for DataLoss {
    fn label(self) -> &'static str {
        match self {
            Self::None => "None at all",
            Self::Minutes => "5 minutes",
            Self::Hour => "1 hour",
            Self::Day => "1 day",
        }
    }
}

impl DataLoss {
    /// The recovery point objective as a span.
    pub const fn limit(self) -> Minutes {
        match self {
            Self::None => Minutes::ZERO,
            Self::Minutes => Minutes::new(5.0),
            Self::Hour => Minutes::new(60.0),
            Self::Day => Minutes::new(1_440.0),
        }
    }
}

/// How soon the site has to be back after a disaster (recovery time objective, RTO).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
pub enum BackIn {
    /// Five minutes: nothing a person does by hand is quick enough.
    #[strum(serialize = "5min")]
    FiveMinutes,
    /// An hour.
    #[strum(serialize = "1h")]
    Hour,
    /// Four hours: within half a working day.
    #[strum(serialize = "4h")]
    FourHours,
    /// A day.
    #[strum(serialize = "1d")]
    Day,
    /// Three days: over a weekend.
    #[strum(serialize = "3d")]
    ThreeDays,
}

impl ClosedSet for BackIn {
    fn label(self) -> &'static str {
        match self {
            Self::FiveMinutes => "5 minutes",
            Self::Hour => "1 hour",
            Self::FourHours => "4 hours",
            Self::Day => "1 day",
            Self::ThreeDays => "3 days",
        }
    }
}

impl BackIn {
    /// The recovery time objective as a span.
    pub const fn limit(self) -> Minutes {
        match self {
            Self::FiveMinutes => Minutes::new(5.0),
            Self::Hour => Minutes::new(60.0),
            Self::FourHours => Minutes::new(240.0),
            Self::Day => Minutes::new(1_440.0),
            Self::ThreeDays => Minutes::new(4_320.0),
        }
    }
}
