//! How charts look: size, theme and colours.

use plotters::style::RGBColor;

/// The fonts of charts, the bundled typeface first.
pub const FONTS: &str = "Public Sans, system-ui, sans-serif";

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// The size a chart is drawn at, and in what colours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// Device pixels in a CSS pixel: 2 on most high-density screens. The backend is this many times as large.
    pub density: f64,
    /// Light or dark.
    pub theme: Theme,
    /// Font size of labels in CSS pixels.
    pub text: f64,
}

impl Look {
    /// The font size of labels in CSS pixels, where nothing else is wanted.
    pub const TEXT: f64 = 12.0;

    /// A look with labels of that size.
    pub const fn new(width: u32, height: u32, density: f64, theme: Theme) -> Self {
        Self { width, height, density, theme, text: Self::TEXT }
    }
}

/// The colours of a theme. Lines are Okabe and Ito's (Color Universal Design, 2008), as far as each stands out by 3:1 from
/// the ground; on a dark ground green is lightened.
#[derive(Clone, Copy)]
pub(super) struct Palette {
    pub(super) ground: RGBColor,
    pub(super) ink: RGBColor,
    pub(super) quiet: RGBColor,
    pub(super) grid: RGBColor,
    pub(super) alarm: RGBColor,
    pub(super) tones: [RGBColor; 5],
}

impl Theme {
    pub(super) const fn palette(self) -> Palette {
        match self {
            Self::Light => Palette {
                ground: RGBColor(0xff, 0xff, 0xff),
                ink: RGBColor(0x17, 0x20, 0x2a),
                quiet: RGBColor(0x52, 0x60, 0x6d),
                grid: RGBColor(0xdd, 0xe3, 0xe9),
                alarm: RGBColor(0xb0, 0x24, 0x1c),
                tones: [
                    RGBColor(0x00, 0x72, 0xb2),
                    RGBColor(0xd5, 0x5e, 0x00),
                    RGBColor(0x00, 0x9e, 0x73),
                    RGBColor(0xcc, 0x79, 0xa7),
                    RGBColor(0x00, 0x00, 0x00),
                ],
            },
            Self::Dark => Palette {
                ground: RGBColor(0x11, 0x15, 0x1a),
                ink: RGBColor(0xe6, 0xeb, 0xf0),
                quiet: RGBColor(0xa4, 0xaf, 0xbb),
                grid: RGBColor(0x2c, 0x34, 0x3e),
                alarm: RGBColor(0xff, 0x91, 0x88),
                tones: [
                    RGBColor(0x56, 0xb4, 0xe9),
                    RGBColor(0xe6, 0x9f, 0x00),
                    RGBColor(0x2c, 0xc2, 0x95),
                    RGBColor(0xf0, 0xe4, 0x42),
                    RGBColor(0xcc, 0x79, 0xa7),
                ],
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeface;

    #[test]
    fn the_bundled_typeface_comes_first() {
        assert_eq!(FONTS.split(", ").next(), Some(typeface::FAMILY));
    }

    /// Relative luminance and contrast as WCAG 2.2 defines them.
    fn contrast(a: RGBColor, b: RGBColor) -> f64 {
        let luminance = |RGBColor(r, g, b): RGBColor| {
            let part = |value: u8| {
                let value = f64::from(value) / 255.0;
                if value <= 0.040_45 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
            };
            0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
        };
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn lines_stand_out_by_three_to_one_and_text_by_four_and_a_half() {
        for theme in [Theme::Light, Theme::Dark] {
            let palette = theme.palette();
            for tone in palette.tones {
                assert!(contrast(tone, palette.ground) >= 3.0, "{theme:?} {tone:?}");
            }
            for ink in [palette.ink, palette.quiet, palette.alarm] {
                assert!(contrast(ink, palette.ground) >= 4.5, "{theme:?} {ink:?}");
            }
        }
    }
}
