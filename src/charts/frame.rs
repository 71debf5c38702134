use super::{
    Line, Look, Panel, Scale, Span,
    axes::{self, Tick},
    strokes::{estimated, key},
};

/// Share of the width that labels at the ends of lines may take.
const LABEL_SHARE: f64 = 0.27;

/// From this width on, in CSS pixels, there is room for margins that are the same in all charts.
const ROOMY: f64 = 640.0;
/// The width of the margin with the names then, in heights of the text: that of "95th percentile".
const COLUMN: f64 = 10.7;

/// Where one plot lies, in CSS pixels, and how values become places.
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) unit_at: f64,
    pub(super) note: Note,
    pub(super) labels: Labels,
    pub(super) ticks: Vec<Tick>,
    lowest: f64,
    highest: f64,
    scale: Scale,
    from: f64,
    length: f64,
}

/// Where the note goes: beside the unit, or below it where there is no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Note {
    Beside,
    Below,
}

/// Where lines are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Labels {
    AtEnds,
    Above,
}

impl Frame {
    pub(super) fn new(panel: &Panel, span: Span, look: &Look, top: f64, bottom: f64) -> Self {
        let (width, text) = (f64::from(look.width), look.text);
        let values = || panel.lines.iter().flat_map(|line| line.points.iter().map(|(_, value)| *value));
        let rules = || panel.rules.iter().map(|rule| rule.value);
        let most = values().chain(rules()).fold(0.0, f64::max);
        let least = values().filter(|value| *value > 0.0).fold(f64::INFINITY, f64::min).min(most.max(1e-9));
        let ticks = axes::values(panel.scale, least, most, if bottom - top > 150.0 { 5 } else { 3 });
        let widest = panel.lines.iter().map(|line| estimated(&line.label, text)).fold(0.0, f64::max) + 26.0;
        // Where there is room, all charts leave the same, so that their days stand below one another.
        let roomy = width >= ROOMY;
        let widest = if roomy { widest.max(COLUMN * text) } else { widest };
        let labels = if widest <= LABEL_SHARE * width { Labels::AtEnds } else { Labels::Above };
        let (right, above) = match labels {
            Labels::AtEnds => (width - widest, 0.0),
            Labels::Above => {
                let rows: usize = panel.lines.iter().map(|line| key(&line.label, look).len()).sum();
                (width - 0.9 * text, 1.35 * text * rows as f64)
            }
        };
        let fits = estimated(panel.unit, text) + estimated(panel.note, text) + text < width;
        let note = if fits { Note::Beside } else { Note::Below };
        let above = if fits { above } else { above + 1.35 * text };
        let axis =
            ticks.iter().map(|tick| estimated(&tick.label, text)).fold(if roomy { 3.0 * text } else { 0.0 }, f64::max);
        let (first, last) = (ticks.first().map_or(0.0, |tick| tick.at), ticks.last().map_or(1.0, |tick| tick.at));
        Self {
            left: axis + 0.8 * text,
            right,
            top: top + 2.3 * text + above,
            bottom: bottom - 0.5 * text,
            unit_at: top + 0.3 * text,
            note,
            labels,
            lowest: first,
            highest: last,
            scale: panel.scale,
            ticks,
            from: span.from.value(),
            length: span.length().max(1.0),
        }
    }

    pub(super) fn x(&self, minute: f64) -> f64 {
        self.left + (self.right - self.left) * ((minute - self.from) / self.length).clamp(0.0, 1.0)
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        let share = match self.scale {
            Scale::Linear | Scale::Whole => (value - self.lowest) / (self.highest - self.lowest),
            Scale::Logarithmic => {
                let log = |value: f64| libm::log10(value.max(1e-12));
                (log(value) - log(self.lowest)) / (log(self.highest) - log(self.lowest))
            }
        };
        self.bottom - (self.bottom - self.top) * share.clamp(0.0, 1.0)
    }

    pub(super) fn places(&self, line: &Line) -> Vec<(f64, f64)> {
        line.points.iter().map(|(minute, value)| (self.x(*minute), self.y(*value))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::{Dash, Theme};

    #[test]
    fn charts_of_one_option_stand_in_the_same_column_where_there_is_room() {
        let panel = |label: &str, most: f64| Panel {
            unit: "",
            note: "",
            scale: Scale::Linear,
            lines: vec![Line { label: label.to_owned(), points: vec![(0.0, most)], tone: 0, dash: Dash::Solid }],
            rules: Vec::new(),
            marks: Vec::new(),
            bands: Vec::new(),
        };
        let sides = |width, label: &str, most| {
            let frame =
                Frame::new(&panel(label, most), Span::WEEK, &Look::new(width, 240, 1.0, Theme::Light), 0.0, 240.0);
            (frame.left, frame.right)
        };
        assert_eq!(sides(1_000, "95th percentile", 1_000.0), sides(1_000, "Servers", 2.0));
        assert_ne!(sides(390, "Capacity", 1_000.0), sides(390, "Servers", 2.0));
    }
}
