//! Durations. AWS bills by the hour, alarms by the minute, and pages answer in milliseconds; each is a type of its own.

use super::quantity::quantity;

quantity! {
    /// Hours.
    Hours
}

quantity! {
    /// Minutes.
    Minutes
}

quantity! {
    /// Seconds.
    Seconds
}

quantity! {
    /// Milliseconds.
    Milliseconds
}

impl Hours {
    /// The hours AWS counts to a month: 730 (AWS Pricing Calculator, assumptions page).
    pub const MONTH: Self = Self::new(730.0);
}

impl Minutes {
    /// One week, the span that is simulated.
    pub const WEEK: Self = Self::new(10_080.0);
    /// One year of 365.25 days.
    pub const YEAR: Self = Self::new(525_960.0);
}

impl From<Hours> for Minutes {
    fn from(hours: Hours) -> Self {
        Self::new(hours.value() * 60.0)
    }
}

impl Seconds {
    /// The same span in minutes.
    pub fn minutes(self) -> Minutes {
        Minutes::new(self.value() / 60.0)
    }
}

impl From<Milliseconds> for Seconds {
    fn from(ms: Milliseconds) -> Self {
        Self::new(ms.value() / 1000.0)
    }
}

impl std::fmt::Display for Minutes {
    /// The two largest units that matter: `4 days 9 hours`, `53 minutes`, `20 seconds`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&super::text::duration(self.value()))
    }
}

impl std::fmt::Display for Hours {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Minutes::from(*self).fmt(f)
    }
}

impl std::fmt::Display for Seconds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.minutes().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_as_a_person_says_them() {
        assert_eq!(Minutes::new(0.0).to_string(), "none");
        assert_eq!(Minutes::new(0.5).to_string(), "30 seconds");
        assert_eq!(Minutes::new(1.0).to_string(), "1 minute");
        assert_eq!(Minutes::new(52.6).to_string(), "53 minutes");
        assert_eq!(Minutes::new(90.0).to_string(), "1 hour 30 minutes");
        assert_eq!(Minutes::new(5_260.0).to_string(), "3 days 16 hours");
        assert_eq!(Hours::new(24.0).to_string(), "1 day");
    }
}
