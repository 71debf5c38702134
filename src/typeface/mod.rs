//! The bundled typeface: how wide a line of text is, without asking a browser, and how a file carries the face along.

// `UNITS_PER_EM` and `ADVANCES`, written by build.rs from assets/fonts/public-sans.woff2.
include!(concat!(env!("OUT_DIR"), "/advances.rs"));

/// The font family, as style sheets name it.
pub const FAMILY: &str = "Public Sans";

/// The whole face as a `data:` address. The page has it from its style sheet (`browser::typeface`), not in the program.
#[cfg(not(target_arch = "wasm32"))]
pub const ADDRESS: &str = include_str!(concat!(env!("OUT_DIR"), "/face.txt"));

/// The style sheet's rule that brings the face into a file of its own. `address` is a `data:` address.
pub fn rule(address: &str) -> String {
    format!("@font-face{{font-family:\"{FAMILY}\";font-weight:400 700;src:url(\"{address}\") format(\"woff2\")}}")
}

/// How heavy text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Running text: CSS weight 400.
    Regular,
    /// Names and numbers that stand out: CSS weight 600.
    Bold,
}

impl Weight {
    /// The weight as CSS writes it.
    pub const fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Bold => 600,
        }
    }
}

/// The width of a line in CSS pixels when set at `size` CSS pixels: the sum of the advance widths of its characters.
///
/// Browsers set the same width under `font-kerning: none`, and a slightly smaller one with kerning. A character the face
/// does not have comes from another font and counts as the widest capital.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let units: f64 = text.chars().map(|character| advance(character, weight)).sum();
    units * size / UNITS_PER_EM
}

/// The advance width of a character in font units.
fn advance(character: char, weight: Weight) -> f64 {
    known(character, weight).or_else(|| known(WIDEST, weight)).unwrap_or(UNITS_PER_EM)
}

/// The widest of capitals and digits.
const WIDEST: char = 'W';

fn known(character: char, weight: Weight) -> Option<f64> {
    let at = ADVANCES.binary_search_by_key(&character, |(known, _, _)| *known).ok()?;
    ADVANCES.get(at).map(|(_, regular, bold)| match weight {
        Weight::Regular => f64::from(*regular),
        Weight::Bold => f64::from(*bold),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_advances_are_what_a_browser_measures() {
        // Chromium's `measureText` with `fontKerning = "none"` on the bundled file.
        let measured = [
            ("Amazon CloudFront", 13.0, Weight::Regular, 120.179),
            ("Amazon CloudFront", 13.0, Weight::Bold, 122.090),
            ("Administration, outbound", 13.0, Weight::Regular, 153.361),
            ("Application Load Balancer", 13.0, Weight::Bold, 161.506),
            ("1,234.50 USD", 13.0, Weight::Regular, 81.738),
            ("AVATo fi ffi", 13.0, Weight::Regular, 70.467),
            ("Availability Zone A · 2 × t4g.medium – 3", 13.0, Weight::Regular, 238.238),
            ("office flow fj", 100.0, Weight::Bold, 594.899),
            ("Aurora €", 11.0, Weight::Bold, 45.156),
        ];
        for (text, size, weight, expected) in measured {
            let sum = width(text, size, weight);
            assert!((sum - expected).abs() < 0.02, "{text} at {size}: {sum}, measured {expected}");
        }
    }

    #[test]
    fn characters_of_other_fonts_count_as_the_widest_capital() {
        let widest = ('0'..='9').chain('A'..='Z').map(|character| advance(character, Weight::Regular));
        assert_eq!(advance('→', Weight::Regular), widest.fold(0.0, f64::max));
        assert_eq!(width("", 13.0, Weight::Bold), 0.0);
    }
}
