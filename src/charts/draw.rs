//! Drawing a figure onto any of plotters' backends. Axes, lines across and curves are plotters'; what it has not is drawn
//! here around them: names at the ends of lines, named levels and moments, hatching.

use plotters::{
    chart::ChartBuilder,
    coord::{CoordTranslate, Shift},
    drawing::{DrawingArea, DrawingAreaErrorKind},
    element::{Circle, Polygon, Rectangle, Text},
    prelude::DrawingBackend,
    series::{DashedLineSeries, DottedLineSeries, LineSeries},
    style::{
        Color, FontFamily, IntoFont, RGBColor, ShapeStyle, TRANSPARENT, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{
    Band, Dash, Figure, Line, Look, Panel, Span,
    axes::{ValueAxis, WeekAxis},
    layout::{Layout, Names, Note, TO_KEY, TO_NAME, key, room},
    look::{FONTS, Palette},
    placing::{LEADING, Plot, width},
};

/// What can go wrong: only the backend.
type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws a figure. The area is `look.width` by `look.height` CSS pixels, times `look.density`.
pub fn draw<DB: DrawingBackend>(figure: &Figure, area: &DrawingArea<DB, Shift>, look: &Look) -> Drawn<DB> {
    let palette = look.theme.palette();
    area.fill(&palette.ground)?;
    let count = figure.panels.len().max(1);
    let times = 1.9 * look.text;
    let height = (f64::from(look.height) - times) / count as f64;
    let cuts: Vec<f64> = (1..count).map(|i| (height * i as f64 * look.density).round()).collect();
    let areas = area.split_by_breakpoints([0_i32; 0], cuts);
    for (i, (panel, here)) in figure.panels.iter().zip(&areas).enumerate() {
        let axis = WeekAxis { span: figure.span, room: room(look) };
        let layout = Layout::new(panel, &figure.longest_name, &axis, look, height);
        let times = if i + 1 == count { times } else { 0.0 };
        let drawing = Drawing { area, here, look, palette, panel, layout: &layout, axis, times };
        drawing.heading()?;
        drawing.plot()?;
    }
    Ok(())
}

/// A panel being drawn.
struct Drawing<'a, DB: DrawingBackend> {
    /// The whole of the figure. Its coordinates are the backend's pixels.
    area: &'a DrawingArea<DB, Shift>,
    /// The part of it that the panel has.
    here: &'a DrawingArea<DB, Shift>,
    look: &'a Look,
    palette: Palette,
    panel: &'a Panel,
    layout: &'a Layout,
    axis: WeekAxis,
    /// The height of the labels of time, in CSS pixels; zero where the panel below has them.
    times: f64,
}

impl<DB: DrawingBackend> Drawing<'_, DB> {
    /// What is measured, and the names of lines if they stand above the plot.
    fn heading(&self) -> Drawn<DB> {
        let (size, palette) = (self.size(), &self.palette);
        let top = 0.3 * size;
        self.text(self.here, (0.0, top), self.panel.unit, palette.ink, HPos::Left, VPos::Top)?;
        let note = match self.layout.note {
            Note::Beside => (width(self.panel.unit, size) + size, top),
            Note::Below => (0.0, top + LEADING * size),
        };
        self.text(self.here, note, self.panel.note, palette.quiet, HPos::Left, VPos::Top)?;
        if self.layout.names == Names::Above {
            let mut y = self.px(self.layout.key);
            for line in &self.panel.lines {
                self.curve(self.here, vec![whole((0.0, y)), whole((self.px(22.0), y))], line)?;
                for row in key(&line.label, self.look) {
                    self.text(self.here, (self.px(TO_KEY), y), &row, palette.ink, HPos::Left, VPos::Center)?;
                    y += LEADING * size;
                }
            }
        }
        Ok(())
    }

    /// The plot.
    fn plot(&self) -> Drawn<DB> {
        let (Layout { above, left, right, .. }, palette, text) = (self.layout, &self.palette, self.look.text);
        let values = ValueAxis::new(self.panel.scale, self.layout.range(), self.layout.ticks.clone());
        let mut chart = ChartBuilder::on(self.here)
            .margin_top(self.px(*above))
            .margin_right(self.px(*right))
            .margin_bottom(self.px(0.5 * text))
            .y_label_area_size(self.px(*left))
            .x_label_area_size(self.px(self.times))
            .build_cartesian_2d(self.axis, values)?;

        let Span { from, to, .. } = self.axis.span;
        let lowest = self.layout.range().start;
        let across = |minute: f64| f64::from(chart.backend_coord(&(minute, lowest)).0);
        let offset = across(from.value() + self.axis.label_offset()) - across(from.value());
        chart
            .configure_mesh()
            .bold_line_style(self.stroke(palette.grid, 1.0))
            .light_line_style(TRANSPARENT)
            .axis_style(TRANSPARENT)
            // plotters writes labels twice as far from the plot as its tick marks are long.
            .set_all_tick_mark_size(self.px(0.25 * text))
            .label_style(self.text_style(palette.quiet))
            .x_label_offset(offset)
            .draw()?;

        let places = |line: &Line| {
            let place = |point| chart.backend_coord(point);
            line.points.iter().map(place).map(|(x, y)| (f64::from(x), f64::from(y))).collect()
        };
        let (left, bottom) = chart.backend_coord(&(from.value(), lowest));
        let (right, top) = chart.backend_coord(&(to.value(), self.layout.range().end));
        let plot = Plot {
            left: f64::from(left),
            right: f64::from(right),
            top: f64::from(top),
            bottom: f64::from(bottom),
            curves: self.panel.lines.iter().map(places).collect(),
            size: self.size(),
            density: self.look.density,
        };
        let at = |minute: f64| f64::from(chart.backend_coord(&(minute, lowest)).0);
        let names = plot.names(self.panel.marks.iter().map(|mark| (at(mark.at), mark.label.as_str())));

        for Band { from, to } in &self.panel.bands {
            self.hatch(at(*from), at(*to), &plot)?;
        }
        let (dash, gap) = (self.px(2.0), self.px(3.0));
        for level in &self.panel.reference_lines {
            let ends = [from, to].map(|minute| (minute.value(), level.value));
            DashedLineSeries::new(ends, dash, gap, self.stroke(palette.quiet, 1.0))
                .into_iter()
                .try_for_each(|element| chart.plotting_area().draw(&element))?;
        }
        for line in &self.panel.lines {
            self.curve(chart.plotting_area(), line.points.clone(), line)?;
        }
        for level in &self.panel.reference_lines {
            let (_, y) = chart.backend_coord(&(from.value(), level.value));
            let place = plot.level_name(&level.label, f64::from(y), &names);
            self.plate(place, &level.label, palette.quiet, HPos::Left)?;
        }
        if self.layout.names == Names::AtEnds {
            self.names_at_ends(&plot)?;
        }
        for mark in &self.panel.marks {
            self.moment(at(mark.at), &plot)?;
        }
        for name in &names {
            for (i, row) in name.rows.iter().enumerate() {
                self.plate(name.place(i, plot.size), row, palette.alarm, name.anchor)?;
            }
        }
        Ok(())
    }

    /// A line, in the coordinates of whatever area it is drawn on. Dashes and gaps are in CSS pixels.
    fn curve<CT>(&self, area: &DrawingArea<DB, CT>, points: Vec<CT::From>, line: &Line) -> Drawn<DB>
    where
        CT: CoordTranslate,
        CT::From: Clone + 'static,
    {
        let color = self.palette.tones[line.tone % self.palette.tones.len()];
        let style = self.stroke(color, 2.0);
        let dashed = |dash: f64, gap: f64| -> Drawn<DB> {
            DashedLineSeries::new(points.clone(), self.px(dash), self.px(gap), style)
                .into_iter()
                .try_for_each(|element| area.draw(&element))
        };
        match line.dash {
            Dash::Solid => LineSeries::new(points, style).try_for_each(|element| area.draw(&element)),
            Dash::Long => dashed(9.0, 4.0),
            Dash::Short => dashed(3.0, 3.0),
            Dash::Mixed => {
                // plotters has no dashes and dots by turns: these are dashes with dots in the middle of their gaps.
                dashed(9.0, 9.0)?;
                let radius = self.px(1.25).round().max(1.0);
                let dot = move |place| Circle::new(place, radius, color.filled());
                DottedLineSeries::new(points, self.px(13.5), self.px(18.0), dot)
                    .into_iter()
                    .try_for_each(|element| area.draw(&element))
            }
        }
    }

    /// A hatched stretch: lines, as a tint alone is lost on paper and to some eyes.
    fn hatch(&self, from: f64, to: f64, plot: &Plot) -> Drawn<DB> {
        let to = to.max(from + self.px(1.0));
        let corners = [whole((from, plot.top)), whole((to, plot.bottom))];
        self.area.draw(&Rectangle::new(corners, self.palette.alarm.mix(0.10).filled()))?;
        let (height, step) = (plot.bottom - plot.top, self.px(7.0));
        let style = self.stroke(self.palette.alarm.mix(0.35), 1.0);
        let first = ((from - height) / step).floor() + 1.0;
        // Lines at 45 degrees, each cut to the stretch.
        for x in (0..).map(|i| (first + f64::from(i)) * step).take_while(|x| *x < to) {
            let (left, right) = (x.max(from), (x + height).min(to));
            if left < right {
                let ends = [left, right].map(|end| whole((end, plot.bottom - (end - x))));
                LineSeries::new(ends, style).try_for_each(|element| self.area.draw(&element))?;
            }
        }
        Ok(())
    }

    /// Names each line beside its end.
    fn names_at_ends(&self, plot: &Plot) -> Drawn<DB> {
        for ((line, curve), y) in self.panel.lines.iter().zip(&plot.curves).zip(plot.ends()) {
            let end = curve.last().map_or(plot.bottom, |(_, y)| *y);
            let color = self.palette.tones[line.tone % self.palette.tones.len()];
            let right = |distance: f64, y: f64| whole((plot.right + self.px(distance), y));
            LineSeries::new([right(0.0, end), right(8.0, y)], self.stroke(color, 1.0))
                .try_for_each(|element| self.area.draw(&element))?;
            self.curve(self.area, vec![right(8.0, y), right(20.0, y)], line)?;
            let place = (plot.right + self.px(TO_NAME), y);
            self.text(self.area, place, &line.label, self.palette.ink, HPos::Left, VPos::Center)?;
        }
        Ok(())
    }

    /// A moment: a line down, and an arrow at its foot.
    fn moment(&self, x: f64, plot: &Plot) -> Drawn<DB> {
        let (color, half) = (self.palette.alarm, self.px(3.5));
        LineSeries::new([(x, plot.top), (x, plot.bottom)].map(whole), self.stroke(color, 1.5))
            .try_for_each(|element| self.area.draw(&element))?;
        let corner = |dx: f64, dy: f64| whole((x + dx, plot.bottom + dy));
        self.area.draw(&Polygon::new([corner(0.0, -half), corner(half, half), corner(-half, half)], color.filled()))
    }

    /// A text on a piece of ground, so that it is read across lines.
    fn plate(&self, (x, y): (f64, f64), text: &str, color: RGBColor, anchor: HPos) -> Drawn<DB> {
        let (long, half, edge) = (width(text, self.size()), 0.68 * self.size(), self.px(2.0));
        let left = match anchor {
            HPos::Left => x,
            HPos::Right => x - long,
            HPos::Center => x - long / 2.0,
        };
        let corners = [whole((left - edge, y - half)), whole((left + long + edge, y + half))];
        self.area.draw(&Rectangle::new(corners, self.palette.ground.mix(0.85).filled()))?;
        self.text(self.area, (x, y), text, color, anchor, VPos::Center)
    }

    fn text(
        &self,
        area: &DrawingArea<DB, Shift>,
        place: (f64, f64),
        text: &str,
        color: RGBColor,
        h: HPos,
        v: VPos,
    ) -> Drawn<DB> {
        let style = self.text_style(color).pos(Pos::new(h, v));
        area.draw(&Text::new(text, whole(place), style))
    }

    fn text_style(&self, color: RGBColor) -> TextStyle<'static> {
        let font = (FontFamily::Name(FONTS), self.size()).into_font();
        TextStyle { color: color.to_backend_color(), ..font.into() }
    }

    /// A line as wide as so many CSS pixels.
    fn stroke(&self, color: impl Color, width: f64) -> ShapeStyle {
        ShapeStyle { color: color.to_rgba(), filled: false, stroke_width: self.px(width).round().max(1.0) as u32 }
    }

    /// The font size in the backend's pixels.
    fn size(&self) -> f64 {
        self.px(self.look.text)
    }

    /// CSS pixels as the backend's.
    fn px(&self, css: f64) -> f64 {
        css * self.look.density
    }
}

/// The backend's pixel nearest to a place.
fn whole((x, y): (f64, f64)) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}
