use serde_json::{Number, Value};

/// The whole numbers that a float tells from their neighbours end here.
const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;

/// A number as people write it: `200000`, `0.35`.
pub fn number(value: f64) -> Value {
    if value.trunc() == value && value.abs() <= LARGEST_EXACT { Value::from(value as i64) } else { float(value) }
}

/// A number with its decimal point, whole or not: `200000.0`, `0.35`.
///
/// JSON has no word for what is no finite number. It becomes a text, `"NaN"` or `"inf"`, which no reader takes for a number;
/// serde_json would write `null`, which reads as left out.
pub fn float(value: f64) -> Value {
    Number::from_f64(value).map_or_else(|| Value::from(value.to_string()), Value::Number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_written_plainly_and_never_as_null() {
        for (value, plain, pointed) in [
            (200_000.0, "200000", "200000.0"),
            (-3.0, "-3", "-3.0"),
            (-0.0, "0", "-0.0"),
            (0.35, "0.35", "0.35"),
            (1e300, "1e+300", "1e+300"),
            (f64::NAN, "\"NaN\"", "\"NaN\""),
            (f64::INFINITY, "\"inf\"", "\"inf\""),
            (f64::NEG_INFINITY, "\"-inf\"", "\"-inf\""),
        ] {
            assert_eq!((number(value).to_string(), float(value).to_string()), (plain.to_owned(), pointed.to_owned()));
        }
    }

    proptest! {
        #[test]
        fn a_written_number_reads_back_as_the_same(value in prop::num::f64::NORMAL) {
            for written in [number(value), float(value)] {
                let read: f64 = serde_json::from_str(&written.to_string()).unwrap();
                prop_assert_eq!(read, value);
            }
        }
    }
}
