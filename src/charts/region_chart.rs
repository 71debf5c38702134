//! Where each option wins: one answer across, another upwards.

use std::fmt::Write as _;

use super::{
    Table,
    plot::{Anchor, Area, LINE, Plot, Reading, Shape, series, text, width},
};
use crate::{
    advice::Advice,
    odds::{Axis, Cell, Regions},
    options::OptionId,
    typeface::Weight,
};

const BOTTOM: f64 = 34.0;
const ROW: f64 = 30.0;
const SWATCH: f64 = 14.0;

/// A map of who is recommended, as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionChart {
    /// The options that win anywhere, with their names, those that win most first.
    winners: Vec<(OptionId, &'static str)>,
    regions: Regions,
}

impl RegionChart {
    pub(super) const TITLE: &'static str = "Where each option wins";

    /// The map with the names of the options.
    pub fn new(regions: &Regions, advice: &Advice) -> Self {
        let won = |id: OptionId| regions.cells.iter().flatten().filter(|cell| **cell == Cell::Best(id)).count();
        let named = advice.standings.iter().map(|standing| standing.assessment.hosting);
        let mut winners: Vec<_> = named.map(|hosting| (won(hosting.id), hosting.id, hosting.name)).collect();
        winners.retain(|(won, _, _)| *won > 0);
        winners.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        Self { winners: winners.into_iter().map(|(_, id, name)| (id, name)).collect(), regions: regions.clone() }
    }

    fn name(&self, cell: Cell) -> &'static str {
        match cell {
            Cell::Open => "not looked at yet",
            Cell::None => "nothing fits",
            Cell::Best(id) => self.winners.iter().find(|(known, _)| *known == id).map_or("", |(_, name)| name),
        }
    }

    pub(super) fn finding(&self) -> String {
        let Regions { across, upwards, .. } = &self.regions;
        let today = match (across.now, upwards.now) {
            (Some(_), Some(_)) => "The dot is your answer.",
            (_, _) => "Your own answer has no place on it.",
        };
        match self.winners.as_slice() {
            [] => today.to_owned(),
            [(_, only)] => format!("{only} wherever anything fits. {today}"),
            several => format!("{} options win somewhere. {today}", several.len()),
        }
    }

    pub(super) fn table(&self) -> Table {
        let Regions { across, upwards, cells } = &self.regions;
        let rows = upwards.values.iter().zip(cells).map(|((_, shown), cells)| {
            let names = cells.iter().map(|cell| self.name(*cell).to_owned());
            std::iter::once(shown.clone()).chain(names).collect()
        });
        let columns = across.values.iter().map(|(_, shown)| shown.clone());
        Table { columns: std::iter::once(asked(upwards)).chain(columns).collect(), rows: rows.collect() }
    }

    pub(super) fn plot(&self, total_width: f64) -> Plot {
        let mut shapes = Vec::new();
        let top = self.legend(total_width, &mut shapes) + LINE;
        let Regions { across, upwards, cells } = &self.regions;
        let widest =
            |axis: &Axis| axis.values.iter().map(|(_, shown)| width(shown, Weight::Regular)).fold(0.0, f64::max);
        let left = widest(upwards) + 10.0;
        let column = (total_width - left - 8.0) / across.values.len().max(1) as f64;
        let bottom = top + ROW * upwards.values.len() as f64;
        let mut readings = Vec::new();
        for (row, ((_, up), line)) in upwards.values.iter().zip(cells).enumerate() {
            let y = bottom - ROW * (row as f64 + 1.0);
            shapes.push(text("quiet", left - 6.0, y + ROW / 2.0, Anchor::End, up));
            for (at, ((_, right), cell)) in across.values.iter().zip(line).enumerate() {
                let area = Area { x: left + column * at as f64, y, width: column, height: ROW };
                self.cell(*cell, area, &mut shapes);
                readings.push(Reading { area, says: format!("{right}, {up}: {}.", self.name(*cell)) });
            }
        }
        let every = ((widest(across) + 8.0) / column).ceil().max(1.0) as usize;
        for (at, (_, shown)) in across.values.iter().enumerate().step_by(every) {
            let half = width(shown, Weight::Regular) / 2.0;
            let x = (left + column * (at as f64 + 0.5)).min(total_width - half).max(half);
            shapes.push(text("quiet", x, bottom + 12.0, Anchor::Middle, shown));
        }
        shapes.push(text("quiet", total_width - 8.0, bottom + 26.0, Anchor::End, asked(across)));
        shapes.push(text("quiet", 0.0, top - LINE / 2.0, Anchor::Start, asked(upwards)));
        if let (Some(x), Some(y)) = (across.now, upwards.now) {
            let (x, y) = (left + column * (x + 0.5), bottom - ROW * (y + 0.5));
            shapes.push(Shape::Dot { class: "you", x, y });
        }
        Plot { width: total_width, height: bottom + BOTTOM, shapes, readings }
    }

    fn cell(&self, cell: Cell, area: Area, shapes: &mut Vec<Shape>) {
        let class = match cell {
            Cell::Open => return,
            Cell::None => "nothing",
            Cell::Best(id) => {
                let place = self.winners.iter().position(|(known, _)| *known == id).unwrap_or(0);
                shapes.push(Shape::Rect { class: series(place), area });
                hatch(place, area, shapes);
                return;
            }
        };
        shapes.push(Shape::Rect { class, area });
    }

    /// The options that win, with colour and pattern. Gives where it ends.
    fn legend(&self, total_width: f64, shapes: &mut Vec<Shape>) -> f64 {
        let (mut x, mut y) = (0.0, LINE / 2.0);
        for (place, (_, name)) in self.winners.iter().enumerate() {
            let room = SWATCH + 5.0 + width(name, Weight::Regular);
            if x > 0.0 && x + room > total_width {
                (x, y) = (0.0, y + LINE);
            }
            let swatch = Area { x, y: y - SWATCH / 2.0, width: SWATCH, height: SWATCH };
            shapes.push(Shape::Rect { class: series(place), area: swatch });
            hatch(place, swatch, shapes);
            shapes.push(text("quiet", x + SWATCH + 5.0, y, Anchor::Start, *name));
            x += room + 16.0;
        }
        if self.regions.cells.iter().flatten().any(|cell| *cell == Cell::None) {
            let name = self.name(Cell::None);
            if x > 0.0 && x + SWATCH + 5.0 + width(name, Weight::Regular) > total_width {
                (x, y) = (0.0, y + LINE);
            }
            let area = Area { x, y: y - SWATCH / 2.0, width: SWATCH, height: SWATCH };
            shapes.push(Shape::Rect { class: "nothing", area });
            shapes.push(text("quiet", x + SWATCH + 5.0, y, Anchor::Start, name));
        }
        y + LINE
    }
}

/// The question of an axis, as a heading.
fn asked(axis: &Axis) -> String {
    axis.question.question().label.trim_end_matches('?').to_owned()
}

/// The pattern of an option, so that it is told without its colour: lines of another direction for each.
fn hatch(place: usize, Area { x, y, width, height }: Area, shapes: &mut Vec<Shape>) {
    const STEP: f64 = 7.0;
    let mut d = String::new();
    let steps = |length: f64| (1..).map(|step| f64::from(step) * STEP).take_while(move |at| *at < length);
    let rising = |d: &mut String| {
        for at in steps(width + height) {
            let (x0, y0) = if at < width { (at, 0.0) } else { (width, at - width) };
            let (x1, y1) = if at < height { (0.0, at) } else { (at - height, height) };
            let _ = write!(d, "M{:.1} {:.1}L{:.1} {:.1}", x + x0, y + y0, x + x1, y + y1);
        }
    };
    let across = |d: &mut String| {
        for at in steps(height) {
            let _ = write!(d, "M{x:.1} {:.1}h{width:.1}", y + at);
        }
    };
    let upright = |d: &mut String| {
        for at in steps(width) {
            let _ = write!(d, "M{:.1} {y:.1}v{height:.1}", x + at);
        }
    };
    match place {
        0 => {}
        1 => rising(&mut d),
        2 => across(&mut d),
        3 => upright(&mut d),
        4 => {
            across(&mut d);
            upright(&mut d);
        }
        _ => {
            rising(&mut d);
            across(&mut d);
        }
    }
    if !d.is_empty() {
        shapes.push(Shape::Path { class: "hatch", d });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No line of a pattern leaves its cell.
    #[test]
    fn patterns_stay_inside() {
        let area = Area { x: 10.0, y: 20.0, width: 33.0, height: 30.0 };
        for place in 1..6 {
            let mut shapes = Vec::new();
            hatch(place, area, &mut shapes);
            let Some(Shape::Path { d, .. }) = shapes.first() else { panic!("{place}: no pattern") };
            for part in d.split('M').filter(|part| part.contains('L')) {
                for point in part.split('L') {
                    let (x, y) = point.split_once(' ').unwrap();
                    let (x, y): (f64, f64) = (x.parse().unwrap(), y.parse().unwrap());
                    assert!((10.0..=43.0).contains(&x) && (20.0..=50.0).contains(&y), "{place}: {point}");
                }
            }
        }
    }
}
