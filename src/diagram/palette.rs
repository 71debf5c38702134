//! The colours of a picture, light and dark, as a style sheet of plain class rules.

use std::fmt::Write as _;

use super::text::FONT_SIZE;
use crate::typeface::{FAMILY, Weight};

/// Which colours an exported picture has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white: paper.
    Light,
    /// Light on dark.
    Dark,
    /// As the reader's system has it.
    Auto,
}

/// A colour in both themes.
pub(super) struct Colour {
    pub(super) name: &'static str,
    pub(super) light: &'static str,
    pub(super) dark: &'static str,
}

/// The colours by what they are for. Group borders and category hues follow AWS's diagram conventions, darkened or
/// lightened until text reaches 4.5 : 1 and everything else 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11).
#[rustfmt::skip]
pub(super) const COLOURS: [Colour; 30] = [
    Colour { name: "ground", light: "#ffffff", dark: "#10161d" },
    Colour { name: "ink", light: "#1b2530", dark: "#e8edf2" },
    Colour { name: "muted", light: "#566270", dark: "#a3b0bd" },
    Colour { name: "card", light: "#ffffff", dark: "#1a222c" },
    Colour { name: "card-border", light: "#7d8893", dark: "#77848f" },
    Colour { name: "glyph", light: "#ffffff", dark: "#ffffff" },
    Colour { name: "general", light: "#3d4a58", dark: "#5f6f80" },
    Colour { name: "compute", light: "#d45b07", dark: "#d45b07" },
    Colour { name: "storage", light: "#5c7d0c", dark: "#5c7d0c" },
    Colour { name: "database", light: "#b51dbd", dark: "#b832c0" },
    Colour { name: "network", light: "#7440dd", dark: "#7d4ae6" },
    Colour { name: "cloud", light: "#232f3e", dark: "#c3ccd5" },
    Colour { name: "region", light: "#00797b", dark: "#2bb5b7" },
    Colour { name: "vpc", light: "#7440dd", dark: "#a684f5" },
    Colour { name: "zone", light: "#00797b", dark: "#2bb5b7" },
    Colour { name: "public", light: "#59790b", dark: "#94b53f" },
    Colour { name: "public-fill", light: "#f4f8ea", dark: "#172110" },
    Colour { name: "private", light: "#00797b", dark: "#2bb5b7" },
    Colour { name: "private-fill", light: "#e9f6f7", dark: "#0e2226" },
    Colour { name: "scaling", light: "#b84c00", dark: "#f08a3c" },
    Colour { name: "lane", light: "#566270", dark: "#a3b0bd" },
    Colour { name: "provider", light: "#566270", dark: "#a3b0bd" },
    Colour { name: "request", light: "#0b4fb3", dark: "#7ab2ff" },
    Colour { name: "data", light: "#46525f", dark: "#b4bfca" },
    Colour { name: "replication", light: "#9c1aa3", dark: "#e07be6" },
    Colour { name: "admin", light: "#6a7580", dark: "#94a1ae" },
    Colour { name: "deploy", light: "#b0105f", dark: "#ff7fb6" },
    Colour { name: "weak", light: "#c01f2f", dark: "#ff7a85" },
    Colour { name: "heir", light: "#0b7a3b", dark: "#4fd08a" },
    Colour { name: "callout", light: "#1b2530", dark: "#e8edf2" },
];

/// The light or the dark form of a colour.
type Pick = fn(&Colour) -> &'static str;

/// The rules of an exported picture.
///
/// Plain values rather than custom properties: the programs that read exported SVG files know classes, few know `var()`.
pub fn stylesheet(theme: Theme) -> String {
    match theme {
        Theme::Light => rules(|colour| colour.light),
        Theme::Dark => rules(|colour| colour.dark),
        Theme::Auto => format!(
            "{}@media (prefers-color-scheme:dark){{{}}}",
            rules(|colour| colour.light),
            colours(|colour| colour.dark)
        ),
    }
}

fn rules(pick: Pick) -> String {
    let shapes = format!(
        "text{{font-family:\"{FAMILY}\",Arial,Helvetica,\"Liberation Sans\",sans-serif;font-size:{FONT_SIZE}px;\
         font-kerning:none;font-variant-numeric:normal}}\
         .group{{fill:none;stroke-width:1.25}}\
         .group.region{{stroke-dasharray:2 3}}.group.zone,.group.scaling{{stroke-dasharray:6 4}}\
         .group.lane,.group.provider{{stroke-dasharray:8 4}}\
         .icon,.glyph{{fill:none;stroke-linecap:round;stroke-linejoin:round}}.icon{{stroke-width:2}}.glyph{{stroke-width:1.6}}\
         .card{{stroke-width:1}}\
         .line{{fill:none;stroke-linejoin:round;stroke-width:1.5}}.request{{stroke-width:2}}\
         .replication{{stroke-dasharray:7 4}}.admin{{stroke-dasharray:2 3}}.deploy{{stroke-dasharray:9 3 2 3}}\
         .head{{fill:none;stroke-dasharray:none;stroke-linecap:round;stroke-linejoin:round;stroke-width:1.75}}\
         .off{{stroke-opacity:0.25;fill-opacity:0.5}}.middle{{text-anchor:middle}}.number,.strong{{font-weight:{}}}",
        Weight::Bold.css()
    );
    shapes + &colours(pick)
}

/// The rules with the colours in their places.
fn colours(pick: Pick) -> String {
    let mut css = String::new();
    for (i, piece) in painted().split('$').enumerate() {
        let end = if i == 0 { 0 } else { piece.find([';', '}']).unwrap_or(piece.len()) };
        let (name, rest) = piece.split_at(end);
        css += COLOURS.iter().find(|colour| colour.name == name).map_or("", pick);
        css += rest;
    }
    css
}

/// What has which colour: `$` and a name stands for it.
fn painted() -> String {
    let mut css = ".ground{fill:$ground}text,.ink{fill:$ink}.note{fill:$muted}.strong{fill:$ink}\
                   .card{fill:$card;stroke:$card-border}.glyph{stroke:$glyph}"
        .to_owned();
    for tile in ["general", "compute", "storage", "database", "network"] {
        let _ = write!(css, ".tile.{tile}{{fill:${tile}}}");
    }
    for group in ["cloud", "region", "vpc", "zone", "public", "private", "scaling", "lane", "provider"] {
        let _ = write!(css, ".group.{group},.icon.{group}{{stroke:${group}}}.title.{group}{{fill:${group}}}");
    }
    css += ".group.lightsail,.icon.lightsail{stroke:$scaling}.title.lightsail{fill:$scaling}\
            .group.public{fill:$public-fill}.group.private{fill:$private-fill}";
    for path in ["request", "data", "replication", "admin", "deploy"] {
        let _ = write!(css, ".line.{path},.head.{path}{{stroke:${path}}}");
    }
    css += ".callout{fill:$callout;stroke:$ground}.number{fill:$ground}.chip{fill:$ground;stroke:$card-border}\
            .alarm{fill:$weak;stroke:$ground}.weak{fill:none;stroke:$weak;stroke-width:2.5}\
            .heir{fill:none;stroke:$heir;stroke-width:2.5;stroke-dasharray:none}.veil{fill:$ground;fill-opacity:0.6}\
            .cross{fill:none;stroke:$weak;stroke-width:4;stroke-linecap:round}";
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn assert_contrast(one: &str, other: &str, least: f64) {
        let of = |name: &str| COLOURS.iter().find(|colour| colour.name == name).unwrap();
        let (one, other) = (of(one), of(other));
        for (theme, a, b) in [("light", one.light, other.light), ("dark", one.dark, other.dark)] {
            let (a, b) = (luminance(a), luminance(b));
            let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
            assert!(contrast >= least, "{} on {} is {contrast:.2} in the {theme} theme", one.name, other.name);
        }
    }

    #[test]
    fn text_can_be_read_on_whatever_it_stands_on() {
        for ground in ["ground", "card"] {
            assert_contrast("ink", ground, 4.5);
            assert_contrast("muted", ground, 4.5);
        }
        for title in ["cloud", "region", "vpc", "zone", "scaling", "lane", "provider"] {
            assert_contrast(title, "ground", 4.5);
        }
        for fill in ["public-fill", "private-fill"] {
            assert_contrast("muted", fill, 4.5);
            assert_contrast("scaling", fill, 4.5);
        }
        assert_contrast("public", "public-fill", 4.5);
        assert_contrast("private", "private-fill", 4.5);
        assert_contrast("callout", "ground", 4.5);
        assert_contrast("weak", "ground", 4.5);
        assert_contrast("heir", "ground", 3.0);
    }

    #[test]
    fn lines_borders_and_pictograms_stand_out() {
        for tile in ["general", "compute", "storage", "database", "network"] {
            assert_contrast("glyph", tile, 3.0);
        }
        for line in ["request", "data", "replication", "admin", "deploy", "card-border"] {
            for ground in ["ground", "public-fill", "private-fill"] {
                assert_contrast(line, ground, 3.0);
            }
        }
    }
}
