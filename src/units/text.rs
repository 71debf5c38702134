//! How numbers are written for people, once for every unit.

use super::words;

/// Rounded to a whole number, thousands separated by commas: `1,234,567`.
pub fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::new();
    if value.round() < 0.0 {
        out.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// At most `decimals` decimals, without trailing zeros: `99.95`, `12`.
pub fn trimmed(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    if !text.contains('.') {
        return text;
    }
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// So many significant digits and no more: `0.0004`, `12`, `1,200`.
pub fn significant(value: f64, digits: usize) -> String {
    if value == 0.0 || !value.is_finite() {
        return trimmed(value, 0);
    }
    let magnitude = libm::log10(value.abs()).floor();
    let wanted = digits as f64 - 1.0 - magnitude;
    if wanted > 0.0 {
        return trimmed(value, wanted.min(12.0) as usize);
    }
    let step = libm::pow(10.0, -wanted);
    grouped((value / step).round() * step)
}

/// A large count in short: `950`, `12k`, `1.2m`, `3.4bn`; reads back as the same number of significant digits.
pub fn short(value: f64) -> String {
    let (scaled, suffix) = match value.abs() {
        v if v >= 999_500_000.0 => (value / 1e9, "bn"),
        v if v >= 999_500.0 => (value / 1e6, "m"),
        v if v >= 9_999.5 => (value / 1e3, "k"),
        _ => return significant(value, 4),
    };
    format!("{}{suffix}", significant(scaled, 3))
}

/// A duration given in minutes, in its two largest units.
pub fn duration(minutes: f64) -> String {
    let seconds = (minutes * 60.0).round();
    if seconds < 1.0 {
        return "none".to_owned();
    }
    if seconds < 60.0 {
        return counted(seconds, "second");
    }
    let whole = minutes.round();
    if whole < 60.0 {
        return counted(whole, "minute");
    }
    let (large, small, step) = if whole < 1_440.0 { ("hour", "minute", 60.0) } else { ("day", "hour", 24.0) };
    let in_small = if whole < 1_440.0 { whole } else { (minutes / 60.0).round() };
    let major = (in_small / step).floor();
    let minor = in_small - major * step;
    if minor < 1.0 || major >= 10.0 {
        return counted(major, large);
    }
    format!("{} {}", counted(major, large), counted(minor, small))
}

/// The same in short, for tables: `1 h 11 min`, `4 d 9 h`, `48 s`.
pub fn brief_duration(minutes: f64) -> String {
    const SHORT: [(&str, &str); 4] = [("second", "s"), ("minute", "min"), ("hour", "h"), ("day", "d")];
    let told = duration(minutes);
    let words = told.split(' ').map(|word| {
        let unit = SHORT.iter().find(|(unit, _)| word.trim_end_matches('s') == *unit);
        unit.map_or(word, |(_, short)| short)
    });
    words.collect::<Vec<_>>().join(" ")
}

/// So much of something, as a bill says it: `730 hours`, `1 month`, `1,700 × 10k requests`.
pub fn quantity(value: f64, unit: &str) -> String {
    let number = significant(value, 4);
    if unit.starts_with(|first: char| first.is_ascii_digit()) {
        return format!("{number} × {unit}");
    }
    let one = (number == "1").then(|| unit.strip_suffix('s')).flatten();
    format!("{number} {}", one.unwrap_or(unit))
}

/// The first letter large; identifiers such as `db.t4g.large` keep their case.
pub fn capital(text: &str) -> String {
    let mut out = text.to_owned();
    let mut first = text.bytes().take_while(|byte| *byte != b' ');
    if !first.any(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'_')
        && let Some(letter) = out.get_mut(..1)
    {
        letter.make_ascii_uppercase();
    }
    out
}

/// A clause as a sentence of its own.
pub fn sentence(clause: &str) -> String {
    capital(clause) + "."
}

/// The beginning of what somebody typed or sent, to show it back: at most `longest` characters, none of them one
/// that cannot be seen, and a sign where more followed: a number cut short is another number.
pub fn cut(text: &str, longest: usize) -> String {
    let more = if text.chars().nth(longest).is_some() { "…" } else { "" };
    text.chars().take(longest).filter(|c| !words::is_invisible(*c)).collect::<String>() + more
}

/// `1 hour`, `2 hours`.
pub fn counted(number: f64, noun: &str) -> String {
    let plural = if number == 1.0 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_in_short_have_the_same_two_units() {
        let told = [0.0, 0.8, 1.0, 71.0, 6_300.0, 14_400.0].map(brief_duration);
        assert_eq!(told, ["none", "48 s", "1 min", "1 h 11 min", "4 d 9 h", "10 d"]);
    }

    #[test]
    fn counts_are_grouped_and_shortened() {
        assert_eq!(grouped(0.4), "0");
        assert_eq!(grouped(-1234.0), "-1,234");
        assert_eq!(short(950.0), "950");
        assert_eq!(short(200_000.0), "200k");
        assert_eq!(short(1_250_000.0), "1.25m");
        assert_eq!(short(20_000_000_000.0), "20bn");
    }

    #[test]
    fn a_clause_begins_as_a_sentence_does_and_an_identifier_as_it_is_written() {
        for (clause, said) in [
            ("one server is enough", "One server is enough."),
            ("db.t4g.large: the largest priced here", "db.t4g.large: the largest priced here."),
            ("wp_posts grows", "wp_posts grows."),
            ("2 servers wait", "2 servers wait."),
            ("élan", "élan."),
            ("", "."),
        ] {
            assert_eq!(sentence(clause), said);
        }
    }

    #[test]
    fn digits_are_kept_where_they_matter() {
        assert_eq!(significant(0.000_412, 2), "0.00041");
        assert_eq!(significant(1_234.0, 2), "1,200");
        assert_eq!(significant(0.0, 2), "0");
        assert_eq!(quantity(1.0, "months"), "1 month");
        assert_eq!(quantity(730.0, "hours"), "730 hours");
        assert_eq!(quantity(15.6, "1k requests"), "15.6 × 1k requests");
        assert_eq!(trimmed(99.95, 3), "99.95");
        assert_eq!(trimmed(100.0, 2), "100");
        assert_eq!(trimmed(-0.001, 1), "0");
    }
}
