//! Reading decimal numbers.

/// A finite number as programs write it: `-12`, `0.35`, `1.5e-7`.
pub fn decimal(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
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
}
