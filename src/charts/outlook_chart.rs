//! What a month costs each option over the next three years.

use std::fmt::Write as _;

use super::{
    Table,
    plot::{Anchor, Area, LINE, Plot, Reading, Shape, text, width},
};
use crate::{
    advice::Advice,
    odds::{MONTHS, OptionOutlook, Outlook},
    typeface::Weight,
    units::{ordered, text as told},
};

const TOP: f64 = 30.0;
const BOTTOM: f64 = 34.0;
const LEFT: f64 = 52.0;
const HEIGHT: f64 = 320.0;
/// Below this width numbers stand at the lines, and the names in the read-out alone.
const NARROW: f64 = 640.0;

/// Three years of all options, as they are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlookChart {
    /// Names and three years, in the order of the advice.
    options: Vec<(&'static str, OptionOutlook)>,
    /// How amounts are shown: the rate, the sign and the code.
    money: (f64, &'static str, &'static str),
}

/// Where months and costs stand.
struct Axes {
    costs: [f64; 2],
    right: f64,
}

impl Axes {
    fn x(&self, month: f64) -> f64 {
        LEFT + month / f64::from(MONTHS) * (self.right - LEFT)
    }

    fn y(&self, cost: f64) -> f64 {
        let [least, most] = self.costs;
        let share = libm::log(cost.clamp(least, most) / least) / libm::log(most / least);
        HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)
    }
}

impl OutlookChart {
    pub(super) const TITLE: &'static str = "Monthly cost over 36 months";

    /// The three years of all options, with their names.
    pub fn new(outlook: &Outlook, advice: &Advice) -> Self {
        let named = outlook.options.iter().filter_map(|option| {
            let standing = advice.option(option.id.0)?;
            Some((standing.assessment.hosting.name, option.clone()))
        });
        let shown = advice.answers.shown_in();
        Self { options: named.collect(), money: (advice.answers.exchange.value(), shown.sign(), shown.code()) }
    }

    fn amount(&self, usd: f64) -> String {
        let (rate, sign, _) = self.money;
        format!("{sign}{}", told::significant(usd * rate, 3))
    }

    pub(super) fn finding(&self) -> String {
        let Some((name, first)) = self.options.first() else { return String::new() };
        let ends = first.months.first().zip(first.months.last());
        ends.map_or_else(String::new, |(today, last)| {
            let (total, today, last) = (self.amount(first.total()), self.amount(today.usd), self.amount(last.usd));
            format!("{name}: {today} today, {last} in 36 months, {total} in all.")
        })
    }

    pub(super) fn table(&self) -> Table {
        let (rate, _, code) = self.money;
        let names = self.options.iter().map(|(name, _)| format!("{name} ({code} a month)"));
        let rows = (0..=MONTHS as usize).map(|month| {
            let cost = |(_, option): &(&str, OptionOutlook)| {
                option.months.get(month).map_or(String::new(), |month| told::trimmed(month.usd * rate, 2))
            };
            std::iter::once(month.to_string()).chain(self.options.iter().map(cost)).collect()
        });
        Table { columns: std::iter::once("Month".to_owned()).chain(names).collect(), rows: rows.collect() }
    }

    pub(super) fn plot(&self, total_width: f64) -> Plot {
        let is_narrow = total_width < NARROW;
        let longest = self.options.iter().map(|(name, _)| width(name, Weight::Bold)).fold(0.0, f64::max);
        let right = total_width - if is_narrow { 20.0 } else { longest + 12.0 };
        let costs = self.options.iter().flat_map(|(_, option)| option.months.iter().map(|month| month.usd));
        let (least, most) = costs.fold((f64::INFINITY, 1.0_f64), |(least, most), usd| (least.min(usd), most.max(usd)));
        let axes = Axes { costs: [least.min(most).max(1.0) * 0.8, most.max(2.0) * 1.2], right };
        let mut shapes = Vec::new();
        self.grid(&axes, &mut shapes);
        for (at, (_, option)) in self.options.iter().enumerate().rev() {
            line(option, if at == 0 { "line best" } else { "line" }, &axes, &mut shapes);
        }
        self.names(is_narrow, &axes, &mut shapes);
        Plot { width: total_width, height: HEIGHT, shapes, readings: self.readings(&axes) }
    }

    fn grid(&self, axes: &Axes, shapes: &mut Vec<Shape>) {
        let (rate, sign, _) = self.money;
        let bottom = HEIGHT - BOTTOM;
        for month in (0..=MONTHS).step_by(6) {
            let x = axes.x(f64::from(month));
            shapes.push(Shape::Path { class: "grid", d: format!("M{x:.1} {TOP}V{bottom}") });
            shapes.push(text("quiet", x, bottom + 12.0, Anchor::Middle, month.to_string()));
        }
        for decade in -1..7 {
            for digit in [1.0, 3.0] {
                let shown = libm::pow(10.0, f64::from(decade)) * digit;
                if (axes.costs[0]..=axes.costs[1]).contains(&(shown / rate)) {
                    let y = axes.y(shown / rate);
                    shapes.push(Shape::Path { class: "grid", d: format!("M{LEFT} {y:.1}H{:.1}", axes.right) });
                    let label = format!("{sign}{}", told::short(shown));
                    shapes.push(text("quiet", LEFT - 6.0, y, Anchor::End, label));
                }
            }
        }
        shapes.push(text("quiet", axes.right, bottom + 26.0, Anchor::End, "months from now"));
        shapes.push(text("quiet", 0.0, LINE / 2.0, Anchor::Start, "cost a month; a dot is a larger size"));
    }

    /// The names at the ends of the lines, moved apart where they would lie on one another; numbers where there is no room.
    fn names(&self, is_narrow: bool, axes: &Axes, shapes: &mut Vec<Shape>) {
        let ends = self.options.iter().enumerate();
        let ends = ends.filter_map(|(at, (_, option))| Some((at, axes.y(option.months.last()?.usd))));
        let ends = ordered(ends, |a, b| a.1.total_cmp(&b.1));
        let mut places: Vec<f64> = Vec::new();
        for (_, y) in &ends {
            places.push(places.last().map_or(*y, |above| y.max(above + 14.0)));
        }
        let mut limit = HEIGHT - BOTTOM;
        for place in places.iter_mut().rev() {
            *place = place.min(limit);
            limit = *place - 14.0;
        }
        for ((at, _), y) in ends.iter().zip(places) {
            let name = self.options.get(*at).map_or("", |(name, _)| name);
            let words = if is_narrow { (at + 1).to_string() } else { name.to_owned() };
            let class = if *at == 0 { "strong" } else { "quiet" };
            shapes.push(text(class, axes.right + 6.0, y, Anchor::Start, words));
        }
    }

    fn readings(&self, axes: &Axes) -> Vec<Reading> {
        let half = (axes.x(1.0) - axes.x(0.0)) / 2.0;
        let reading = |month: usize| {
            let x = axes.x(month as f64);
            let said = self.options.iter().enumerate().filter_map(|(at, (name, option))| {
                let here = option.months.get(month)?;
                let mark = if here.misses.is_empty() { "" } else { " (misses a requirement)" };
                Some(format!("{}. {name} {}{mark}", at + 1, self.amount(here.usd)))
            });
            let said: Vec<String> = said.collect();
            Reading {
                area: Area { x: x - half, y: TOP, width: 2.0 * half, height: HEIGHT - BOTTOM - TOP },
                says: format!("Month {month}: {}.", said.join("; ")),
            }
        };
        (0..=MONTHS as usize).map(reading).collect()
    }
}

/// The line of an option: in dashes while it misses a requirement, with a dot at every larger size.
fn line(option: &OptionOutlook, class: &'static str, axes: &Axes, shapes: &mut Vec<Shape>) {
    for (fits, class) in [(false, "line out"), (true, class)] {
        let mut d = String::new();
        for (month, pair) in option.months.windows(2).enumerate() {
            if pair[1].misses.is_empty() == fits {
                let (from, to) = (axes.x(month as f64), axes.x(month as f64 + 1.0));
                let _ = write!(d, "M{from:.1} {:.1}L{to:.1} {:.1}", axes.y(pair[0].usd), axes.y(pair[1].usd));
            }
        }
        if !d.is_empty() {
            shapes.push(Shape::Path { class, d });
        }
    }
    for larger in &option.upsizings {
        let y = option.months.get(larger.month as usize).map_or(0.0, |month| axes.y(month.usd));
        shapes.push(Shape::Dot { class: "step", x: axes.x(f64::from(larger.month)), y });
    }
}
