//! Figures that are known within a factor: low, typical and high, and how they are taken together.

use crate::simulation::delays::Delay;

/// A rate a year or a time in minutes, as a well-run site, the average of comparable sites, and a badly run site have it:
/// about the 10th percentile, the mean and the 90th percentile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    /// The 10th percentile.
    pub(super) low: f64,
    /// The mean, which is what to expect.
    pub(super) typical: f64,
    /// The 90th percentile.
    pub(super) high: f64,
}

/// Which of the three accounts of a year is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// A good year's expectation.
    Low,
    /// The expectation.
    Typical,
    /// A bad year's expectation.
    High,
}

impl Level {
    /// All three.
    pub(super) const ALL: [Self; 3] = [Self::Low, Self::Typical, Self::High];
}

impl Figure {
    /// Low, typical and high.
    pub(super) const fn new(low: f64, typical: f64, high: f64) -> Self {
        Self { low, typical, high }
    }

    /// A delay that the simulated week knows as well.
    pub(super) const fn of(delay: Delay) -> Self {
        let [low, typical, high] = delay.minutes;
        Self::new(low, typical, high)
    }

    /// One value, which is exactly known or does not matter.
    pub(super) const fn exactly(value: f64) -> Self {
        Self::new(value, value, value)
    }

    /// One figure among many that are uncertain independently of each other: not all of them are low, or high, in the same
    /// year. The exponents 0.3 and 0.2 let the total meet the 10th and 90th percentile of 20,000 lognormal draws within 8 %.
    pub(super) fn at(self, level: Level) -> f64 {
        match level {
            Level::Low => self.towards(self.low, 0.3),
            Level::Typical => self.typical,
            Level::High => self.towards(self.high, 0.2),
        }
    }

    /// The time until people come: it stands in many causes at once, so its own spread counts for more.
    pub(super) fn at_shared(self, level: Level) -> f64 {
        match level {
            Level::Low => self.low,
            Level::Typical => self.typical,
            Level::High => self.towards(self.high, 0.3),
        }
    }

    fn towards(self, end: f64, share: f64) -> f64 {
        if self.typical > 0.0 && end > 0.0 { self.typical * libm::pow(end / self.typical, share) } else { self.typical }
    }
}
