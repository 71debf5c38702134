use std::str::FromStr;

use crate::units::words;

/// One line of somebody's words, as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line(String);

/// The longest line, in characters.
const LONGEST: usize = 60;

impl Line {
    /// The words.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

impl FromStr for Line {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let line = words::name(text)?;
        match line.chars().count() {
            1..=LONGEST => Ok(Self(line)),
            _ => Err(format!("must be a line of 1 to {LONGEST} characters, like \"Harbour & Lane\"")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_of_bounded_length() {
        let line = |text: &str| text.parse().ok().map(Line::into_string);
        assert_eq!(line("  Harbour \n & Lane\u{202e} ").as_deref(), Some("Harbour & Lane"));
        assert_eq!(line("<b>Ünïcode</b>").as_deref(), Some("<b>Ünïcode</b>"));
        for invisible in [" \u{200b} ", "\u{61c}", "\u{e0041}\u{e007f}", "\u{3164}\u{fe0f}"] {
            let refused = invisible.parse::<Line>().unwrap_err();
            assert!(refused.starts_with("must have characters that can be seen"), "{refused}");
        }
        assert_eq!(line(&"ü".repeat(60)), Some("ü".repeat(60)));
        assert_eq!(line(&"a".repeat(61)), None);
        assert_eq!(line(&"a".repeat(10_000)), None);
    }
}
