//! How wide a line of text will be, without asking a browser, and where to break it.

/// The size of all text of a picture, in pixels; AWS's own diagrams are set in one size too.
pub const FONT_SIZE: i32 = 13;
/// From one line of text to the next, in pixels.
pub(super) const LINE_HEIGHT: i32 = 16;

/// How heavy a line is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Weight {
    /// As running text.
    Regular,
    /// As a name.
    Bold,
}

/// The width of a line at [`FONT_SIZE`], in whole pixels, with 5 % to spare.
///
/// Arial, Helvetica and Liberation Sans share their advance widths; the 5 % are for the fonts of those who have none.
pub(super) fn width(text: &str, weight: Weight) -> i32 {
    let thousandths: i32 = text.chars().map(|character| advance(character, weight)).sum();
    (thousandths * FONT_SIZE * 105).div_euclid(100_000) + 1
}

/// A name in at most two lines: in one if it fits into `widest` pixels, else broken between words so that the longer
/// line is as short as can be; among equals the first line is the longer one.
pub(super) fn wrap(name: &str, weight: Weight, widest: i32) -> Vec<String> {
    if width(name, weight) <= widest {
        return vec![name.to_owned()];
    }
    name.match_indices(' ')
        .map(|(at, _)| [&name[..at], &name[at + 1..]])
        .min_by_key(|halves| halves.iter().map(|half| width(half, weight)).max())
        .map_or_else(|| vec![name.to_owned()], |halves| halves.map(str::to_owned).to_vec())
}

/// Advance widths of the printable ASCII characters in thousandths of the font size (Adobe Core 14 metrics, Helvetica).
#[rustfmt::skip]
const REGULAR: [i32; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// The same of Helvetica Bold.
#[rustfmt::skip]
const BOLD: [i32; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/// What a character outside the tables is taken to measure: as wide as a capital M.
const UNKNOWN: i32 = 833;

fn advance(character: char, weight: Weight) -> i32 {
    let table = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    match character {
        '×' => 584,
        '–' => 556,
        '·' => 333,
        other => usize::try_from(i64::from(u32::from(other)) - 32)
            .ok()
            .and_then(|index| table.get(index))
            .copied()
            .unwrap_or(UNKNOWN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_measures_what_the_font_says_and_five_per_cent() {
        // 667 + 833 + 556 + 500 + 556 + 556 thousandths of 13 px are 47.7 px.
        assert_eq!(width("Amazon", Weight::Regular), 51);
        assert!(width("Amazon", Weight::Bold) > width("Amazon", Weight::Regular));
        assert_eq!(width("", Weight::Regular), 1);
    }

    #[test]
    fn names_break_between_words_into_even_lines() {
        let lines = |name, widest| wrap(name, Weight::Bold, widest);
        assert_eq!(lines("Amazon EC2", 100), ["Amazon EC2"]);
        assert_eq!(lines("Application Load Balancer", 100), ["Application", "Load Balancer"]);
        assert_eq!(lines("Amazon Machine Image", 100), ["Amazon", "Machine Image"]);
        assert_eq!(lines("Unbreakable", 10), ["Unbreakable"]);
    }
}
