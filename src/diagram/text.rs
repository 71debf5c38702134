//! How wide a line of text is on a picture, and where to break it.

use crate::typeface::{self, Weight};

/// The size of all text of a picture, in pixels; AWS's own diagrams are set in one size too.
pub const FONT_SIZE: i32 = 13;
/// From one line of text to the next, in pixels.
pub(super) const LINE_HEIGHT: i32 = 16;

/// The width of a line at [`FONT_SIZE`], rounded up to whole pixels.
pub(super) fn width(text: &str, weight: Weight) -> i32 {
    exact(text, weight).ceil() as i32
}

/// The width of a line at [`FONT_SIZE`] as SVG's `textLength`. A program that draws it in another font keeps to it, so
/// that the text neither leaves its box nor is cut off.
pub fn text_length(text: &str, weight: Weight) -> String {
    format!("{:.2}", exact(text, weight))
}

fn exact(text: &str, weight: Weight) -> f64 {
    typeface::width(text, f64::from(FONT_SIZE), weight)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_measures_what_the_typeface_says() {
        assert_eq!(text_length("Administration, outbound", Weight::Regular), "153.36");
        assert_eq!(width("Administration, outbound", Weight::Regular), 154);
        assert!(width("Amazon", Weight::Bold) > width("Amazon", Weight::Regular));
        assert_eq!(width("", Weight::Regular), 0);
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
