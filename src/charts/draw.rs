//! Drawing a figure onto a backend. Nothing here asks a backend how wide a text is, as some cannot tell: widths are
//! estimated, and texts are anchored where they must not overlap.

use plotters::{
    coord::Shift,
    drawing::{DrawingArea, DrawingAreaErrorKind},
    element::{PathElement, Polygon, Rectangle, Text},
    prelude::DrawingBackend,
    style::{
        Color, FontFamily, IntoFont, RGBColor, ShapeStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{
    Band, Figure, Line, Look, Mark, Panel, Rule, Scale, Span,
    axes::{self, Narrow, Tick},
    look::Palette,
};

/// What can go wrong: only the backend.
type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws a figure. The area is `look.width` by `look.height` CSS pixels, times `look.density`.
pub fn draw<DB: DrawingBackend>(figure: &Figure, area: &DrawingArea<DB, Shift>, look: &Look) -> Drawn<DB> {
    let pen = Pen { area, look, palette: look.theme.palette() };
    area.fill(&pen.palette.ground)?;
    let panels = figure.panels.len().max(1);
    let foot = 1.9 * look.text;
    let each = (f64::from(look.height) - foot) / panels as f64;
    for (i, panel) in figure.panels.iter().enumerate() {
        let top = each * i as f64;
        let frame = Frame::new(panel, figure.span, look, top, top + each);
        pen.panel(panel, figure.span, &frame)?;
        if i + 1 == panels {
            pen.times(figure.span, &frame)?;
        }
    }
    Ok(())
}

/// Share of the width that labels at the ends of lines may take.
const LABEL_SHARE: f64 = 0.27;

/// Where one plot lies, in CSS pixels, and how values become places.
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    unit_at: f64,
    note: Note,
    labels: Labels,
    ticks: Vec<Tick>,
    lowest: f64,
    highest: f64,
    scale: Scale,
    from: f64,
    length: f64,
}

/// Where the note goes: beside the unit, or below it where there is no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Note {
    Beside,
    Below,
}

/// Where lines are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Labels {
    AtEnds,
    Above,
}

impl Frame {
    fn new(panel: &Panel, span: Span, look: &Look, top: f64, bottom: f64) -> Self {
        let (width, text) = (f64::from(look.width), look.text);
        let values = || panel.lines.iter().flat_map(|line| line.points.iter().map(|(_, value)| *value));
        let rules = || panel.rules.iter().map(|rule| rule.value);
        let most = values().chain(rules()).fold(0.0, f64::max);
        let least = values().filter(|value| *value > 0.0).fold(f64::INFINITY, f64::min).min(most.max(1e-9));
        let ticks = axes::values(panel.scale, least, most, if bottom - top > 150.0 { 5 } else { 3 });
        let widest = panel.lines.iter().map(|line| estimated(&line.label, text)).fold(0.0, f64::max) + 26.0;
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
        let axis = ticks.iter().map(|tick| estimated(&tick.label, text)).fold(0.0, f64::max);
        let (first, last) = (ticks.first().map_or(0.0, |tick| tick.at), ticks.last().map_or(1.0, |tick| tick.at));
        Self {
            left: axis + 0.8 * text,
            right,
            top: top + 1.9 * text + above,
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

    fn x(&self, minute: f64) -> f64 {
        self.left + (self.right - self.left) * ((minute - self.from) / self.length).clamp(0.0, 1.0)
    }

    fn y(&self, value: f64) -> f64 {
        let share = match self.scale {
            Scale::Linear => (value - self.lowest) / (self.highest - self.lowest),
            Scale::Logarithmic => {
                let log = |value: f64| libm::log10(value.max(1e-12));
                (log(value) - log(self.lowest)) / (log(self.highest) - log(self.lowest))
            }
        };
        self.bottom - (self.bottom - self.top) * share.clamp(0.0, 1.0)
    }

    fn places(&self, line: &Line) -> Vec<(f64, f64)> {
        line.points.iter().map(|(minute, value)| (self.x(*minute), self.y(*value))).collect()
    }
}

/// Draws in CSS pixels.
struct Pen<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    look: &'a Look,
    palette: Palette,
}

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn panel(&self, panel: &Panel, span: Span, frame: &Frame) -> Drawn<DB> {
        let size = self.look.text;
        self.text(0.0, frame.unit_at, panel.unit, self.palette.ink, HPos::Left, VPos::Top)?;
        let (x, y) = match frame.note {
            Note::Beside => (estimated(panel.unit, size) + size, frame.unit_at),
            Note::Below => (0.0, frame.unit_at + 1.35 * size),
        };
        self.text(x, y, panel.note, self.palette.quiet, HPos::Left, VPos::Top)?;
        for tick in &frame.ticks {
            let y = frame.y(tick.at);
            self.path(&[(frame.left, y), (frame.right, y)], self.palette.grid, 1.0)?;
            self.text(frame.left - 0.5 * size, y, &tick.label, self.palette.quiet, HPos::Right, VPos::Center)?;
        }
        let (lines, _) = axes::times(span, self.narrow());
        for minute in lines {
            let x = frame.x(minute);
            self.path(&[(x, frame.top), (x, frame.bottom)], self.palette.grid, 1.0)?;
        }
        for band in &panel.bands {
            self.band(band, frame)?;
        }
        for rule in &panel.rules {
            self.rule(rule, panel, frame)?;
        }
        for line in &panel.lines {
            self.curve(&frame.places(line), line)?;
        }
        self.labels(panel, frame)?;
        for (row, mark) in panel.marks.iter().enumerate() {
            self.mark(mark, row, frame)?;
        }
        Ok(())
    }

    fn times(&self, span: Span, frame: &Frame) -> Drawn<DB> {
        let (_, ticks) = axes::times(span, self.narrow());
        let y = frame.bottom + 0.5 * self.look.text;
        for tick in ticks {
            let x = frame.x(tick.at);
            let half = estimated(&tick.label, self.look.text) / 2.0;
            let anchor = if x + half > f64::from(self.look.width) { HPos::Right } else { HPos::Center };
            self.text(x, y, &tick.label, self.palette.quiet, anchor, VPos::Top)?;
        }
        Ok(())
    }

    /// A hatched stretch: lines, as a tint alone is lost on paper and to some eyes.
    fn band(&self, band: &Band, frame: &Frame) -> Drawn<DB> {
        let (from, to) = (frame.x(band.from), frame.x(band.to).max(frame.x(band.from) + 1.0));
        let tint = self.palette.alarm.mix(0.10);
        let corner = |x: f64, y: f64| self.device((x, y));
        self.area.draw(&Rectangle::new([corner(from, frame.top), corner(to, frame.bottom)], tint.filled()))?;
        let (height, step) = (frame.bottom - frame.top, 7.0);
        let mut x = from - height + step - libm::fmod(from - height, step);
        while x < to {
            let low = (x.max(from), frame.bottom - (x.max(from) - x));
            let high = ((x + height).min(to), frame.bottom - ((x + height).min(to) - x));
            if low.0 < high.0 {
                self.stroke(&[low, high], self.palette.alarm.mix(0.35), 1.0)?;
            }
            x += step;
        }
        Ok(())
    }

    /// A level, named where no curve runs through the name.
    fn rule(&self, rule: &Rule, panel: &Panel, frame: &Frame) -> Drawn<DB> {
        let (y, size) = (frame.y(rule.value), self.look.text);
        self.dashed(&[(frame.left, y), (frame.right, y)], self.palette.quiet, 1.0, &[2.0, 3.0])?;
        let width = estimated(&rule.label, size);
        let room = (frame.right - frame.left - width - 8.0).max(0.0);
        let places = [0.0, 0.25, 0.5, 0.75]
            .into_iter()
            .flat_map(|share| [-0.75, 0.85].map(|rows| (frame.left + 4.0 + share * room, y + rows * size)));
        let curves: Vec<Vec<(f64, f64)>> = panel.lines.iter().map(|line| frame.places(line)).collect();
        let names: Vec<_> =
            panel.marks.iter().enumerate().flat_map(|(row, mark)| self.mark_rows(mark, row, frame)).collect();
        let is_free = |&(x, y): &(f64, f64)| {
            let (across, down) = ((x, x + width), (y - 0.7 * size, y + 0.7 * size));
            let is_marked = names.iter().any(|(text, x, at, anchor)| {
                let long = estimated(text, size);
                let from = if matches!(anchor, HPos::Left) { *x } else { x - long };
                from < across.1 + size && from + long > across.0 - size && (at - y).abs() < 1.4 * size
            });
            down.0 >= frame.top && !is_marked && !curves.iter().any(|curve| crosses(curve, across, down))
        };
        let (x, at) = places.clone().find(is_free).unwrap_or((frame.left + 4.0, y + 0.85 * size));
        self.plate(x, at, &rule.label, self.palette.quiet, HPos::Left)
    }

    fn mark(&self, mark: &Mark, row: usize, frame: &Frame) -> Drawn<DB> {
        let x = frame.x(mark.at);
        self.path(&[(x, frame.top), (x, frame.bottom)], self.palette.alarm, 1.5)?;
        let half = 3.5;
        let tip = |dx: f64, dy: f64| self.device((x + dx, frame.bottom + dy));
        let point = vec![tip(0.0, -half), tip(half, half), tip(-half, half)];
        self.area.draw(&Polygon::new(point, self.palette.alarm.filled()))?;
        for (text, x, y, anchor) in self.mark_rows(mark, row, frame) {
            self.plate(x, y, &text, self.palette.alarm, anchor)?;
        }
        Ok(())
    }

    /// The name of a moment where there is more room, in as many lines as it takes: text, place and anchor of each.
    fn mark_rows(&self, mark: &Mark, row: usize, frame: &Frame) -> Vec<(String, f64, f64, HPos)> {
        let (x, size) = (frame.x(mark.at), self.look.text);
        let (before, after) = (x - frame.left, frame.right - x);
        let rows = wrapped(&mark.label, (before.max(after) - 14.0).min(0.6 * (frame.right - frame.left)), size);
        let (x, anchor) = if after >= before { (x + 7.0, HPos::Left) } else { (x - 7.0, HPos::Right) };
        let skipped = row * rows.len();
        let place = |(i, text)| (text, x, frame.top + (0.8 + 1.35 * (skipped + i) as f64) * size, anchor);
        rows.into_iter().enumerate().map(place).collect()
    }

    fn curve(&self, places: &[(f64, f64)], line: &Line) -> Drawn<DB> {
        let color = self.tone(line.tone);
        match line.dash.pattern() {
            [] => self.path(places, color, 2.0),
            pattern => self.dashed(places, color, 2.0, pattern),
        }
    }

    /// Names each line at its end, or above the plot with a piece of it.
    fn labels(&self, panel: &Panel, frame: &Frame) -> Drawn<DB> {
        let size = self.look.text;
        match frame.labels {
            Labels::Above => {
                let first = match frame.note {
                    Note::Beside => 2.0,
                    Note::Below => 3.35,
                };
                let mut y = frame.unit_at + first * size;
                for line in &panel.lines {
                    self.curve(&[(0.0, y), (22.0, y)], line)?;
                    for row in key(&line.label, self.look) {
                        self.text(KEY, y, &row, self.palette.ink, HPos::Left, VPos::Center)?;
                        y += 1.35 * size;
                    }
                }
            }
            Labels::AtEnds => {
                let ends: Vec<f64> = panel
                    .lines
                    .iter()
                    .map(|line| line.points.last().map_or(frame.bottom, |(_, value)| frame.y(*value)))
                    .collect();
                let spread = apart(&ends, 1.3 * size, frame.top, frame.bottom);
                for ((line, end), y) in panel.lines.iter().zip(ends).zip(spread) {
                    self.path(&[(frame.right, end), (frame.right + 8.0, y)], self.tone(line.tone), 1.0)?;
                    self.curve(&[(frame.right + 8.0, y), (frame.right + 20.0, y)], line)?;
                    self.text(frame.right + 24.0, y, &line.label, self.palette.ink, HPos::Left, VPos::Center)?;
                }
            }
        }
        Ok(())
    }

    /// A text on a piece of ground, so that it is read across lines.
    fn plate(&self, x: f64, y: f64, text: &str, color: RGBColor, anchor: HPos) -> Drawn<DB> {
        let (width, half) = (estimated(text, self.look.text), 0.68 * self.look.text);
        let left = match anchor {
            HPos::Left => x,
            HPos::Right => x - width,
            HPos::Center => x - width / 2.0,
        };
        let corners = [self.device((left - 2.0, y - half)), self.device((left + width + 2.0, y + half))];
        self.area.draw(&Rectangle::new(corners, self.palette.ground.mix(0.85).filled()))?;
        self.text(x, y, text, color, anchor, VPos::Center)
    }

    fn text(&self, x: f64, y: f64, text: &str, color: RGBColor, h: HPos, v: VPos) -> Drawn<DB> {
        let font = (FontFamily::Name(self.look.font), self.look.text * self.look.glyph * self.look.density).into_font();
        let style = TextStyle::from(font).color(&color).pos(Pos::new(h, v));
        self.area.draw(&Text::new(text.to_owned(), self.device((x, y)), style))
    }

    fn path(&self, places: &[(f64, f64)], color: RGBColor, width: f64) -> Drawn<DB> {
        self.stroke(places, color, width)
    }

    fn dashed(&self, places: &[(f64, f64)], color: RGBColor, width: f64, pattern: &[f64]) -> Drawn<DB> {
        for piece in pieces(places, pattern) {
            self.stroke(&piece, color, width)?;
        }
        Ok(())
    }

    fn stroke(&self, places: &[(f64, f64)], color: impl Color, width: f64) -> Drawn<DB> {
        let width = (width * self.look.density).round().max(1.0) as u32;
        let style = ShapeStyle { color: color.to_rgba(), filled: false, stroke_width: width };
        self.area.draw(&PathElement::new(places.iter().map(|place| self.device(*place)).collect::<Vec<_>>(), style))
    }

    fn device(&self, (x, y): (f64, f64)) -> (i32, i32) {
        ((x * self.look.density).round() as i32, (y * self.look.density).round() as i32)
    }

    const fn tone(&self, tone: usize) -> RGBColor {
        self.palette.tones[tone % self.palette.tones.len()]
    }

    const fn narrow(&self) -> Narrow {
        if self.look.width < 640 { Narrow::Yes } else { Narrow::No }
    }
}

/// The width of a text in a proportional font, on the safe side.
fn estimated(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * 0.56 * size
}

/// Places for labels near where they belong, none closer to another than `gap`.
fn apart(wanted: &[f64], gap: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
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
const KEY: f64 = 28.0;

/// A name above the plot, in as many lines as it takes.
fn key(label: &str, look: &Look) -> Vec<String> {
    wrapped(label, f64::from(look.width) - KEY - 4.0, look.text)
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

/// A text in lines no wider than `width`, where its words allow.
fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
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
fn pieces(places: &[(f64, f64)], pattern: &[f64]) -> Vec<Vec<(f64, f64)>> {
    let length_of = |turn: usize| pattern.get(turn % pattern.len().max(1)).copied().unwrap_or(1.0).max(0.5);
    let mut all = Vec::new();
    let mut piece: Vec<(f64, f64)> = Vec::new();
    let mut turn = 0;
    let mut left = length_of(turn);
    for two in places.windows(2) {
        let ((x0, y0), (x1, y1)) = (two[0], two[1]);
        let length = libm::hypot(x1 - x0, y1 - y0);
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
        let length = |piece: &Vec<(f64, f64)>| -> f64 {
            piece.windows(2).map(|two| libm::hypot(two[1].0 - two[0].0, two[1].1 - two[0].1)).sum()
        };
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
