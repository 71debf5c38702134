//! What a month costs against visits, both by powers of ten.

use std::fmt::Write as _;

use super::{
    Table,
    cost_survey::{CostSurvey, Found},
    plot::{Anchor, Area, LINE, Plot, Reading, Shape, text, width},
};
use crate::{
    typeface::Weight,
    units::{ordered, text as told},
};

const TOP: f64 = 30.0;
const BOTTOM: f64 = 34.0;
const LEFT: f64 = 52.0;
const HEIGHT: f64 = 360.0;
/// Below this width the names stand in the read-out alone, and numbers at the lines.
const NARROW: f64 = 640.0;

/// The chart of a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct CostCurve(pub CostSurvey);

/// Where visits and costs stand.
struct Axes {
    visits: [f64; 2],
    costs: [f64; 2],
    right: f64,
}

impl Axes {
    fn x(&self, visits: f64) -> f64 {
        LEFT + share(visits, self.visits) * (self.right - LEFT)
    }

    fn y(&self, cost: f64) -> f64 {
        HEIGHT - BOTTOM - share(cost, self.costs) * (HEIGHT - BOTTOM - TOP)
    }
}

/// How far between two ends a value is, by powers of ten.
fn share(value: f64, [from, to]: [f64; 2]) -> f64 {
    libm::log(value.clamp(from, to) / from) / libm::log(to / from)
}

impl CostCurve {
    pub(super) const TITLE: &'static str = "Monthly cost by visits";

    /// Which option is recommended from where to where.
    pub(super) fn finding(&self) -> String {
        let CostCurve(survey) = self;
        let name = |best: Option<usize>| {
            best.and_then(|best| survey.options.get(best)).map_or("none of the options", |(_, name)| name)
        };
        let Some(first) = survey.found.first() else { return String::new() };
        let mut said = format!("Recommended: {}", name(first.best));
        let turns = survey.turns();
        if turns.is_empty() {
            return said + " at any number of visits.";
        }
        for (visits, best) in turns {
            let _ = write!(said, " up to {} visits, {}", told::short(rounded(visits)), name(best));
        }
        said + " beyond."
    }

    pub(super) fn table(&self) -> Table {
        let CostCurve(survey) = self;
        let (rate, _, code) = survey.money;
        let names = survey.options.iter().map(|(_, name)| format!("{name} ({code} a month)"));
        let rows = survey.found.iter().map(|found| {
            let costs =
                found.costs.iter().map(|cost| cost.map_or(String::new(), |(usd, _)| told::trimmed(usd * rate, 2)));
            let best = found.best.and_then(|best| survey.options.get(best)).map_or("", |(_, name)| name);
            [told::trimmed(found.visits, 0)].into_iter().chain(costs).chain([best.to_owned()]).collect()
        });
        Table {
            columns: ["Visits a month".to_owned()].into_iter().chain(names).chain(["Recommended".to_owned()]).collect(),
            rows: rows.collect(),
        }
    }

    pub(super) fn plot(&self, total_width: f64) -> Plot {
        let CostCurve(survey) = self;
        let is_narrow = total_width < NARROW;
        let longest = survey.options.iter().map(|(_, name)| width(name, Weight::Bold)).fold(0.0, f64::max);
        let right = total_width - if is_narrow { 20.0 } else { longest + 12.0 };
        let costs = survey.found.iter().flat_map(|found| found.costs.iter().flatten());
        let (least, most) =
            costs.fold((f64::INFINITY, 1.0_f64), |(least, most), (cost, _)| (least.min(*cost), most.max(*cost)));
        let ends = |survey: &CostSurvey| {
            let ends = [survey.found.first(), survey.found.last()];
            ends.map(|found| found.map_or(1.0, |found| found.visits))
        };
        let [from, to] = ends(survey);
        let axes = Axes {
            visits: [from, to.max(from * 1.01)],
            costs: [least.min(most).max(1.0) * 0.8, most.max(2.0) * 1.2],
            right,
        };
        let mut shapes = Vec::new();
        grid(&axes, survey.money, &mut shapes);
        marks(survey, &axes, &mut shapes);
        let shown_best = survey.found.iter().find(|found| found.visits >= survey.now).and_then(|found| found.best);
        for at in (0..survey.options.len()).rev() {
            line(survey, at, if shown_best == Some(at) { "line best" } else { "line" }, &axes, &mut shapes);
        }
        names(survey, shown_best, is_narrow, &axes, &mut shapes);
        let readings = readings(survey, &axes);
        Plot { width: total_width, height: HEIGHT, shapes, readings }
    }
}

/// A number of visits as people say it.
fn rounded(visits: f64) -> f64 {
    let step = libm::pow(10.0, libm::log10(visits).floor() - 1.0);
    (visits / step).round() * step
}

fn grid(axes: &Axes, (rate, sign, _): (f64, &'static str, &'static str), shapes: &mut Vec<Shape>) {
    let bottom = HEIGHT - BOTTOM;
    for decade in 0..9 {
        let visits = libm::pow(10.0, f64::from(decade));
        if (axes.visits[0] * 0.999..=axes.visits[1]).contains(&visits) {
            let x = axes.x(visits);
            shapes.push(Shape::Path { class: "grid", d: format!("M{x:.1} {TOP}V{bottom}") });
            shapes.push(text("quiet", x, bottom + 12.0, Anchor::Middle, told::short(visits)));
        }
        for digit in [1.0, 3.0] {
            let cost = visits * digit / rate;
            if (axes.costs[0]..=axes.costs[1]).contains(&cost) {
                let y = axes.y(cost);
                shapes.push(Shape::Path { class: "grid", d: format!("M{LEFT} {y:.1}H{:.1}", axes.right) });
                let label = format!("{sign}{}", told::short(visits * digit));
                shapes.push(text("quiet", LEFT - 6.0, y, Anchor::End, label));
            }
        }
    }
    shapes.push(text("quiet", axes.right, bottom + 26.0, Anchor::End, "visits a month"));
    shapes.push(text("quiet", 0.0, LINE / 2.0, Anchor::Start, "cost a month"));
}

/// Today's visits, and where another option comes first.
fn marks(survey: &CostSurvey, axes: &Axes, shapes: &mut Vec<Shape>) {
    let bottom = HEIGHT - BOTTOM;
    let mut free_from = 0.0;
    for (visits, _) in survey.turns() {
        let x = axes.x(visits);
        shapes.push(Shape::Path { class: "turn", d: format!("M{x:.1} {TOP}V{bottom}") });
        let label = told::short(rounded(visits));
        let half = width(&label, Weight::Bold) / 2.0;
        // Of changes close to one another the first is named here, and all are in the sentence above.
        if x - half > free_from {
            free_from = x + half + 4.0;
            shapes.push(text("name", x, TOP - 8.0, Anchor::Middle, label));
        }
    }
    if (axes.visits[0]..=axes.visits[1]).contains(&survey.now) {
        let x = axes.x(survey.now);
        shapes.push(Shape::Path { class: "now", d: format!("M{x:.1} {}V{bottom}", TOP - 2.0) });
        shapes.push(text("strong", x + 4.0, bottom - 8.0, Anchor::Start, format!("now {}", told::short(survey.now))));
    }
}

/// The line of an option: in dashes where it does not meet the requirements.
fn line(survey: &CostSurvey, at: usize, class: &'static str, axes: &Axes, shapes: &mut Vec<Shape>) {
    let point = |found: &Found| found.costs.get(at).copied().flatten().map(|cost| (axes.x(found.visits), cost));
    let points: Vec<(f64, (f64, bool))> = survey.found.iter().filter_map(point).collect();
    for wanted in [false, true] {
        let mut d = String::new();
        for pair in points.windows(2) {
            let [(x0, (cost0, _)), (x1, (cost1, fits))] = [pair[0], pair[1]];
            if fits == wanted {
                let _ = write!(d, "M{x0:.1} {:.1}L{x1:.1} {:.1}", axes.y(cost0), axes.y(cost1));
            }
        }
        let class = match (wanted, class) {
            (true, class) => class,
            (false, _) => "line out",
        };
        if !d.is_empty() {
            shapes.push(Shape::Path { class, d });
        }
    }
}

/// The names at the ends of the lines, moved apart where they would lie on one another; numbers where there is no room.
fn names(survey: &CostSurvey, best: Option<usize>, is_narrow: bool, axes: &Axes, shapes: &mut Vec<Shape>) {
    let Some(last) = survey.found.last() else { return };
    let ends = last.costs.iter().enumerate().filter_map(|(at, cost)| Some((at, axes.y((*cost)?.0))));
    let ends = ordered(ends, |a, b| a.1.total_cmp(&b.1));
    let lowest = HEIGHT - BOTTOM;
    let mut places: Vec<f64> = Vec::new();
    for (_, y) in &ends {
        places.push(places.last().map_or(*y, |above| y.max(above + 14.0)));
    }
    // What was pushed below the axis pushes back.
    let mut limit = lowest;
    for place in places.iter_mut().rev() {
        *place = place.min(limit);
        limit = *place - 14.0;
    }
    for ((at, _), y) in ends.iter().zip(places) {
        let name = survey.options.get(*at).map_or("", |(_, name)| name);
        let words = if is_narrow { (at + 1).to_string() } else { name.to_owned() };
        let class = if best == Some(*at) { "strong" } else { "quiet" };
        shapes.push(text(class, axes.right + 6.0, y, Anchor::Start, words));
    }
}

fn readings(survey: &CostSurvey, axes: &Axes) -> Vec<Reading> {
    let (rate, sign, _) = survey.money;
    let x = |at: usize| survey.found.get(at).map(|found| axes.x(found.visits));
    let reading = |(at, found): (usize, &Found)| {
        let here = axes.x(found.visits);
        let left = at.checked_sub(1).and_then(x).map_or(here - 4.0, |before| f64::midpoint(before, here));
        let right = x(at + 1).map_or(here + 4.0, |after| f64::midpoint(here, after));
        let costs = found.costs.iter().enumerate().filter_map(|(at, cost)| Some((at, (*cost)?)));
        let costs = ordered(costs, |a, b| a.1.0.total_cmp(&b.1.0));
        let said = costs.into_iter().filter_map(|(at, (usd, fits))| {
            let (_, name) = survey.options.get(at)?;
            let mark = if found.best == Some(at) {
                " (recommended)"
            } else if fits {
                ""
            } else {
                " (excluded)"
            };
            Some(format!("{}. {name} {sign}{}{mark}", at + 1, told::significant(usd * rate, 3)))
        });
        Reading {
            area: Area { x: left, y: TOP, width: right - left, height: HEIGHT - BOTTOM - TOP },
            says: format!("{} visits: {}.", told::short(rounded(found.visits)), said.collect::<Vec<_>>().join("; ")),
        }
    };
    survey.found.iter().enumerate().map(reading).collect()
}
