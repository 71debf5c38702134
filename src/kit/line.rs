//! One line of somebody's words, as it may be shown.

/// Takes out what could change how the words around it read: control characters and the marks that turn the direction
/// of writing (Unicode, UAX #9). Runs of blanks become one.
pub(super) fn line(text: &str, longest: usize) -> Option<String> {
    if text.len() > longest * 8 {
        return None;
    }
    let kept: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| is_plain(*c)).collect();
    let words: Vec<&str> = kept.split(' ').filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    (!line.is_empty() && line.chars().count() <= longest).then_some(line)
}

fn is_plain(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_of_bounded_length() {
        assert_eq!(line("  Harbour \n & Lane\u{202e} ", 40).as_deref(), Some("Harbour & Lane"));
        assert_eq!(line("<b>Ünïcode</b>", 40).as_deref(), Some("<b>Ünïcode</b>"));
        assert_eq!(line(" \u{200b} ", 40), None);
        assert_eq!(line(&"a".repeat(41), 40), None);
        assert_eq!(line(&"a".repeat(10_000), 40), None);
    }
}
