//! A must-have that is missed, and one that may be.

use super::remedy::Remedy;
use crate::{assessment::SELDOM, units::text};

/// A must-have an option does not meet.
#[derive(Clone, Debug, PartialEq)]
pub struct RuledOut {
    /// Why, as a sentence without a full stop.
    pub because: String,
    /// Where that is from.
    pub source: &'static str,
    /// The smallest change of an answer that would lift it.
    pub remedy: Remedy,
    /// How many times what was asked for the client would have to accept.
    pub fold: f64,
}

/// A must-have that an option may miss in some years.
#[derive(Clone, Debug, PartialEq)]
pub struct AtRisk {
    /// What may happen, as a sentence without a full stop.
    pub because: String,
    /// Where that is from.
    pub source: &'static str,
    /// How likely it is to be missed.
    pub chance: Chance,
}

/// How likely a must-have is to be missed, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Chance {
    /// In a year: some years are bad ones.
    AYear(f64),
    /// All the time, as a figure is not known any better.
    Always(f64),
}

impl Chance {
    /// From 0 to 1.
    pub const fn value(self) -> f64 {
        match self {
            Self::AYear(chance) | Self::Always(chance) => chance,
        }
    }

    /// Whether what keeps the must-have better goes first: where more than one year in ten is a bad one, or where it is
    /// missed more likely than not. Conventions.
    pub(super) const fn is_often(self) -> bool {
        match self {
            Self::AYear(chance) => chance > SELDOM,
            Self::Always(chance) => chance > 0.5,
        }
    }

    /// What happens, in words that follow a name.
    pub fn told(self) -> String {
        match self {
            Self::AYear(chance) => format!("misses a requirement in {}", once(chance)),
            Self::Always(chance) => {
                format!("misses a requirement with a chance of {} %", text::grouped((chance * 100.0).min(99.0)))
            }
        }
    }
}

/// A chance as people say it.
pub fn once(chance: f64) -> String {
    let years = 1.0 / chance.max(1e-9);
    match years {
        few if few < 3.0 => format!("{} % of years", text::grouped(chance * 100.0)),
        some if some < 1_000.0 => format!("about one year in {}", text::grouped(some)),
        _ => "fewer than one year in 1,000".to_owned(),
    }
}

/// Up to the next number with two significant digits.
pub(super) fn round_up(value: f64) -> f64 {
    let step = libm::pow(10.0, libm::log10(value.max(1.0)).floor() - 1.0);
    (value / step).ceil() * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_read_as_people_say_them() {
        assert_eq!(once(0.6), "60 % of years");
        assert_eq!(once(0.17), "about one year in 6");
        assert_eq!(once(0.022), "about one year in 45");
        assert_eq!(once(0.0), "fewer than one year in 1,000");
    }
}
