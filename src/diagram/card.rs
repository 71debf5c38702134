//! A part's card: how wide it must be for its name, and where name, note and pictogram stand on it.

use super::{
    geometry::{Point, Rect},
    look,
    picture::{Line, Node, Orientation},
    text::{self, FONT_SIZE, LINE_HEIGHT, Weight},
};
use crate::architecture::Component;

/// Everything is laid out in steps of so many pixels: half a card's port to the next, and the least room between lines.
pub(super) const GRID: i32 = 12;
/// How high every card is.
pub(super) const HEIGHT: i32 = 48;
/// How large the pictogram is drawn; it is made on 24 × 24.
pub const GLYPH_SIZE: i32 = 30;
/// The room on either side of a name.
const PADDING: i32 = 7;

/// The width of the tile.
const fn tile(orientation: Orientation) -> i32 {
    match orientation {
        Orientation::Landscape => HEIGHT,
        Orientation::Portrait => 36,
    }
}

/// The longest line a card may hold; longer names take two.
const fn widest(orientation: Orientation) -> i32 {
    match orientation {
        Orientation::Landscape => 100,
        Orientation::Portrait => 76,
    }
}

/// The lines of a card: the name in one or two, and what tells the part from its like.
fn lines(component: &Component, orientation: Orientation) -> (Vec<String>, Option<String>) {
    let name = text::wrap(component.name(), Weight::Regular, widest(orientation));
    let note = look::note(&component.service).filter(|_| name.len() == 1);
    (name, note)
}

/// How wide the card of a component has to be, rounded up to the grid.
pub(super) fn width(component: &Component, orientation: Orientation) -> i32 {
    let (name, note) = lines(component, orientation);
    let text = name.iter().chain(&note).map(|line| text::width(line, Weight::Regular)).max().unwrap_or(0);
    snapped(tile(orientation) + 2 * PADDING + text)
}

/// The node of a component on the card `rect`.
pub(super) fn node(component: &Component, rect: Rect, orientation: Orientation) -> Node {
    let (name, note) = lines(component, orientation);
    let (glyph, category) = look::look(&component.service);
    let tile = Rect { width: tile(orientation), ..rect };
    let count = i32::try_from(name.len() + note.iter().len()).unwrap_or(1);
    // The capitals of a line stand about three quarters of the font size above its baseline.
    let first = rect.y + (rect.height - count * LINE_HEIGHT) / 2 + (LINE_HEIGHT + FONT_SIZE * 3 / 4) / 2;
    let mut baseline = first - LINE_HEIGHT;
    let mut line = |text: String| {
        baseline += LINE_HEIGHT;
        let width = text::width(&text, Weight::Regular);
        Line { text, at: Point { x: tile.right() + PADDING, y: baseline }, width }
    };
    Node {
        id: component.id,
        service: component.service.clone(),
        rect,
        tile,
        glyph,
        glyph_at: Point { x: tile.x + (tile.width - GLYPH_SIZE) / 2, y: tile.y + (tile.height - GLYPH_SIZE) / 2 },
        category,
        name: name.into_iter().map(&mut line).collect(),
        note: note.map(line),
        callout: 0,
    }
}

/// The next multiple of the grid.
pub(super) const fn snapped(length: i32) -> i32 {
    (length + GRID - 1).div_euclid(GRID) * GRID
}
