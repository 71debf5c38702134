//! The shapes a picture is made of, as SVG path data: the same for the page and for exported files.

use std::fmt::Write as _;

use super::{
    geometry::{Point, Rect},
    picture::{Callout, Edge, KeyEntry, Node, Picture},
    text::{self, FONT_SIZE},
};
use crate::typeface::Weight;

/// How round the corners of lines are.
const CORNER: i32 = 5;
/// How round the corners of cards are.
pub const CARD_CORNER: i32 = 5;
/// How far an arrow head reaches to either side.
const HEAD: i32 = 4;
/// The corner of the pill behind a number: half its height.
pub const CALLOUT: i32 = 9;
/// From either end of a pill to the number in it.
const BESIDE_NUMBER: i32 = 5;

/// The pill behind a number or a sign at a point: a circle around one character, longer to the left for more, where it
/// hides nothing of the card, as far as the picture reaches.
pub fn pill(at: Point, text: &str) -> Rect {
    let width = (2 * CALLOUT).max(text::width(text, Weight::Bold) + 2 * BESIDE_NUMBER);
    Rect { x: (at.x + CALLOUT - width).max(1), y: at.y - CALLOUT, width, height: 2 * CALLOUT }
}

/// Where the baseline of text in the middle of a pill has its middle: figures are three quarters of the font size high.
pub const fn in_pill(pill: &Rect) -> Point {
    let middle = pill.centre();
    Point { x: middle.x, y: middle.y + FONT_SIZE * 3 / 8 }
}

impl Callout {
    /// The pills behind its number, one for each component.
    pub fn pills(&self) -> impl Iterator<Item = Rect> {
        self.at.iter().map(|at| pill(*at, &self.number.to_string()))
    }
}

impl Edge {
    /// The line as SVG path data, its corners rounded.
    pub fn outline(&self) -> String {
        outline(&self.points)
    }

    /// The arrow head at its end as SVG path data: two strokes, an open arrow.
    pub fn head(&self) -> String {
        let [.., before, tip] = self.points.as_slice() else { return String::new() };
        head(*before, *tip)
    }
}

fn outline(points: &[Point]) -> String {
    let mut d = String::new();
    for (at, point) in points.iter().enumerate() {
        let neighbours = at.checked_sub(1).and_then(|before| points.get(before)).zip(points.get(at + 1));
        match neighbours {
            None => {
                let _ = write!(d, "{}{} {}", if at == 0 { "M" } else { "L" }, point.x, point.y);
            }
            Some((before, after)) => {
                let (a, b) = (towards(*point, *before, CORNER), towards(*point, *after, CORNER));
                let _ = write!(d, "L{} {}Q{} {} {} {}", a.x, a.y, point.x, point.y, b.x, b.y);
            }
        }
    }
    d
}

fn head(before: Point, tip: Point) -> String {
    let (dx, dy) = ((before.x - tip.x).signum(), (before.y - tip.y).signum());
    let wing = |side: i32| Point { x: tip.x + dx * 7 + dy * HEAD * side, y: tip.y + dy * 7 + dx * HEAD * side };
    let (a, b) = (wing(1), wing(-1));
    format!("M{} {}L{} {}L{} {}", a.x, a.y, tip.x, tip.y, b.x, b.y)
}

/// The point so many pixels from one corner on the way to the next, at most half of it.
fn towards(from: Point, to: Point, by: i32) -> Point {
    let step = |from: i32, to: i32| from + (to - from).signum() * by.min((to - from).abs() / 2);
    Point { x: step(from.x, to.x), y: step(from.y, to.y) }
}

impl KeyEntry {
    /// The sample line as SVG path data, and the arrow head at its end.
    pub fn sample(&self) -> (String, String) {
        let [from, to] = self.sample;
        (outline(&[from, to]), head(from, to))
    }
}

impl Picture {
    /// Where a few words stand that are laid over a lower corner of a card, as a pill of this size: the right one, unless
    /// that would hide where a line begins or ends and the left has room.
    pub fn chip(&self, node: &Node, words: &str) -> Rect {
        let width = text::width(words, Weight::Regular) + 10;
        let right = Rect { x: node.rect.right() - width + 6, y: node.rect.bottom() - 7, width, height: 18 };
        let left = Rect { x: node.rect.x - 6, ..right };
        let ends = |pill: &Rect| {
            let mut ends = self.edges.iter().flat_map(|edge| [edge.points.first(), edge.points.last()]);
            ends.any(|end| end.is_some_and(|end| pill.grown(HEAD).crossed_by(*end, *end)))
        };
        let numbers = |pill: &Rect| self.callouts.iter().flat_map(Callout::pills).any(|number| number.overlaps(pill));
        if ends(&right) && !ends(&left) && !numbers(&left) { left } else { right }
    }
}

impl Node {
    /// The frame around a weak point.
    pub const fn frame(&self) -> Rect {
        self.rect.grown(3)
    }

    /// Where the sign of a weak point stands: its colour alone does not tell it.
    pub const fn alarm(&self) -> Point {
        Point { x: self.rect.right(), y: self.rect.y }
    }

    /// The cross over a part that has stopped, as SVG path data: from corner to corner of its tile.
    pub fn cross_path(&self) -> String {
        let Rect { x, y, .. } = self.tile;
        let (right, bottom) = (self.tile.right(), self.tile.bottom());
        let inset = 10;
        format!(
            "M{} {}L{} {}M{} {}L{} {}",
            x + inset,
            y + inset,
            right - inset,
            bottom - inset,
            right - inset,
            y + inset,
            x + inset,
            bottom - inset
        )
    }

    /// The tile as SVG path data: round where the card is, square where it meets the text.
    pub fn tile_path(&self) -> String {
        let Rect { x, y, .. } = self.tile;
        let (right, bottom, r) = (self.tile.right(), self.tile.bottom(), CARD_CORNER);
        let top_left = format!("Q{x} {y} {} {y}", x + r);
        if self.tile.width == self.rect.width {
            return format!("M{x} {bottom}V{}{top_left}H{}Q{right} {y} {right} {}V{bottom}z", y + r, right - r, y + r);
        }
        format!("M{right} {y}V{bottom}H{}Q{x} {bottom} {x} {}V{}{top_left}z", x + r, bottom - r, y + r)
    }
}
