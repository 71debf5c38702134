//! Must-haves: what rules an option out, whatever else speaks for it.

use super::choice::choices;
use crate::units::Minutes;

choices! {
    /// Whether the site has to survive the loss of an Availability Zone without people stepping in.
    ZoneLoss {
        /// A restore by hand is acceptable.
        May = "no", "No, a restore by hand is acceptable";
        /// The site has to go on by itself.
        MustSurvive = "yes", "Yes, it has to go on by itself";
    }
}

choices! {
    /// How much data may be lost at most (recovery point objective, RPO).
    DataLoss {
        /// Not one committed order or comment.
        None = "none", "None at all";
        /// Minutes: continuous backup of the database.
        Minutes = "5min", "5 minutes";
        /// An hour.
        Hour = "1h", "1 hour";
        /// A day: daily backups will do.
        Day = "1d", "1 day";
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

choices! {
    /// How soon the site has to be back after a disaster (recovery time objective, RTO).
    BackIn {
        /// Five minutes: nothing a person does by hand is quick enough.
        FiveMinutes = "5min", "5 minutes";
        /// An hour.
        Hour = "1h", "1 hour";
        /// Four hours: within half a working day.
        FourHours = "4h", "4 hours";
        /// A day.
        Day = "1d", "1 day";
        /// Three days: over a weekend.
        ThreeDays = "3d", "3 days";
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
