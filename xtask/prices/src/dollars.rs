//! Dollars to the last digit: a price list's decimals are neither rounded nor widened.

use std::fmt;

/// Digits behind the point that are kept. Price lists print ten.
const DIGITS: u32 = 12;
const ONE: i128 = 10_i128.pow(DIGITS);

/// An amount of US dollars, in picodollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Dollars(i128);

impl Dollars {
    pub(crate) const ZERO: Self = Self(0);

    /// The amount written as a plain decimal; none where it is not one, or has more digits than are kept.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let fraction = fraction.trim_end_matches('0');
        if whole.is_empty()
            || whole.len() > 12
            || !digits(whole)
            || !digits(fraction)
            || fraction.len() > DIGITS as usize
        {
            return None;
        }
        let whole: i128 = whole.parse().ok()?;
        let fraction: i128 = format!("{fraction:0<width$}", width = DIGITS as usize).parse().ok()?;
        Some(Self(whole * ONE + fraction))
    }

    /// So many times the amount, divided; rounded to a ten-thousandth of a cent where it does not come out even.
    pub(crate) fn scaled(self, (times, by): (i128, i128)) -> Self {
        let product = self.0 * times;
        if product % by == 0 {
            return Self(product / by);
        }
        let step = ONE / 1_000_000;
        Self((product / by + step / 2) / step * step)
    }

    /// By how many per cent `self` is above `before`.
    pub(crate) fn above(self, before: Self) -> f64 {
        (self.0 - before.0) as f64 / before.0 as f64 * 100.0
    }
}

impl fmt::Display for Dollars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fraction = format!("{:0>width$}", self.0 % ONE, width = DIGITS as usize);
        let fraction = fraction.trim_end_matches('0');
        write!(f, "{}", self.0 / ONE)?;
        if fraction.is_empty() { Ok(()) } else { write!(f, ".{fraction}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Dollars {
        Dollars::parse(text).unwrap()
    }

    #[test]
    fn decimals_are_kept_to_the_last_digit() {
        for (text, written) in
            [("0.0110000000", "0.011"), ("5", "5"), ("0.0000000500", "0.00000005"), ("12.50", "12.5")]
        {
            assert_eq!(amount(text).to_string(), written);
        }
        for wrong in ["", ".5", "1e3", "-1", "1,5", "NaN", "0.0000000000001", "1.2.3"] {
            assert_eq!(Dollars::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn units_are_converted_exactly_where_they_come_out_even() {
        assert_eq!(amount("77.8240000000").scaled((1, 1_024)).to_string(), "0.076");
        assert_eq!(amount("0.0000050000").scaled((1_000, 1)).to_string(), "0.005");
        assert_eq!(amount("0.0000002000").scaled((1_000_000, 1)).to_string(), "0.2");
        assert_eq!(amount("1").scaled((1, 3)).to_string(), "0.333333");
    }

    #[test]
    fn a_change_is_told_in_per_cent() {
        assert!((amount("0.045").above(amount("0.05")) + 10.0).abs() < 1e-9);
    }
}
