//! The list below an exported picture: what every number stands for, how large it is, what it does and costs.

use super::{
    geometry::Point,
    picture::{Anchor, Callout, Line, Picture},
    svg::Overlay,
    text::{self, LINE_HEIGHT},
};
use crate::typeface::Weight;

/// Whether an exported picture has its list below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Legend {
    /// It has.
    #[default]
    Shown,
    /// It has not.
    Hidden,
}

/// The room left of the text for the number.
const INDENT: i32 = 28;
/// The room around the list.
const MARGIN: i32 = 14;
/// The least width of a column where there are two.
const COLUMN: i32 = 480;
/// Between a name and what is said of it.
const SPACE: i32 = 4;
/// Between two entries.
const BETWEEN: i32 = 8;

/// An entry of the list, placed.
pub(super) struct Item {
    pub(super) number: usize,
    pub(super) number_at: Point,
    /// Its name, in bold.
    pub(super) name: Line,
    /// What is said of it; the first line begins after the name.
    pub(super) lines: Vec<Line>,
}

/// The entries below a picture, in one or two columns, and the width and height of both together.
pub(super) fn items(picture: &Picture, overlay: &Overlay) -> (Vec<Item>, i32, i32) {
    let columns = if picture.width >= 2 * COLUMN { 2 } else { 1 };
    let width = (picture.width - MARGIN) / columns - MARGIN;
    let half = picture.callouts.len().div_ceil(usize::try_from(columns).unwrap_or(1));
    let top = picture.height + MARGIN;
    let mut items = Vec::new();
    let mut lowest = top;
    for (column, callouts) in (0..).zip(picture.callouts.chunks(half.max(1))) {
        let x = MARGIN + column * (width + MARGIN);
        let mut y = top;
        for callout in callouts {
            let item = item(callout, overlay, Point { x, y }, width);
            y = item.lines.last().map_or(y, |line| line.at.y) + BETWEEN + LINE_HEIGHT / 2;
            lowest = lowest.max(y);
            items.push(item);
        }
    }
    let rightmost = items.iter().flat_map(|item| item.lines.iter().chain([&item.name]).map(Line::right)).max();
    let (said, line) = match overlay.footnote.as_str() {
        "" => (0, 0),
        said => (MARGIN + text::width(said, Weight::Regular), LINE_HEIGHT),
    };
    let width = picture.width.max(rightmost.unwrap_or(0).max(said) + MARGIN);
    (items, width, lowest + line + MARGIN / 2)
}

/// Where the footnote of a picture of this height stands.
pub(super) const fn footnote(height: i32) -> Point {
    Point { x: MARGIN, y: height - MARGIN }
}

fn item(callout: &Callout, overlay: &Overlay, at: Point, width: i32) -> Item {
    let x = at.x + INDENT;
    let name_width = text::width(callout.name, Weight::Bold);
    let mut baseline = at.y + LINE_HEIGHT * 3 / 4;
    let mut lines: Vec<Line> = Vec::new();
    let mut indent = name_width + SPACE;
    let mut said = String::new();
    let mut end = |said: &mut String, indent: &mut i32| {
        let at = Point { x: x + *indent, y: baseline };
        let width = text::width(said, Weight::Regular);
        lines.push(Line { text: std::mem::take(said), at, anchor: Anchor::Start, width });
        *indent = 0;
        baseline += LINE_HEIGHT;
    };
    for word in callout.told(overlay).split(' ') {
        let longer = if said.is_empty() { word.to_owned() } else { format!("{said} {word}") };
        if text::width(&longer, Weight::Regular) > width - INDENT - indent && !said.is_empty() {
            end(&mut said, &mut indent);
            word.clone_into(&mut said);
        } else {
            said = longer;
        }
    }
    end(&mut said, &mut indent);
    Item {
        number: callout.number,
        number_at: Point { x: at.x + 10, y: at.y + LINE_HEIGHT / 2 },
        name: Line {
            text: callout.name.to_owned(),
            at: Point { x, y: at.y + LINE_HEIGHT * 3 / 4 },
            anchor: Anchor::Start,
            width: name_width,
        },
        lines,
    }
}

impl Callout {
    /// What is said of a part after its name: what it does, how large it is and what it costs.
    pub fn told(&self, overlay: &Overlay) -> String {
        let mut costs: Vec<&str> = overlay
            .notes
            .iter()
            .filter(|(id, _)| self.components.contains(id))
            .map(|(_, note)| note.as_str())
            .collect();
        let count = costs.len();
        costs.dedup();
        let parts = self.components.len();
        let cost = match costs.as_slice() {
            [] => None,
            [one] if count > 1 => Some(format!("{one} each")),
            [one] if parts > 1 => Some(format!("{one} together")),
            several => Some(several.join(" + ")),
        };
        let weak = overlay.weak.iter().any(|id| self.components.contains(id));
        let size = Some(self.size.clone()).filter(|size| !size.is_empty());
        let size = size.map(|size| if parts > 1 { format!("{size} in each of {parts} zones") } else { size });
        let told = size.into_iter().chain(cost).chain(weak.then(|| "single point of failure".to_owned()));
        let told: Vec<String> = told.collect();
        if told.is_empty() { self.role.clone() } else { format!("{} ({})", self.role, told.join("; ")) }
    }
}
