//! The style sheets: the picture's is the diagram's own, and every pair of colours in use can be told apart.

#![expect(clippy::unwrap_used, reason = "a style sheet that cannot be read fails the test, as it should")]

use expect_test::expect_file;
use groundplan::diagram::{Theme, stylesheet};

/// The page draws the picture with the colours of the exported file. The sheet is written by `UPDATE_EXPECT=1`.
#[test]
fn the_picture_looks_on_the_page_as_in_the_file() {
    let (light, dark) = (stylesheet(Theme::Light), stylesheet(Theme::Dark));
    let mut merged = String::new();
    let mut pieces = dark.split('#');
    let mut rest = pieces.next().unwrap_or_default().len();
    for (i, piece) in light.split('#').enumerate() {
        if i == 0 {
            merged.push_str(piece);
            continue;
        }
        let other = pieces.next().unwrap_or_default();
        rest += other.len();
        merged.push_str(&format!("light-dark(#{}, #{}){}", &piece[..6], &other[..6], &piece[6..]));
    }
    assert!(rest > 0 && pieces.next().is_none(), "both themes have the same rules");
    let rules: Vec<String> = merged
        .split_inclusive('}')
        .map(|rule| {
            let (selectors, declarations) = rule.split_once('{').unwrap_or((rule, ""));
            let scoped: Vec<_> = selectors.split(',').map(|selector| format!(".picture {}", selector.trim())).collect();
            format!("{} {{ {} }}", scoped.join(", "), declarations.trim_end_matches('}').replace(';', "; "))
        })
        .collect();
    let sheet = format!("/* Written by tests/styles.rs from the diagram's own colours. */\n{}\n", rules.join("\n"));
    expect_file!["../assets/css/picture.css"].assert_eq(&sheet);
}

/// Text on what it stands on: at least 4.5 to 1 (WCAG 2.2, 1.4.3).
const TEXT: &[(&str, &[&str])] = &[
    ("ink", &["ground", "panel", "raised", "sunk", "accent-soft"]),
    ("quiet", &["ground", "panel", "raised", "accent-soft"]),
    ("accent", &["ground", "panel", "raised", "accent-soft"]),
    ("on-accent", &["accent"]),
    ("good", &["ground", "raised", "good-soft"]),
    ("warn", &["ground", "raised", "warn-soft"]),
    ("bad", &["ground", "panel", "raised", "bad-soft"]),
];

/// What shows a control, a state or a share on what it stands on: at least 3 to 1 (WCAG 2.2, 1.4.11).
const GRAPHICS: &[(&str, &[&str])] = &[
    ("border", &["ground", "panel", "raised"]),
    ("accent", &["ground", "panel", "raised", "sunk"]),
    ("grey-bar", &["ground", "raised", "sunk"]),
    ("warn", &["warn-soft", "panel"]),
    ("bad", &["panel", "raised"]),
];

#[test]
fn every_pair_of_colours_in_use_can_be_told_apart() {
    let css = include_str!("../assets/css/palette.css");
    let tokens: Vec<(&str, [&str; 2])> = css
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": light-dark("))
        .filter_map(|(name, pair)| {
            let (light, dark) = pair.trim_end_matches(");").split_once(", ")?;
            Some((name, [light, dark]))
        })
        .collect();
    let colour = |name: &str, theme: usize| {
        tokens.iter().find(|(known, _)| *known == name).map(|(_, pair)| pair[theme]).unwrap()
    };
    for (pairs, least) in [(TEXT, 4.5), (GRAPHICS, 3.0)] {
        for (front, backs) in pairs {
            for back in *backs {
                for theme in 0..2 {
                    let ratio = contrast(colour(front, theme), colour(back, theme));
                    assert!(ratio >= least, "{front} on {back}, theme {theme}: {ratio:.2} is below {least}");
                }
            }
        }
    }
}

/// The contrast of two colours (WCAG 2.2, definition of contrast ratio).
fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// The palette holds the colours, the picture's sheet is written from the diagram's own, and all others name neither.
#[test]
fn no_colour_stands_outside_the_palette() {
    let page = std::fs::read_to_string("index.html").unwrap();
    let sheets: Vec<&str> =
        page.split('"').filter(|text| text.starts_with("assets/css/") && text.ends_with(".css")).collect();
    assert_eq!(sheets.len(), std::fs::read_dir("assets/css").unwrap().count(), "the page loads every sheet once");
    for sheet in sheets.into_iter().filter(|sheet| !sheet.ends_with("/palette.css") && !sheet.ends_with("/picture.css"))
    {
        let css = std::fs::read_to_string(sheet).unwrap();
        // What opens a rule may name an element by its id.
        let values = css.lines().filter(|line| !line.ends_with(['{', ',']));
        for line in values {
            assert!(!line.contains('#') && !line.contains("rgb("), "{sheet} names a colour of its own: {line}");
        }
    }
}
