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
    Band, Figure, Line, Look, Mark, Panel, Rule, Span,
    axes::{self, Narrow},
    frame::{Frame, Labels, Note},
    look::Palette,
    strokes::{KEY, apart, crosses, estimated, key, pieces, wrapped},
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

/// Shares of the plot that the name of a moment may take before it is wrapped, tried one after the other.
const WRAPS: [f64; 3] = [0.6, 0.3, 0.15];

/// The name of a moment, where it stands.
struct Name {
    across: (f64, f64),
    down: (f64, f64),
    anchor: HPos,
    rows: Vec<String>,
}

impl Name {
    fn meets(&self, across: (f64, f64), down: (f64, f64)) -> bool {
        let overlap = |a: (f64, f64), b: (f64, f64)| a.0 < b.1 && b.0 < a.1;
        overlap(self.across, across) && overlap(self.down, down)
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
        for mark in &panel.marks {
            self.mark(mark, frame)?;
        }
        for name in self.names(panel, frame) {
            let x = if matches!(name.anchor, HPos::Left) { name.across.0 } else { name.across.1 };
            for (i, row) in name.rows.iter().enumerate() {
                let y = name.down.0 + (0.7 + 1.35 * i as f64) * self.look.text;
                self.plate(x, y, row, self.palette.alarm, name.anchor)?;
            }
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
        let mut x = (((from - height) / step).floor() + 1.0) * step;
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
        let names = self.names(panel, frame);
        let is_free = |&(x, y): &(f64, f64)| {
            let (across, down) = ((x, x + width), (y - 0.7 * size, y + 0.7 * size));
            let is_marked = names.iter().any(|name| name.meets(across, down));
            down.0 >= frame.top && !is_marked && !curves.iter().any(|curve| crosses(curve, across, down))
        };
        let (x, at) = places.clone().find(is_free).unwrap_or((frame.left + 4.0, y + 0.85 * size));
        self.plate(x, at, &rule.label, self.palette.quiet, HPos::Left)
    }

    fn mark(&self, mark: &Mark, frame: &Frame) -> Drawn<DB> {
        let x = frame.x(mark.at);
        self.path(&[(x, frame.top), (x, frame.bottom)], self.palette.alarm, 1.5)?;
        let half = 3.5;
        let tip = |dx: f64, dy: f64| self.device((x + dx, frame.bottom + dy));
        let point = vec![tip(0.0, -half), tip(half, half), tip(-half, half)];
        self.area.draw(&Polygon::new(point, self.palette.alarm.filled()))?;
        Ok(())
    }

    /// The names of all moments, each in as many lines as it takes: on the side with more room or else on the other, and
    /// as far down as it takes to meet no other name and, where that can be had, no curve.
    fn names(&self, panel: &Panel, frame: &Frame) -> Vec<Name> {
        let size = self.look.text;
        let curves: Vec<Vec<(f64, f64)>> = panel.lines.iter().map(|line| frame.places(line)).collect();
        let lines = ((frame.bottom - frame.top) / (1.35 * size)) as usize;
        let mut names: Vec<Name> = Vec::new();
        for mark in &panel.marks {
            let x = frame.x(mark.at);
            let (before, after) = (x - frame.left - 14.0, frame.right - x - 14.0);
            let (left, right) = ((x - 7.0, before, HPos::Right), (x + 7.0, after, HPos::Left));
            let sides = if after >= before { [right, left] } else { [left, right] };
            let name = |(share, side, line): (f64, usize, usize)| {
                let (x, room, anchor) = sides[side];
                let rows = wrapped(&mark.label, room.min(share * (frame.right - frame.left)), size);
                let long = rows.iter().map(|row| estimated(row, size)).fold(0.0, f64::max);
                let from = if matches!(anchor, HPos::Left) { x } else { x - long };
                let top = frame.top + (0.1 + 1.35 * line as f64) * size;
                let bottom = top + 1.35 * rows.len() as f64 * size;
                (long <= room && bottom <= frame.bottom).then_some(Name {
                    across: (from, from + long),
                    down: (top, bottom),
                    anchor,
                    rows,
                })
            };
            let apart = |name: &Name| !names.iter().any(|other| other.meets(name.across, name.down));
            let clear = |name: &Name| !curves.iter().any(|curve| crosses(curve, name.across, name.down));
            let tries = || WRAPS.iter().flat_map(|share| (0..2 * lines).map(|at| (*share, at / lines, at % lines)));
            let places = || tries().filter_map(name).filter(apart);
            let place = places().find(clear).or_else(|| places().next()).or_else(|| tries().find_map(name));
            names.extend(place);
        }
        names
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

#[cfg(test)]
mod tests {
    use plotters::drawing::IntoDrawingArea;
    use plotters_svg::SVGBackend;

    use super::*;
    use crate::charts::{Dash, Scale, Theme};

    /// The names of a panel's moments at a width.
    fn names(panel: &Panel, width: u32) -> Vec<Name> {
        let mut text = String::new();
        let look = Look::new(width, 240, 1.0, Theme::Light);
        let area = SVGBackend::with_string(&mut text, (width, 240)).into_drawing_area();
        let pen = Pen { area: &area, look: &look, palette: Theme::Light.palette() };
        pen.names(panel, &Frame::new(panel, Span::WEEK, &look, 0.0, 217.0))
    }

    #[test]
    fn moments_are_named_beside_one_another_and_where_no_curve_runs() {
        let points =
            vec![(0.0, 576.0), (5_500.0, 576.0), (6_500.0, 0.0), (6_900.0, 0.0), (8_700.0, 576.0), (10_079.0, 576.0)];
        let mark = |at: f64| Mark { at, label: "Credits run out Friday 12:26".to_owned() };
        let panel = Panel {
            unit: "CPU credits",
            note: "",
            scale: Scale::Linear,
            lines: vec![Line { label: "Credits".to_owned(), points, tone: 0, dash: Dash::Solid }],
            rules: Vec::new(),
            marks: vec![mark(6_506.0), mark(6_510.0), mark(6_600.0)],
            bands: Vec::new(),
        };
        for width in [390, 820, 1_000] {
            let frame = Frame::new(&panel, Span::WEEK, &Look::new(width, 240, 1.0, Theme::Light), 0.0, 217.0);
            let names = names(&panel, width);
            let first = &names[0];
            assert!(!crosses(&frame.places(&panel.lines[0]), first.across, first.down), "{width}");
            for (i, name) in names.iter().enumerate() {
                assert!(!names[..i].iter().any(|other| other.meets(name.across, name.down)), "{width}: {i}");
                assert!(name.down.1 <= frame.bottom + 1.0 && name.across.0 >= 0.0, "{width}: {i}");
            }
        }
    }
}
