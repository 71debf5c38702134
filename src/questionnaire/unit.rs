//! Units people type behind a number: `20 TB` where gigabytes are asked for is 20,000 of them.

/// Units of one kind, each with its size in the first of them.
type Kind = &'static [(&'static [&'static str], f64)];

/// Storage in decimal units, as disks and data transfer are sold.
const BYTES: Kind = &[(&["gb", "gib"], 1.0), (&["kb", "kib"], 1e-6), (&["mb", "mib"], 1e-3), (&["tb", "tib"], 1e3)];
const TIME: Kind = &[
    (&["minutes", "minute", "min", "mins"], 1.0),
    (&["ms", "milliseconds"], 1.0 / 60_000.0),
    (&["s", "sec", "seconds", "second"], 1.0 / 60.0),
    (&["h", "hours", "hour", "hrs"], 60.0),
    (&["d", "days", "day"], 1_440.0),
];
const MONEY: Kind = &[(&["usd", "$", "dollars", "dollar"], 1.0)];
const SHARE: Kind = &[(&["%", "percent", "per cent"], 1.0)];
const OTHER_MONEY: Kind = &[(&["eur", "€", "euro", "euros", "gbp", "£", "pounds", "chf"], 1.0)];
const KINDS: [Kind; 5] = [BYTES, TIME, MONEY, SHARE, OTHER_MONEY];

/// What one typed unit is in the unit wanted; none when the two do not measure the same thing.
/// A word that is no unit known here ("visits", "a month") is taken as the unit wanted.
pub(super) fn factor(typed: &str, wanted: &str) -> Option<f64> {
    let typed = typed.trim().to_ascii_lowercase();
    let Some((kind, size)) = find(&typed) else { return Some(1.0) };
    let (wanted_kind, wanted_size) = find(&wanted.to_ascii_lowercase())?;
    (kind == wanted_kind).then_some(size / wanted_size)
}

fn find(unit: &str) -> Option<(usize, f64)> {
    KINDS
        .iter()
        .enumerate()
        .find_map(|(kind, units)| units.iter().find(|(names, _)| names.contains(&unit)).map(|(_, size)| (kind, *size)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_a_kind_are_converted_and_of_another_refused() {
        assert_eq!(factor("TB", "GB"), Some(1_000.0));
        assert_eq!(factor("h", "minutes"), Some(60.0));
        assert_eq!(factor("days", "hours"), Some(24.0));
        assert_eq!(factor("ms", "ms"), Some(1.0));
        assert_eq!(factor("visits", "visits"), Some(1.0));
        assert_eq!(factor("a month", "USD"), Some(1.0));
        assert_eq!(factor("", "GB"), Some(1.0));
        assert_eq!(factor("GB", "minutes"), None);
        assert_eq!(factor("€", "USD"), None);
        assert_eq!(factor("%", "visits"), None);
    }
}
