//! Reading decimal numbers.
//!
//! The standard library reads any number correctly to the last bit and brings 10 KB of tables for it. Here numbers have
//! at most fifteen significant digits and modest exponents: those are read just as correctly with one exact
//! multiplication or division (Clinger 1990, "How to read floating point numbers accurately", the fast case).

/// The powers of ten a double holds exactly.
const EXACT: i32 = 22;

/// A number as programs write it: `-12`, `0.35`, `1.5e-7`.
pub fn decimal(text: &str) -> Option<f64> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (negative, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut exponent = exponent.parse::<i32>().ok()?.clamp(-400, 400);
    let (mut digits, mut seen) = (0_u64, false);
    for (digit, behind) in whole.bytes().map(|digit| (digit, 0)).chain(part.bytes().map(|digit| (digit, 1))) {
        if !digit.is_ascii_digit() {
            return None;
        }
        seen = true;
        if digits < 1_000_000_000_000_000_000 / 10 {
            digits = digits * 10 + u64::from(digit - b'0');
            exponent -= behind;
        } else {
            // More digits than a double can hold: what they are no longer matters, how many there are does.
            exponent += 1 - behind;
        }
    }
    while exponent < 0 && digits > 0 && digits.is_multiple_of(10) {
        digits /= 10;
        exponent += 1;
    }
    let value = scaled(digits as f64, exponent);
    (seen && value.is_finite()).then_some(if negative { -value } else { value })
}

fn scaled(mut value: f64, mut exponent: i32) -> f64 {
    while exponent > 0 && value != 0.0 && value.is_finite() {
        let step = exponent.min(EXACT);
        value *= power(step);
        exponent -= step;
    }
    while exponent < 0 && value != 0.0 {
        let step = (-exponent).min(EXACT);
        value /= power(step);
        exponent += step;
    }
    value
}

/// Ten to a power that a double holds exactly.
fn power(exponent: i32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_and_other_texts_are_not() {
        assert_eq!(decimal("0.35"), Some(0.35));
        assert_eq!(decimal("-12"), Some(-12.0));
        assert_eq!(decimal("+5."), Some(5.0));
        assert_eq!(decimal("1.5e-7"), Some(1.5e-7));
        assert_eq!(decimal("123456789012345678901234567890"), Some(123_456_789_012_345_678_901_234_567_890.0));
        for text in ["", ".", "-", "1k", "1e", "1e400", "nan", "inf", "0x1", "1 2", "--1"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn fifteen_digits_are_read_as_the_standard_library_reads_them(digits in 0_u64..1_000_000_000_000_000, exponent in -22_i32..=22) {
            for text in [format!("{digits}e{exponent}"), format!("{}", digits as f64 / 1e6), format!("-{}.{}", digits / 1_000_000, digits % 1_000_000)] {
                prop_assert_eq!(decimal(&text), text.parse().ok(), "{}", text);
            }
        }
    }
}
