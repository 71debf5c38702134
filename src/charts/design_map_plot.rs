//! The map as shapes: a sign a design, the front as a line, what the client's limits exclude as shaded areas.

use std::collections::BTreeMap;

use super::{
    design_map::{DesignMap, Place},
    glyph::{form_glyph, form_series},
    plot::{Anchor, Area, LINE, Plot, Reading, Shape, text, width},
};
use crate::{options, search::Considered, typeface::Weight, units::text as told};

const TOP: f64 = 26.0;
const BOTTOM: f64 = 44.0;
const LEFT: f64 = 62.0;
const HEIGHT: f64 = 330.0;
/// The same where it is narrow.
const LOW: f64 = 300.0;
/// Below this width the names of the forms stand in the ranking alone, and their numbers here.
const NARROW: f64 = 700.0;
/// Designs of a form that would lie closer than this are one sign.
const CELL: f64 = 12.0;
/// Half the width of what is pointed at.
const REACH: f64 = 8.0;
/// A limit further than this factor from every design is not drawn into the picture.
const FAR: f64 = 8.0;
/// Minutes that people say.
const TIMES: [f64; 16] = [
    1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 240.0, 480.0, 1_440.0, 2_880.0, 5_760.0, 14_400.0, 43_200.0,
    144_000.0,
];

struct Axes {
    costs: [f64; 2],
    downs: [f64; 2],
    right: f64,
    /// The height of the plot's lower edge.
    bottom: f64,
}

impl Axes {
    fn of(map: &DesignMap, right: f64, height: f64) -> Self {
        let ends = |values: Vec<f64>, limit: Option<f64>| {
            let least = values.iter().copied().fold(f64::INFINITY, f64::min);
            let most = values.iter().copied().fold(0.0, f64::max);
            let near = limit.filter(|limit| *limit > least / FAR && *limit < most * FAR);
            let (least, most) = (near.map_or(least, |near| near.min(least)), near.map_or(most, |near| near.max(most)));
            [least / 1.3, (most * 1.3).max(least * 2.0)]
        };
        let beside = || map.reference.iter().chain(&map.today);
        Self {
            costs: ends(
                map.places.iter().map(|place| place.cost).chain(beside().map(|(cost, _)| *cost)).collect(),
                map.budget,
            ),
            downs: ends(
                map.places.iter().map(|place| place.down).chain(beside().map(|(_, down)| *down)).collect(),
                map.limit,
            ),
            right,
            bottom: height - BOTTOM,
        }
    }

    fn x(&self, cost: f64) -> f64 {
        LEFT + share(cost, self.costs) * (self.right - LEFT)
    }

    /// Less downtime is further down.
    fn y(&self, down: f64) -> f64 {
        self.bottom - share(down, self.downs) * (self.bottom - TOP)
    }
}

fn share(value: f64, [from, to]: [f64; 2]) -> f64 {
    libm::log(value.clamp(from, to) / from) / libm::log(to / from)
}

impl DesignMap {
    pub(super) fn plot(&self, width: f64) -> Plot {
        drawn(self, width).0
    }

    /// The design of each reading of the plot of this width, in their order.
    pub fn read_at(&self, width: f64) -> Vec<&Considered> {
        drawn(self, width).1.into_iter().filter_map(|at| Some(&self.places.get(at)?.design)).collect()
    }
}

/// The shapes, and which design each reading is of.
fn drawn(map: &DesignMap, total_width: f64) -> (Plot, Vec<usize>) {
    let is_narrow = total_width < NARROW;
    let names = map.forms.iter().filter_map(|form| options::hosting(form.0)).map(|hosting| hosting.name);
    let longest = names.map(|name| width(name, Weight::Bold)).fold(0.0, f64::max);
    let right = total_width - if is_narrow { 8.0 } else { longest + 60.0 };
    let axes = Axes::of(map, right, if is_narrow { LOW } else { HEIGHT });
    let mut shapes = Vec::new();
    excluded(map, &axes, &mut shapes);
    grid(map, &axes, &mut shapes);
    front(map, &axes, &mut shapes);
    let shown = shown(map, &axes);
    for at in &shown {
        sign(map, &map.places[*at], &axes, &mut shapes);
    }
    labels(map, &axes, &mut shapes);
    let height = legend(map, is_narrow, total_width, &axes, &mut shapes);
    let readings = shown.iter().map(|at| reading(map, &map.places[*at], &axes));
    (Plot { width: total_width, height, readings: readings.collect(), shapes }, shown)
}

/// One design for each place on the picture: the best of its form, one on the front, or the first that fits.
fn shown(map: &DesignMap, axes: &Axes) -> Vec<usize> {
    let mut cells: BTreeMap<(usize, i64, i64), usize> = BTreeMap::new();
    for (at, place) in map.places.iter().enumerate() {
        let cell = |value: f64| (value / CELL).round() as i64;
        let key = (place.form, cell(axes.x(place.cost)), cell(axes.y(place.down)));
        let weight = |place: &Place| (place.is_best, place.is_front, !place.is_out());
        let known = cells.entry(key).or_insert(at);
        if weight(place) > weight(&map.places[*known]) {
            *known = at;
        }
    }
    let mut all: Vec<usize> = cells.into_values().collect();
    // From left to right for those who read; the best of each form are drawn last, the first of them on top.
    let order = |at: usize| {
        let place = &map.places[at];
        (place.is_best, if place.is_best { map.forms.len() - place.form } else { at })
    };
    all.sort_by_key(|at| order(*at));
    all
}

fn excluded(map: &DesignMap, axes: &Axes, shapes: &mut Vec<Shape>) {
    let bottom = axes.bottom;
    if let Some(budget) = map.budget.filter(|budget| *budget < axes.costs[1]) {
        let x = axes.x(budget);
        let area = Area { x, y: TOP, width: axes.right - x, height: bottom - TOP };
        shapes.push(Shape::Rect { class: "nogo", area });
        shapes.push(Shape::Path { class: "limit", d: format!("M{x:.1} {TOP}V{bottom}") });
    }
    if let Some(limit) = map.limit.filter(|limit| *limit < axes.downs[1]) {
        let y = axes.y(limit);
        let area = Area { x: LEFT, y: TOP, width: axes.right - LEFT, height: y - TOP };
        shapes.push(Shape::Rect { class: "nogo", area });
        shapes.push(Shape::Path { class: "limit", d: format!("M{LEFT} {y:.1}H{:.1}", axes.right) });
    }
}

fn grid(map: &DesignMap, axes: &Axes, shapes: &mut Vec<Shape>) {
    let (bottom, (rate, sign)) = (axes.bottom, map.money);
    let mut free_from = 0.0;
    for decade in 0..7 {
        for digit in [1.0, 2.0, 5.0] {
            let amount = libm::pow(10.0, f64::from(decade)) * digit;
            let x = axes.x(amount / rate);
            let label = format!("{sign}{}", told::short(amount));
            let half = width(&label, Weight::Regular) / 2.0;
            if !(axes.costs[0]..=axes.costs[1]).contains(&(amount / rate)) || x - half < free_from {
                continue;
            }
            free_from = x + half + 12.0;
            shapes.push(Shape::Path { class: "grid", d: format!("M{x:.1} {TOP}V{bottom}") });
            shapes.push(text("quiet", x, bottom + 12.0, Anchor::Middle, label));
        }
    }
    let mut free_below = f64::INFINITY;
    for minutes in TIMES {
        let y = axes.y(minutes);
        if !(axes.downs[0]..=axes.downs[1]).contains(&minutes) || y > free_below {
            continue;
        }
        free_below = y - LINE;
        shapes.push(Shape::Path { class: "grid", d: format!("M{LEFT} {y:.1}H{:.1}", axes.right) });
        shapes.push(text("quiet", LEFT - 6.0, y, Anchor::End, told::brief_duration(minutes)));
    }
    shapes.push(text("quiet", axes.right, bottom + 30.0, Anchor::End, "monthly cost"));
    shapes.push(text("quiet", 0.0, LINE / 2.0, Anchor::Start, "expected downtime a year"));
}

/// The line along the designs that no other beats, in steps: between two of them it is as good as the worse.
fn front(map: &DesignMap, axes: &Axes, shapes: &mut Vec<Shape>) {
    let mut d = String::new();
    for place in map.places.iter().filter(|place| place.is_front) {
        let (x, y) = (axes.x(place.cost), axes.y(place.down));
        d.push_str(&if d.is_empty() { format!("M{x:.1} {TOP}V{y:.1}") } else { format!("H{x:.1}V{y:.1}") });
    }
    if !d.is_empty() {
        d.push_str(&format!("H{:.1}", axes.right));
        shapes.push(Shape::Path { class: "front", d });
    }
}

fn sign(map: &DesignMap, place: &Place, axes: &Axes, shapes: &mut Vec<Shape>) {
    let (x, y) = (axes.x(place.cost), axes.y(place.down));
    let form = map.forms[place.form];
    let radius = if place.is_best { 6.5 } else { 3.6 };
    let class = match (place.is_out(), place.is_best) {
        (true, false) => hollow(form_series(form)),
        (true, true) | (false, _) => form_series(form),
    };
    if place.is_best {
        shapes.push(Shape::Path { class: "halo", d: form_glyph(form, x, y, radius + 2.5) });
    }
    shapes.push(Shape::Path { class, d: form_glyph(form, x, y, radius) });
    if place.form == 0 && place.is_best && map.is_recommended {
        let r = 12.0;
        let d = format!("M{:.1} {y:.1}a{r} {r} 0 1 0 {} 0a{r} {r} 0 1 0 {} 0z", x - r, 2.0 * r, -2.0 * r);
        shapes.push(Shape::Path { class: "ring", d });
    }
}

/// The class of a colour where only the outline has it.
fn hollow(series: &'static str) -> &'static str {
    match series {
        "series-1" => "series-1 hollow",
        "series-2" => "series-2 hollow",
        "series-3" => "series-3 hollow",
        "series-4" => "series-4 hollow",
        "series-5" => "series-5 hollow",
        "series-6" => "series-6 hollow",
        "series-7" => "series-7 hollow",
        _ => "series-8 hollow",
    }
}

/// The names of what matters, each at its point and none on another.
fn labels(map: &DesignMap, axes: &Axes, shapes: &mut Vec<Shape>) {
    let (rate, sign) = map.money;
    let mut wanted: Vec<(f64, f64, f64, &'static str, String)> = Vec::new();
    for place in map.places.iter().filter(|place| place.is_best) {
        let (x, y) = (axes.x(place.cost), axes.y(place.down));
        wanted.push(if place.form == 0 {
            let name = if map.is_recommended { "Recommended" } else { "Nearest" };
            (x, y, 14.0, "strong", format!("1 {name}, {sign}{}", told::grouped(place.cost * rate)))
        } else {
            (x, y, 9.0, if place.is_out() { "quiet" } else { "name" }, (place.form + 1).to_string())
        });
    }
    wanted.sort_by_key(|label| std::cmp::Reverse(label.4.len()));
    for (beside, name) in [(map.reference, "AWS whitepaper’s design"), (map.today, "Today")] {
        let Some((cost, down)) = beside else { continue };
        let (x, y) = (axes.x(cost), axes.y(down));
        let d = format!("M{:.1} {y:.1}h12m-6 -6v12", x - 6.0);
        shapes.push(Shape::Path { class: "reference", d });
        wanted.insert(0, (x, y, 9.0, "quiet", format!("{name}, {sign}{}", told::grouped(cost * rate))));
    }
    if let Some(limit) = map.limit.filter(|limit| (axes.downs[0]..axes.downs[1]).contains(limit)) {
        let label = format!("your limit: {} a year", told::brief_duration(limit));
        wanted.push((LEFT, axes.y(limit) - 10.0, 6.0, "limit-name", label));
    }
    if let Some(budget) = map.budget.filter(|budget| (axes.costs[0]..axes.costs[1]).contains(budget)) {
        let label = format!("your budget: {sign}{}", told::grouped(budget * rate));
        wanted.push((axes.x(budget), TOP + 8.0, 6.0, "limit-name", label));
    }
    let mut taken: Vec<Area> =
        map.places.iter().filter(|place| place.is_best).map(|place| around(place, axes)).collect();
    for (x, y, gap, class, label) in wanted {
        let long = width(&label, Weight::Bold);
        let spots = [
            (x + gap, y, Anchor::Start),
            (x - gap, y, Anchor::End),
            (x, y - gap - 7.0, Anchor::Middle),
            (x, y + gap + 7.0, Anchor::Middle),
            (x + gap, y - 14.0, Anchor::Start),
            (x + gap, y + 14.0, Anchor::Start),
            (x - gap, y - 14.0, Anchor::End),
            (x - gap, y + 14.0, Anchor::End),
            (x + gap, y + 28.0, Anchor::Start),
            (x - gap, y + 28.0, Anchor::End),
        ];
        let boxed = |(x, y, anchor): (f64, f64, Anchor)| {
            let from = match anchor {
                Anchor::Start => x,
                Anchor::Middle => x - long / 2.0,
                Anchor::End => x - long,
            };
            Area { x: from, y: y - 7.0, width: long, height: 14.0 }
        };
        let inside = |area: &Area| {
            area.x >= LEFT && area.x + area.width <= axes.right && area.y >= TOP - 4.0 && area.y < axes.bottom - 12.0
        };
        let free = spots.into_iter().find(|spot| {
            let area = boxed(*spot);
            inside(&area) && !taken.iter().any(|other| overlap(&area, other))
        });
        // A number without room is told by the read-out.
        if let Some((x, y, anchor)) =
            free.or_else(|| spots.into_iter().find(|spot| inside(&boxed(*spot)) && label.len() > 2))
        {
            taken.push(boxed((x, y, anchor)));
            shapes.push(text(class, x, y, anchor, label));
        }
    }
}

fn around(place: &Place, axes: &Axes) -> Area {
    let (x, y) = (axes.x(place.cost), axes.y(place.down));
    Area { x: x - 6.0, y: y - 6.0, width: 12.0, height: 12.0 }
}

fn overlap(a: &Area, b: &Area) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/// The signs of the forms with their rank, beside the plot or below it. Gives how high all of it is.
fn legend(map: &DesignMap, is_narrow: bool, total_width: f64, axes: &Axes, shapes: &mut Vec<Shape>) -> f64 {
    let mut at =
        if is_narrow { (8.0, axes.bottom + BOTTOM + LINE / 2.0) } else { (axes.right + 20.0, TOP + LINE / 2.0) };
    for (rank, form) in map.forms.iter().enumerate() {
        let Some(hosting) = options::hosting(form.0) else { continue };
        let number = (rank + 1).to_string();
        let words = if is_narrow { number } else { format!("{number}  {}", hosting.name) };
        let room = 22.0 + width(&words, Weight::Regular);
        if is_narrow && at.0 + room > total_width {
            at = (8.0, at.1 + LINE);
        }
        let (x, y) = at;
        shapes.push(Shape::Path { class: form_series(*form), d: form_glyph(*form, x, y, 5.5) });
        shapes.push(text(if rank == 0 { "name" } else { "quiet" }, x + 12.0, y, Anchor::Start, words));
        at = if is_narrow { (x + room + 8.0, y) } else { (x, y + 20.0) };
    }
    if is_narrow {
        return at.1 + LINE;
    }
    let (x, y) = (at.0, at.1 + 8.0);
    let samples = [("front", "no other beats it in both"), ("limit", "your limits; shaded: excluded")];
    for (line, (class, words)) in samples.into_iter().enumerate() {
        let y = y + 20.0 * line as f64;
        shapes.push(Shape::Path { class, d: format!("M{:.1} {y:.1}h14", x - 7.0) });
        shapes.push(text("quiet", x + 12.0, y, Anchor::Start, words));
    }
    let y = y + 40.0;
    shapes.push(Shape::Path { class: hollow(form_series(map.forms[0])), d: form_glyph(map.forms[0], x, y, 4.0) });
    shapes.push(text("quiet", x + 12.0, y, Anchor::Start, "hollow: excluded"));
    HEIGHT.max(y + LINE)
}

fn reading(map: &DesignMap, place: &Place, axes: &Axes) -> Reading {
    let (x, y) = (axes.x(place.cost), axes.y(place.down));
    let reach = if place.is_best { REACH + 2.0 } else { REACH };
    Reading {
        area: Area { x: x - reach, y: y - reach, width: 2.0 * reach, height: 2.0 * reach },
        says: map.says(place),
    }
}
