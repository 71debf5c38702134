use std::str::FromStr;

use crate::units::text;

/// A colour of the screen, in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// Black.
    pub const BLACK: Self = Self::new(0, 0, 0);
    /// White.
    pub const WHITE: Self = Self::new(255, 255, 255);

    /// A colour by its three parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// How far one is from the other in light, from 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colour so many hundredths of the way to another.
    #[must_use]
    pub fn towards(self, other: Self, hundredths: u8) -> Self {
        let part = |from: u8, to: u8| {
            let (from, to, way) = (u32::from(from), u32::from(to), u32::from(hundredths.min(100)));
            u8::try_from((from * (100 - way) + to * way + 50) / 100).unwrap_or(to as u8)
        };
        Self::new(part(self.red, other.red), part(self.green, other.green), part(self.blue, other.blue))
    }

    /// Relative luminance, from 0 to 1 (WCAG 2.2, after IEC 61966-2-1).
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl FromStr for Colour {
    type Err = String;

    /// Reads `#7a3cff` or `#73f`.
    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.trim().strip_prefix('#').unwrap_or_default();
        let digits: Option<Vec<u8>> = digits.chars().map(|c| c.to_digit(16)?.try_into().ok()).collect();
        match *digits.unwrap_or_default().as_slice() {
            [r, g, b] => Ok(Self::new(r * 17, g * 17, b * 17)),
            [r, s, g, h, b, c] => Ok(Self::new(r * 16 + s, g * 16 + h, b * 16 + c)),
            _ => Err(format!("must be a colour like #0b5fa5; \"{}\" is not", text::cut(text, 40))),
        }
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_in_both_lengths_and_written_in_the_long_one() {
        assert_eq!(" #73F ".parse().map(|colour: Colour| colour.to_string()).as_deref(), Ok("#7733ff"));
        assert_eq!("#0b5fa5".parse().map(|colour: Colour| colour.to_string()).as_deref(), Ok("#0b5fa5"));
        for text in ["", "#", "red", "#12", "#1234", "#12345g", "#éé", "url(x)", "#0b5fa5;"] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_published_pairs() {
        let contrast = |a: &str, b: &str| a.parse::<Colour>().unwrap().contrast(b.parse().unwrap());
        assert!((contrast("#000", "#fff") - 21.0).abs() < 1e-9);
        // The greys that WebAIM's checker gives as the darkest failing and the lightest passing on white.
        assert!((contrast("#767676", "#fff") - 4.54).abs() < 0.01);
        assert!((contrast("#777777", "#fff") - 4.48).abs() < 0.01);
    }

    #[test]
    fn mixing_starts_and_ends_where_it_should() {
        let colour = Colour::new(10, 200, 33);
        assert_eq!(colour.towards(Colour::BLACK, 0), colour);
        assert_eq!(colour.towards(Colour::WHITE, 100), Colour::WHITE);
        assert_eq!(Colour::BLACK.towards(Colour::WHITE, 50), Colour::new(128, 128, 128));
    }
}
