//! Somebody else's words as they may be shown: names of clients, of workshops and of those who speak, and the reasons they
//! give.

/// A name: one line without what cannot be seen, runs of blanks as one. Empty where nothing but blanks was given.
///
/// Marks that turn the direction of writing (Unicode UAX #9) could change how the words around a name read, and a name of
/// invisible characters alone looks like none at all.
///
/// # Errors
/// Says what would be right, when characters were given and none of them can be seen.
pub fn name(text: &str) -> Result<String, String> {
    let seen: String = text.chars().filter(|c| c.is_whitespace() || !is_invisible(*c)).collect();
    let name = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() && !text.trim().is_empty() {
        return Err("must have characters that can be seen; all of those given are invisible".to_owned());
    }
    Ok(name)
}

/// The beginning of a name: at most `longest` characters, and no blank at its end.
pub fn shortened(name: &str, longest: usize) -> String {
    name.chars().take(longest).collect::<String>().trim_end().to_owned()
}

/// Sentences: at most `longest` characters, with line breaks, and with the joiners that many scripts and emoji are spelled
/// with (Unicode 17, 23.2), but nothing that is invisible otherwise.
pub fn prose(text: &str, longest: usize) -> String {
    text.chars().filter(|c| *c == '\n' || is_joiner(*c) || !is_invisible(*c)).take(longest).collect()
}

/// Characters without a sign of their own: controls, the marks of UAX #9 that turn the direction of writing, zero-width
/// characters, tags, variation selectors, annotations and fillers. It is Unicode 17's `Default_Ignorable_Code_Point`
/// (DerivedCoreProperties.txt), with controls, interlinear annotations and the blank of Braille.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Zero-width joiner and non-joiner, and the selectors of a sign's variant.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_one_line_of_what_can_be_seen() {
        for (given, name_shown) in [
            ("  Harbour \n & Lane\u{202e} ", "Harbour & Lane"),
            ("<b>Ünïcode</b>", "<b>Ünïcode</b>"),
            ("Ada\u{61c} \u{2067}Lovelace\u{2069}", "Ada Lovelace"),
            ("A\u{e0041}\u{e007f}B\u{fe0f}", "AB"),
            ("株式会社\u{3000}港", "株式会社 港"),
            ("", ""),
            (" \t\n\u{a0} ", ""),
        ] {
            assert_eq!(name(given).as_deref(), Ok(name_shown), "{given:?}");
        }
    }

    /// Each kind of character that cannot be seen, alone and in company.
    #[test]
    fn a_name_of_invisible_characters_only_is_refused() {
        let kinds = "\u{0}\u{7f}\u{ad}\u{34f}\u{61c}\u{115f}\u{17b4}\u{180e}\u{200b}\u{200d}\u{200e}\u{202e}\u{2060}\u{2066}\u{206f}\u{2800}\u{3164}\u{fe0f}\u{feff}\u{ffa0}\u{fff9}\u{1d173}\u{e0001}\u{e0100}";
        for c in kinds.chars() {
            let refused = name(&format!(" {c} {c}"));
            assert!(refused.is_err_and(|message| message.starts_with("must have characters")), "{c:?}");
        }
        assert!(name(kinds).is_err());
    }

    #[test]
    fn a_reason_keeps_its_lines_and_its_spelling_and_turns_nothing_around() {
        assert_eq!(prose("a\u{0}b\nc\u{202e}d\u{61c}", 99), "ab\ncd");
        assert_eq!(prose("می\u{200c}خواهم ❤\u{fe0f}", 99), "می\u{200c}خواهم ❤\u{fe0f}");
        assert_eq!(prose(&"x".repeat(9), 5), "xxxxx");
        assert_eq!(shortened("Ada Lovelace", 4), "Ada");
    }

    proptest! {
        #[test]
        fn a_name_shown_is_its_own_name(text in "\\PC{0,40}|[ \u{200b}-\u{202f}a-c]{0,20}") {
            if let Ok(shown) = name(&text) {
                prop_assert_eq!(name(&shown), Ok(shown.clone()));
                prop_assert!(!shown.chars().any(is_invisible));
            }
        }
    }
}
