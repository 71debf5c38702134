//! A part's card: how wide it must be for its name, and where name, note and pictogram stand on it.

use super::{
    geometry::{Point, Rect},
    look,
    picture::{Anchor, Line, Node, Orientation},
    text::{self, FONT_SIZE, LINE_HEIGHT},
};
use crate::{architecture::Component, typeface::Weight};

/// Everything is laid out in steps of so many pixels: half a card's port to the next, and the least room between lines.
pub(super) const GRID: i32 = 12;
/// How high every card of a landscape is.
pub(super) const HEIGHT: i32 = 48;
/// How high the coloured part of a card of a portrait is.
const BAND: i32 = 36;
/// How large the pictogram is drawn; it is made on 24 × 24.
pub const GLYPH_SIZE: i32 = 30;
/// The room before a name.
const PADDING: i32 = 6;
/// The room after it.
const END: i32 = 4;
/// The same where a name stands in the middle.
const SLIM_PADDING: i32 = 4;

/// The longest name that stands in one line, where something stands below it.
const fn widest(orientation: Orientation) -> i32 {
    match orientation {
        Orientation::Landscape => 100,
        Orientation::Portrait => 90,
    }
}

/// The lines of a card: the name in one or two, and what tells the part from its like.
///
/// A name without a note is broken in two, so that all cards are about as wide.
fn lines(component: &Component, orientation: Orientation) -> (Vec<String>, Option<String>) {
    let (name, note) = (look::name(component), look::note(&component.service, orientation));
    let widest = if note.is_some() { widest(orientation) } else { 0 };
    let name = text::wrap(name, Weight::Regular, widest);
    let note = note.filter(|_| name.len() == 1 || orientation == Orientation::Portrait);
    (name, note)
}

/// How wide the card of a component has to be, rounded up to the grid.
pub(super) fn width(component: &Component, orientation: Orientation) -> i32 {
    let (name, note) = lines(component, orientation);
    let text = name.iter().chain(&note).map(|line| text::width(line, Weight::Regular)).max().unwrap_or(0);
    match orientation {
        Orientation::Landscape => snapped(HEIGHT + PADDING + text + END),
        Orientation::Portrait => snapped(2 * SLIM_PADDING + text),
    }
}

/// How high the card of a component has to be, rounded up to the grid.
pub(super) fn height(component: &Component, orientation: Orientation) -> i32 {
    let (name, note) = lines(component, orientation);
    match orientation {
        Orientation::Landscape => HEIGHT,
        // Words laid over the lower corner must not hide the last line.
        Orientation::Portrait => snapped(BAND + LINE_HEIGHT * count(&name, note.as_ref()) + GRID / 2),
    }
}

/// The node of a component on the card `rect`: pictogram left and text right, or pictogram above and text below.
pub(super) fn node(component: &Component, rect: Rect, orientation: Orientation) -> Node {
    let (name, note) = lines(component, orientation);
    let (glyph, category) = look::look(&component.service);
    let (tile, x, anchor) = match orientation {
        Orientation::Landscape => (Rect { width: HEIGHT, ..rect }, rect.x + HEIGHT + PADDING, Anchor::Start),
        Orientation::Portrait => (Rect { height: BAND, ..rect }, rect.centre().x, Anchor::Middle),
    };
    let room = match orientation {
        Orientation::Landscape => rect,
        Orientation::Portrait => Rect::between(rect.x, tile.bottom(), rect.right(), rect.bottom()),
    };
    let count = count(&name, note.as_ref());
    let leading = LINE_HEIGHT.min(room.height / count);
    // The capitals of a line stand about three quarters of the font size above its baseline.
    let mut baseline = room.y + (room.height - count * leading) / 2 + (leading + FONT_SIZE * 3 / 4) / 2 - leading;
    let mut line = |text: String| {
        baseline += leading;
        let width = text::width(&text, Weight::Regular);
        Line { text, at: Point { x, y: baseline }, anchor, width }
    };
    let middle = tile.centre();
    Node {
        id: component.id,
        service: component.service.clone(),
        rect,
        tile,
        glyph,
        glyph_at: Point { x: middle.x - GLYPH_SIZE / 2, y: middle.y - GLYPH_SIZE / 2 },
        category,
        name: name.into_iter().map(&mut line).collect(),
        note: note.map(line),
        callout: 0,
    }
}

fn count(name: &[String], note: Option<&String>) -> i32 {
    i32::try_from(name.len() + usize::from(note.is_some())).unwrap_or(1)
}

/// The next multiple of the grid.
pub(super) const fn snapped(length: i32) -> i32 {
    (length + GRID - 1).div_euclid(GRID) * GRID
}
