//! Where names go, so that they meet neither one another nor a curve. All of it is in the backend's pixels.

use plotters::style::text_anchor::HPos;

use crate::{
    typeface::{self, Weight},
    units::ordered,
};

/// From one line of text to the next, in font sizes.
pub(super) const LEADING: f64 = 1.35;
/// The shares of the plot that the name of a moment may take before it is wrapped, tried one after the other.
const WRAPS: [f64; 3] = [0.6, 0.3, 0.15];

/// The width of a text of charts.
pub(super) fn width(text: &str, size: f64) -> f64 {
    typeface::width(text, size, Weight::Regular)
}

/// A text in lines no wider than `widest`, where its words allow.
pub(super) fn wrapped(text: &str, widest: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size) <= widest => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A plot that names are placed on.
pub(super) struct Plot {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// The places that each line runs through.
    pub(super) curves: Vec<Vec<(f64, f64)>>,
    /// The font size.
    pub(super) size: f64,
    /// The backend's pixels in a CSS pixel.
    pub(super) density: f64,
}

/// The name of a moment, where it stands.
pub(super) struct Name {
    across: (f64, f64),
    down: (f64, f64),
    pub(super) anchor: HPos,
    pub(super) rows: Vec<String>,
}

impl Name {
    fn meets(&self, across: (f64, f64), down: (f64, f64)) -> bool {
        let overlap = |a: (f64, f64), b: (f64, f64)| a.0 < b.1 && b.0 < a.1;
        overlap(self.across, across) && overlap(self.down, down)
    }

    /// Where a row is anchored.
    pub(super) fn place(&self, row: usize, size: f64) -> (f64, f64) {
        let x = if matches!(self.anchor, HPos::Left) { self.across.0 } else { self.across.1 };
        (x, self.down.0 + (0.7 + LEADING * row as f64) * size)
    }
}

impl Plot {
    /// Whether a curve runs through a box.
    fn is_crossed(&self, across: (f64, f64), down: (f64, f64)) -> bool {
        self.curves.iter().any(|curve| crosses(curve, across, down))
    }

    /// The names of moments, each at its `x`: on the side with more room or else on the other, in as many rows as it takes,
    /// as far down as it takes to meet no other name and, where that can be had, no curve.
    pub(super) fn names<'a>(&self, moments: impl Iterator<Item = (f64, &'a str)>) -> Vec<Name> {
        let size = self.size;
        let (to_name, to_edge) = (7.0 * self.density, 14.0 * self.density);
        let lines = ((self.bottom - self.top) / (LEADING * size)) as usize;
        let mut names: Vec<Name> = Vec::new();
        for (x, label) in moments {
            let (before, after) = (x - self.left - to_edge, self.right - x - to_edge);
            let (left, right) = ((x - to_name, before, HPos::Right), (x + to_name, after, HPos::Left));
            let sides = if after >= before { [right, left] } else { [left, right] };
            let name = |(share, side, line): (f64, usize, usize)| {
                let (x, room, anchor) = sides[side];
                let rows = wrapped(label, room.min(share * (self.right - self.left)), size);
                let long = rows.iter().map(|row| width(row, size)).fold(0.0, f64::max);
                let from = if matches!(anchor, HPos::Left) { x } else { x - long };
                let top = self.top + (0.1 + LEADING * line as f64) * size;
                let bottom = top + LEADING * rows.len() as f64 * size;
                let (across, down) = ((from, from + long), (top, bottom));
                (long <= room && bottom <= self.bottom).then_some(Name { across, down, anchor, rows })
            };
            let is_apart = |name: &Name| !names.iter().any(|other| other.meets(name.across, name.down));
            let is_clear = |name: &Name| !self.is_crossed(name.across, name.down);
            let tries = || WRAPS.iter().flat_map(|share| (0..2 * lines).map(|at| (*share, at / lines, at % lines)));
            let places = || tries().filter_map(name).filter(is_apart);
            let place = places().find(is_clear).or_else(|| places().next()).or_else(|| tries().find_map(name));
            names.extend(place);
        }
        names
    }

    /// Where the name of a level begins that lies at `y`: above or below it, where neither curve nor name is met.
    pub(super) fn level_name(&self, label: &str, y: f64, names: &[Name]) -> (f64, f64) {
        let (size, inset) = (self.size, 4.0 * self.density);
        let long = width(label, size);
        let room = (self.right - self.left - long - 2.0 * inset).max(0.0);
        let mut places = (0..=8)
            .flat_map(|at| [-0.75, 0.85].map(|rows| (self.left + inset + room * f64::from(at) / 8.0, y + rows * size)));
        let is_free = |&(x, y): &(f64, f64)| {
            let (across, down) = ((x, x + long), (y - 0.7 * size, y + 0.7 * size));
            let is_named = names.iter().any(|name| name.meets(across, down));
            down.0 >= self.top && !is_named && !self.is_crossed(across, down)
        };
        places.find(is_free).unwrap_or((self.left + inset, y + 0.85 * size))
    }

    /// Heights for the names of lines near where the lines end, none closer to another than a line of text.
    pub(super) fn ends(&self) -> Vec<f64> {
        let ends: Vec<f64> = self.curves.iter().map(|curve| curve.last().map_or(self.bottom, |(_, y)| *y)).collect();
        apart(&ends, LEADING * self.size, self.top, self.bottom)
    }
}

/// Places for labels near where they belong, none closer to another than `gap`.
fn apart(wanted: &[f64], gap: f64, top: f64, bottom: f64) -> Vec<f64> {
    let order = ordered(0..wanted.len(), |a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut placed = wanted.to_vec();
    let mut least = top;
    for index in &order {
        placed[*index] = placed[*index].max(least);
        least = placed[*index] + gap;
    }
    let mut most = bottom;
    for index in order.iter().rev() {
        placed[*index] = placed[*index].min(most);
        most = placed[*index] - gap;
    }
    placed
}

/// Whether a curve runs through a box.
fn crosses(curve: &[(f64, f64)], (left, right): (f64, f64), (top, bottom): (f64, f64)) -> bool {
    curve.windows(2).any(|two| {
        let ((x0, y0), (x1, y1)) = (two[0], two[1]);
        if x1 < left || x0 > right {
            return false;
        }
        let at = |x: f64| if x1 > x0 { y0 + (y1 - y0) * ((x - x0) / (x1 - x0)).clamp(0.0, 1.0) } else { y0 };
        let (from, to) = if x1 > x0 { (at(left), at(right)) } else { (y0, y1) };
        from.min(to) <= bottom && from.max(to) >= top
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stay_apart_and_inside() {
        let placed = apart(&[50.0, 52.0, 51.0, 99.0], 15.0, 0.0, 100.0);
        let mut sorted = placed.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(sorted.windows(2).all(|two| two[1] - two[0] >= 15.0 - 1e-9));
        assert!(sorted[0] >= 0.0 && sorted[3] <= 100.0);
        assert!(placed[0] < placed[2] && placed[2] < placed[1]);
    }

    #[test]
    fn moments_are_named_beside_one_another_and_where_no_curve_runs() {
        for right in [370.0, 710.0, 890.0] {
            let x = |minute: f64| 44.0 + (right - 44.0) * minute / 10_080.0;
            let credits =
                [(0.0, 576.0), (5_500.0, 576.0), (6_500.0, 0.0), (6_900.0, 0.0), (8_700.0, 576.0), (10_079.0, 576.0)];
            let curve = credits.map(|(minute, left)| (x(minute), 211.0 - 183.0 * left / 600.0)).to_vec();
            let plot =
                Plot { left: 44.0, right, top: 28.0, bottom: 211.0, curves: vec![curve], size: 12.0, density: 1.0 };
            let names =
                plot.names([6_506.0, 6_510.0, 6_600.0].map(|at| (x(at), "Credits run out Friday 12:26")).into_iter());
            assert_eq!(names.len(), 3);
            assert!(!plot.is_crossed(names[0].across, names[0].down), "{right}");
            for (i, name) in names.iter().enumerate() {
                assert!(!names[..i].iter().any(|other| other.meets(name.across, name.down)), "{right}: {i}");
                assert!(name.down.1 <= plot.bottom + 1.0 && name.across.0 >= 0.0, "{right}: {i}");
            }
        }
    }
}
