//! How the area of a panel is divided: heading and names above, numbers at the left, names at the right.

use super::{
    Look, Panel,
    axes::{self, Room, WeekAxis},
    placing::{LEADING, width, wrapped},
};
use crate::units::text;

/// The share of the width that names at the ends of lines may take.
const NAMES_SHARE: f64 = 0.27;
/// From this width on, in CSS pixels, margins are the same in all charts, so that their days stand below one another.
const ROOMY: u32 = 640;
/// From a line's end to its name, in CSS pixels, with a piece of the line in between.
pub(super) const TO_NAME: f64 = 24.0;
/// From the left edge to a name above the plot, in CSS pixels, with a piece of its line before it.
pub(super) const TO_KEY: f64 = 28.0;

/// How much room the parts of a panel take, in CSS pixels.
pub(super) struct Layout {
    /// Above the plot, with `key` in it.
    pub(super) above: f64,
    /// Left of the plot, for the numbers of the axis.
    pub(super) left: f64,
    /// Right of the plot.
    pub(super) right: f64,
    /// From the top to the middle of the first name above the plot.
    pub(super) key: f64,
    pub(super) note: Note,
    pub(super) names: Names,
    /// The values with a line and a number, from the lowest of the axis to the highest.
    pub(super) ticks: Vec<f64>,
}

/// Where the note goes: beside the unit, or below it where there is no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Note {
    Beside,
    Below,
}

/// Where lines are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Names {
    AtEnds,
    Above,
}

impl Layout {
    /// Divides a panel of a height in CSS pixels. `longest_name` is that of all charts it stands with.
    pub(super) fn new(panel: &Panel, longest_name: &str, axis: &WeekAxis, look: &Look, height: f64) -> Self {
        let (full, size) = (f64::from(look.width), look.text);
        let ticks = ticks(panel, height);
        let is_roomy = look.width >= ROOMY;

        let widest_name = panel.lines.iter().map(|line| width(&line.label, size)).fold(0.0, f64::max);
        let column = TO_NAME + widest_name.max(width(longest_name, size)) + 2.0;
        let names = if column <= NAMES_SHARE * full { Names::AtEnds } else { Names::Above };
        let (right, key_lines) = match names {
            Names::AtEnds => (column, 0),
            Names::Above => {
                let beyond = width(&axis.last_label(), size) / 2.0;
                (beyond.max(0.9 * size), panel.lines.iter().map(|line| key(&line.label, look).len()).sum())
            }
        };

        let is_beside = width(panel.unit, size) + width(panel.note, size) + size <= full;
        let (note, note_lines) = if is_beside { (Note::Beside, 0) } else { (Note::Below, 1) };
        let widest_number = ticks.iter().map(|value| width(&text::short(*value), size)).fold(0.0, f64::max);
        let least_number = if is_roomy { 3.0 * size } else { 0.0 };
        Self {
            above: size * (2.3 + LEADING * (key_lines + note_lines) as f64),
            left: widest_number.max(least_number) + 0.8 * size,
            right,
            key: size * (2.3 + LEADING * note_lines as f64),
            note,
            names,
            ticks,
        }
    }

    /// The lowest and the highest value of the axis.
    pub(super) fn range(&self) -> std::ops::Range<f64> {
        self.ticks.first().copied().unwrap_or(0.0)..self.ticks.last().copied().unwrap_or(1.0)
    }
}

fn ticks(panel: &Panel, height: f64) -> Vec<f64> {
    let values = || panel.lines.iter().flat_map(|line| line.points.iter().map(|(_, value)| *value));
    let levels = panel.reference_lines.iter().map(|line| line.value);
    let most = values().chain(levels).fold(0.0, f64::max);
    let least = values().filter(|value| *value > 0.0).fold(f64::INFINITY, f64::min).min(most.max(1e-9));
    axes::values(panel.scale, least, most, if height > 150.0 { 5 } else { 3 })
}

/// A name above the plot, in as many lines as it takes.
pub(super) fn key(label: &str, look: &Look) -> Vec<String> {
    wrapped(label, f64::from(look.width) - TO_KEY - 4.0, look.text)
}

/// Whether a chart has room for long names of days.
pub(super) const fn room(look: &Look) -> Room {
    if look.width < ROOMY { Room::Little } else { Room::Enough }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{Dash, Line, Scale, Span, Theme};

    #[test]
    fn charts_that_stand_together_have_the_same_margins_where_there_is_room() {
        let panel = |label: &str, most: f64| Panel {
            unit: "",
            note: "",
            scale: Scale::Linear,
            lines: vec![Line { label: label.to_owned(), points: vec![(0.0, most)], tone: 0, dash: Dash::Solid }],
            reference_lines: Vec::new(),
            marks: Vec::new(),
            bands: Vec::new(),
        };
        let sides = |width, label: &str, most| {
            let look = Look::new(width, 240, 1.0, Theme::Light);
            let axis = WeekAxis { span: Span::WEEK, room: room(&look) };
            let layout = Layout::new(&panel(label, most), "95th percentile", &axis, &look, 240.0);
            (layout.left, layout.right)
        };
        assert_eq!(sides(1_000, "95th percentile", 1_000.0), sides(1_000, "Servers", 2.0));
        assert_ne!(sides(390, "Capacity", 1_000.0), sides(390, "Servers", 2.0));
    }
}
