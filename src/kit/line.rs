use std::str::FromStr;

/// One line of somebody's words, as it may be shown: without control characters and the marks that turn the direction of
/// writing (Unicode, UAX #9), which could change how the words around it read. Runs of blanks become one.
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
        let plain: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(is_plain).collect();
        let line = plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        match line.chars().count() {
            1..=LONGEST => Ok(Self(line)),
            _ => Err(format!("must be a line of 1 to {LONGEST} characters, like \"Harbour & Lane\"")),
        }
    }
}

fn is_plain(c: &char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_of_bounded_length() {
        let line = |text: &str| text.parse().ok().map(Line::into_string);
        assert_eq!(line("  Harbour \n & Lane\u{202e} ").as_deref(), Some("Harbour & Lane"));
        assert_eq!(line("<b>Ünïcode</b>").as_deref(), Some("<b>Ünïcode</b>"));
        assert_eq!(line(" \u{200b} "), None);
        assert_eq!(line(&"ü".repeat(60)), Some("ü".repeat(60)));
        assert_eq!(line(&"a".repeat(61)), None);
        assert_eq!(line(&"a".repeat(10_000)), None);
    }
}
