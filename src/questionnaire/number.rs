//! How people write numbers, and how we write them back into links.

/// Reads a number as people type it: `120k`, `1.2m`, `120,000`, `1 200`, `$500`, `35 %`, `12 GB`, `1,5`.
/// A comma or a dot followed by exactly three digits separates thousands when the other one, or another of its kind,
/// shows it; alone, a comma before three digits does and a dot does not.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim().trim_start_matches(['$', '€', '£', '~']).trim_start().to_lowercase();
    let end = text.find(|c: char| {
        !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '_' | '\'' | '-' | '+'))
    });
    let (digits, unit) = text.split_at(end.unwrap_or(text.len()));
    let digits: String = digits.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '_' | '\'')).collect();
    let value: f64 = plain(&digits)?.parse().ok()?;
    let scaled = value * multiplier(unit.trim())?;
    scaled.is_finite().then_some(scaled)
}

/// A number as short as it can be written and still read back as the same number: `200k`, `1.5m`, `0.35`.
pub fn token(value: f64) -> String {
    for (step, suffix) in [(1e6, "m"), (1e3, "k")] {
        let scaled = value / step;
        if scaled.abs() >= 1.0 && value.abs() >= 10_000.0 {
            let short = format!("{scaled}{suffix}");
            if short.len() < format!("{value}").len() && parse(&short) == Some(value) {
                return short;
            }
        }
    }
    format!("{value}")
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

fn multiplier(unit: &str) -> Option<f64> {
    let (scale, rest) = match unit.chars().next() {
        None => return Some(1.0),
        Some('k') => (1e3, &unit[1..]),
        Some('m') if !matches!(unit, "min" | "minutes" | "month" | "minute") => {
            (1e6, unit.strip_prefix("million").or_else(|| unit.strip_prefix("mio")).unwrap_or(&unit[1..]))
        }
        Some('b') if unit.starts_with("bn") || unit.starts_with("billion") => {
            (1e9, unit.strip_prefix("billion").unwrap_or(unit.strip_prefix("bn").unwrap_or("")))
        }
        Some(_) => (1.0, unit),
    };
    rest.chars().all(|c| c.is_alphabetic() || matches!(c, '%' | '/' | ' ' | '$' | '€' | '£')).then_some(scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, value) in [
            ("120k", 120_000.0),
            ("1.2m", 1_200_000.0),
            ("1.2 million", 1_200_000.0),
            ("2bn", 2e9),
            ("120,000", 120_000.0),
            ("1.200.000", 1_200_000.0),
            ("1,234.5", 1_234.5),
            ("1.234,5", 1_234.5),
            ("1,5", 1.5),
            ("1.125", 1.125),
            ("1 200", 1_200.0),
            ("$500", 500.0),
            ("35 %", 35.0),
            ("12 GB", 12.0),
            ("500 USD", 500.0),
            ("52 minutes", 52.0),
            (" 7 ", 7.0),
        ] {
            assert_eq!(parse(text), Some(value), "{text}");
        }
        for text in ["", "many", "k", "1k2", "--3", "12 <b>", "1e400", "."] {
            assert_eq!(parse(text), None, "{text}");
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
            assert_eq!(parse(text), Some(value));
        }
    }
}
