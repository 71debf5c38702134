//! Where texts and dashes go, reckoned without asking a backend.

use super::Look;
use crate::units::ordered;

/// The width of a text in a proportional font, on the safe side.
pub(super) fn estimated(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * 0.56 * size
}

/// How far apart two points are.
fn distance((x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> f64 {
    let (x, y) = (x1 - x0, y1 - y0);
    (x * x + y * y).sqrt()
}

/// Places for labels near where they belong, none closer to another than `gap`.
pub(super) fn apart(wanted: &[f64], gap: f64, top: f64, bottom: f64) -> Vec<f64> {
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

/// Where a name above the plot begins, after a piece of its line.
pub(super) const KEY: f64 = 28.0;

/// A name above the plot, in as many lines as it takes.
pub(super) fn key(label: &str, look: &Look) -> Vec<String> {
    wrapped(label, f64::from(look.width) - KEY - 4.0, look.text)
}

/// Whether a curve runs through a box.
pub(super) fn crosses(curve: &[(f64, f64)], (left, right): (f64, f64), (top, bottom): (f64, f64)) -> bool {
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

/// A text in lines no wider than `width`, where its words allow.
pub(super) fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if estimated(line, size) + estimated(word, size) + size / 2.0 <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Cuts a path into dashes: lengths of ink and gap by turns.
pub(super) fn pieces(places: &[(f64, f64)], pattern: &[f64]) -> Vec<Vec<(f64, f64)>> {
    let length_of = |turn: usize| pattern.get(turn % pattern.len().max(1)).copied().unwrap_or(1.0).max(0.5);
    let mut all = Vec::new();
    let mut piece: Vec<(f64, f64)> = Vec::new();
    let mut turn = 0;
    let mut left = length_of(turn);
    for two in places.windows(2) {
        let ((x0, y0), (x1, y1)) = (two[0], two[1]);
        let length = distance(two[0], two[1]);
        let mut at = 0.0;
        let inked = |turn: usize| turn.is_multiple_of(2);
        if inked(turn) && piece.is_empty() {
            piece.push((x0, y0));
        }
        while length - at > left {
            at += left;
            let here = (x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length);
            if inked(turn) {
                piece.push(here);
                all.push(std::mem::take(&mut piece));
            } else {
                piece = vec![here];
            }
            turn += 1;
            left = length_of(turn);
        }
        left -= length - at;
        if inked(turn) {
            piece.push((x1, y1));
        }
    }
    if piece.len() > 1 {
        all.push(piece);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_their_share_of_a_path() {
        let dashes = pieces(&[(0.0, 0.0), (30.0, 40.0), (130.0, 40.0)], &[6.0, 4.0]);
        let length = |piece: &Vec<(f64, f64)>| -> f64 { piece.windows(2).map(|two| distance(two[0], two[1])).sum() };
        let total: f64 = dashes.iter().map(length).sum();
        assert!((total - 90.0).abs() < 1e-9 && dashes.len() == 15, "{total} in {}", dashes.len());
    }

    #[test]
    fn labels_stay_apart_and_inside() {
        let placed = apart(&[50.0, 52.0, 51.0, 99.0], 15.0, 0.0, 100.0);
        let mut sorted = placed.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(sorted.windows(2).all(|two| two[1] - two[0] >= 15.0 - 1e-9));
        assert!(sorted[0] >= 0.0 && sorted[3] <= 100.0);
        assert!(placed[0] < placed[2] && placed[2] < placed[1]);
    }
}
