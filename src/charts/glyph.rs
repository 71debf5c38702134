//! The sign of a form: a shape and a colour by which it is known in ranking and map, told apart without colour.

use std::fmt::Write as _;

use super::plot::series;
use crate::options::{OPTIONS, OptionId};

/// Corners on a circle of radius 1, or the circle itself.
enum Outline {
    Circle,
    /// So many corners, the first this many eighths of a turn from the top; with notches between them or not.
    Corners {
        corners: u8,
        turned: f64,
        notched: Option<f64>,
    },
}

/// As many as can be told from one another at the size of a letter.
const OUTLINES: [Outline; 12] = [
    Outline::Circle,
    Outline::Corners { corners: 4, turned: 1.0, notched: None },
    Outline::Corners { corners: 3, turned: 0.0, notched: None },
    Outline::Corners { corners: 4, turned: 0.0, notched: None },
    Outline::Corners { corners: 3, turned: 4.0, notched: None },
    Outline::Corners { corners: 5, turned: 0.0, notched: Some(0.4) },
    Outline::Corners { corners: 4, turned: 1.0, notched: Some(0.36) },
    Outline::Corners { corners: 6, turned: 0.0, notched: None },
    Outline::Corners { corners: 4, turned: 0.0, notched: Some(0.36) },
    Outline::Corners { corners: 3, turned: 2.0, notched: None },
    Outline::Corners { corners: 3, turned: 6.0, notched: None },
    Outline::Corners { corners: 6, turned: 0.0, notched: Some(0.45) },
];

/// The place of a form among all of them, which its sign goes by: it does not change with the ranking.
fn place(option: OptionId) -> usize {
    OPTIONS.iter().position(|hosting| hosting.id == option).unwrap_or_default()
}

/// The class of a form's colour.
pub(super) fn form_series(option: OptionId) -> &'static str {
    series(place(option) % 8)
}

/// The sign of a form around a point, as SVG writes a path; `radius` in CSS pixels.
pub fn form_glyph(option: OptionId, x: f64, y: f64, radius: f64) -> String {
    let mut d = String::new();
    match &OUTLINES[place(option) % OUTLINES.len()] {
        Outline::Circle => {
            let r = radius * 0.9;
            let _ = write!(
                d,
                "M{:.1} {y:.1}a{r:.1} {r:.1} 0 1 0 {:.1} 0a{r:.1} {r:.1} 0 1 0 {:.1} 0z",
                x - r,
                2.0 * r,
                -2.0 * r
            );
        }
        Outline::Corners { corners, turned, notched } => {
            let steps = if notched.is_some() { 2 * corners } else { *corners };
            for step in 0..steps {
                let turn = (turned / 8.0 + f64::from(step) / f64::from(steps)) * std::f64::consts::TAU;
                let out = match notched {
                    Some(notch) if step % 2 == 1 => radius * notch,
                    Some(_) => radius * 1.15,
                    None => radius * if *corners == 3 { 1.15 } else { 1.1 },
                };
                let (to_x, to_y) = (x + out * libm::sin(turn), y - out * libm::cos(turn));
                let _ = write!(d, "{}{to_x:.1} {to_y:.1}", if step == 0 { 'M' } else { 'L' });
            }
            d.push('z');
        }
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_forms_have_the_same_sign_in_the_same_colour() {
        let mut signs: Vec<(String, &str)> =
            OPTIONS.iter().map(|hosting| (form_glyph(hosting.id, 0.0, 0.0, 5.0), form_series(hosting.id))).collect();
        signs.sort();
        signs.dedup();
        assert_eq!(signs.len(), OPTIONS.len());
    }
}
