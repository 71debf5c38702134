//! How people write numbers, and how we write them back into links.

use super::unit::factor;
use crate::units::decimal;

/// Reads a number as people type it: `120k`, `1.2m`, `120,000`, `1 200`, `$500`, `35 %`, `12 GB`, `1,5`.
/// A comma or a dot followed by exactly three digits separates thousands when the other one, or another of its kind,
/// shows it; alone, a comma before three digits does and a dot does not.
/// A typed unit is converted into the one wanted; one that measures something else makes the text no answer.
pub fn parse(text: &str, unit: &str) -> Option<f64> {
    let text = text.trim().trim_start_matches('~').trim_start().to_ascii_lowercase();
    let (sign, text) = match text.chars().next() {
        Some(symbol @ ('$' | '€' | '£')) => (symbol.to_string(), text[symbol.len_utf8()..].trim_start()),
        Some(_) | None => (String::new(), text.as_str()),
    };
    let end = text.find(|c: char| {
        !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '_' | '\'' | '-' | '+'))
    });
    let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
    let digits: String = digits.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '_' | '\'')).collect();
    let value = decimal(&plain(&digits)?)?;
    let (scale, typed) = multiplier(rest.trim())?;
    let scaled = value * scale * factor(&sign, unit)? * factor(typed, unit)?;
    scaled.is_finite().then(|| kept(scaled))
}

/// Reads a share of one, which may be given in per cent: `0.35`, `35 %`.
pub fn parse_share(text: &str) -> Option<f64> {
    if text.contains('%') { parse(text, "%").map(|percent| kept(percent / 100.0)) } else { parse(text, "") }
}

/// A number to fifteen significant digits, which every way of writing it brings back to the bit; zero without a sign.
pub(super) fn kept(value: f64) -> f64 {
    decimal(&format!("{value:.14e}")).map_or(value, unsigned_zero)
}

/// Adding zero turns -0 into 0 and changes nothing else (IEEE 754-2019, section 6.3).
fn unsigned_zero(value: f64) -> f64 {
    value + 0.0
}

/// A number as short as it can be written and still read back as the same number: `200k`, `1.5m`, `0.35`.
pub fn token(value: f64) -> String {
    for (step, suffix) in [(1e6, "m"), (1e3, "k")] {
        let scaled = value / step;
        if scaled.abs() >= 1.0 && value.abs() >= 10_000.0 {
            let short = format!("{scaled}{suffix}");
            if short.len() < format!("{value}").len() && parse(&short, "") == Some(value) {
                return short;
            }
        }
    }
    format!("{value}")
}

/// Takes the dust of scaling off a number, so that it has six decimals at most: 0.35 / 0.01 is 35, not
/// 35.000000000000004.
pub fn tidy(value: f64) -> f64 {
    unsigned_zero((value * 1e6).round() / 1e6)
}

fn plain(digits: &str) -> Option<String> {
    if digits.is_empty() || !digits.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let last_comma = digits.rfind(',');
    let last_dot = digits.rfind('.');
    let cleaned = match (last_comma, last_dot) {
        (Some(comma), Some(dot)) if comma > dot => digits.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => digits.replace(',', ""),
        (Some(comma), None) if digits.matches(',').count() > 1 || digits.len() - comma == 4 => digits.replace(',', ""),
        (Some(_), None) => digits.replace(',', "."),
        (None, Some(_)) if digits.matches('.').count() > 1 => digits.replace('.', ""),
        (None, Some(_)) | (None, None) => digits.to_owned(),
    };
    Some(cleaned)
}

/// What the letters behind a number multiply it by, and what is left of them as a unit.
fn multiplier(rest: &str) -> Option<(f64, &str)> {
    let word = &rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())];
    let scale = match word {
        "k" | "thousand" => 1e3,
        "m" | "mio" | "million" => 1e6,
        "bn" | "billion" => 1e9,
        _ => 1.0,
    };
    let unit = if scale > 1.0 { rest[word.len()..].trim_start() } else { rest };
    unit.chars()
        .all(|c| c.is_ascii_alphabetic() || matches!(c, '%' | '/' | ' ' | '$' | '€' | '£'))
        .then_some((scale, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("120k", 120_000.0),
            ("1.2m", 1_200_000.0),
            ("1.2m visits", 1_200_000.0),
            ("1.2 million", 1_200_000.0),
            ("2bn", 2e9),
            ("120,000", 120_000.0),
            ("1.200.000", 1_200_000.0),
            ("1,234.5", 1_234.5),
            ("1.234,5", 1_234.5),
            ("1,5", 1.5),
            ("1.125", 1.125),
            ("1 200", 1_200.0),
            (" 7 ", 7.0),
        ] {
            assert_eq!(parse(text, "visits"), Some(value), "{text}");
        }
        for (text, unit, value) in [
            ("$500", "USD", 500.0),
            ("35 %", "%", 35.0),
            ("12 GB", "GB", 12.0),
            ("1.5 TB", "GB", 1_500.0),
            ("500 USD", "USD", 500.0),
            ("2 h", "minutes", 120.0),
            ("30 ms", "ms", 30.0),
            ("2400 KB", "KB", 2_400.0),
        ] {
            assert_eq!(parse(text, unit), Some(value), "{text}");
        }
        for (text, unit) in [("€500", "USD"), ("12 GB", "minutes"), ("35 %", "visits")] {
            assert_eq!(parse(text, unit), None, "{text}");
        }
        for text in ["", "many", "k", "1k2", "--3", "12 <b>", "1e400", "."] {
            assert_eq!(parse(text, ""), None, "{text}");
        }
    }

    #[test]
    fn zero_has_no_sign_and_scaling_leaves_no_dust() {
        for text in ["-0", "-0.0", "-0 %", "- 0", "+0"] {
            assert_eq!(parse(text, "%").map(f64::to_bits), Some(0), "{text}");
        }
        assert!(tidy(-1e-9).is_sign_positive());
        assert_eq!(parse("33.3k", ""), Some(33_300.0));
        for (text, value) in [("33.3 %", 0.333), ("5 %", 0.05), ("0.07 %", 0.000_7), ("0.35", 0.35), ("29 %", 0.29)] {
            assert_eq!(parse_share(text), Some(value), "{text}");
        }
    }

    #[test]
    fn tokens_are_short_and_read_back_as_the_same_number() {
        for (value, text) in [
            (200_000.0, "200k"),
            (1_500_000.0, "1.5m"),
            (9_999.0, "9999"),
            (12_345.0, "12345"),
            (1_234_567.0, "1234567"),
            (0.35, "0.35"),
        ] {
            assert_eq!(token(value), text);
            assert_eq!(parse(text, ""), Some(value));
        }
    }
}
