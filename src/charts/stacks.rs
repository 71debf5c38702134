//! Bars of what something is made up of, one a row.

use super::{
    Table,
    plot::{Anchor, Area, LINE, Plot, Reading, Shape, series, text, width},
};
use crate::{
    typeface::Weight,
    units::{ordered, text as told},
};

/// Parts beyond this many are shown as one.
const MOST_PARTS: usize = 8;
/// Below this width a row's name stands above its bar.
const NARROW: f64 = 560.0;
const BAR: f64 = 18.0;
const SWATCH: f64 = 10.0;

/// Something made up of parts, for some options.
#[derive(Clone, Debug, PartialEq)]
pub struct Stacks {
    pub(super) title: &'static str,
    pub(super) finding: String,
    /// What the values are measured in.
    pub(super) unit: String,
    /// The names of the parts, in the order they are stacked.
    pub(super) parts: Vec<String>,
    pub(super) rows: Vec<Stack>,
    /// The value at the end of the axis, where that is not the largest one.
    pub(super) full: Option<f64>,
    /// How a value is told.
    pub(super) tell: Tell,
}

/// How a value is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tell {
    /// Points.
    Points,
    /// An amount of money, with this sign in front.
    Money(&'static str),
    /// Minutes, in their two largest units.
    Duration,
}

impl Tell {
    fn told(self, value: f64) -> String {
        match self {
            Self::Points => told::trimmed(value, 1),
            Self::Money(sign) if value < 100.0 => format!("{sign}{value:.2}"),
            Self::Money(sign) => format!("{sign}{}", told::grouped(value)),
            Self::Duration => told::brief_duration(value),
        }
    }
}

/// One option's row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stack {
    pub name: &'static str,
    /// One value a part.
    pub values: Vec<f64>,
    /// Whether the option is excluded.
    pub out: bool,
}

impl Stack {
    fn total(&self) -> f64 {
        self.values.iter().sum()
    }
}

/// An option's name, whether it is excluded, and what it is made up of.
pub(super) type Amounts = (&'static str, bool, Vec<(String, f64)>);

/// Gathers named amounts of some rows under the names that count most in all of them, and the rest under one.
pub(super) fn gathered(rows: Vec<Amounts>, rest: &str) -> (Vec<String>, Vec<Stack>) {
    let mut sums: Vec<(String, f64)> = Vec::new();
    for (name, amount) in rows.iter().flat_map(|(_, _, amounts)| amounts) {
        match sums.iter_mut().find(|(known, _)| known == name) {
            Some((_, sum)) => *sum += amount,
            None => sums.push((name.clone(), *amount)),
        }
    }
    let sums = ordered(sums.into_iter().filter(|(_, sum)| *sum > 0.0), |a, b| b.1.total_cmp(&a.1));
    let mut parts: Vec<String> = sums.into_iter().map(|(name, _)| name).collect();
    if parts.len() > MOST_PARTS {
        parts.truncate(MOST_PARTS - 1);
        parts.push(rest.to_owned());
    }
    let place = |name: &str| parts.iter().position(|part| part == name).unwrap_or(parts.len().saturating_sub(1));
    let stacks = rows.into_iter().map(|(name, out, amounts)| {
        let mut values = vec![0.0; parts.len()];
        for (part, amount) in amounts.into_iter().filter(|(_, amount)| *amount > 0.0) {
            values[place(&part)] += amount;
        }
        Stack { name, values, out }
    });
    let stacks = stacks.collect();
    (parts, stacks)
}

impl Stacks {
    fn says(&self, row: &Stack) -> String {
        let parts = self.parts.iter().zip(&row.values).filter(|(_, value)| **value > 0.0);
        let parts = ordered(parts, |a, b| b.1.total_cmp(a.1));
        let parts: Vec<_> =
            parts.into_iter().map(|(name, value)| format!("{name} {}", self.tell.told(*value))).collect();
        format!("{}: {}. {}.", row.name, self.tell.told(row.total()), parts.join("; "))
    }

    pub(super) fn table(&self) -> Table {
        let columns = std::iter::once("Option".to_owned())
            .chain(self.parts.iter().map(|part| format!("{part} ({})", self.unit)))
            .chain([format!("Total ({})", self.unit)]);
        let rows = self.rows.iter().map(|row| {
            let values = row.values.iter().copied().chain([row.total()]);
            std::iter::once(row.name.to_owned()).chain(values.map(|value| told::trimmed(value, 2))).collect()
        });
        Table { columns: columns.collect(), rows: rows.collect() }
    }

    pub(super) fn plot(&self, total_width: f64) -> Plot {
        let mut shapes = Vec::new();
        let mut y = self.legend(total_width, &mut shapes) + LINE / 2.0;
        let is_narrow = total_width < NARROW;
        let longest = self.rows.iter().map(|row| width(row.name, Weight::Bold)).fold(0.0, f64::max);
        let totals: Vec<String> = self.rows.iter().map(|row| self.tell.told(row.total())).collect();
        let end = totals.iter().map(|total| width(total, Weight::Bold)).fold(0.0, f64::max) + 8.0;
        let (left, row_height) = if is_narrow { (0.0, BAR + LINE + 10.0) } else { (longest + 14.0, BAR + 10.0) };
        let full = self.full.unwrap_or_else(|| self.rows.iter().map(Stack::total).fold(0.0, f64::max)).max(1e-9);
        let scale = (total_width - left - end).max(40.0) / full;
        let mut readings = Vec::new();
        for (row, total) in self.rows.iter().zip(totals) {
            let area = Area { x: 0.0, y: y - 5.0, width: total_width, height: row_height };
            let (name_at, bar_at) = if is_narrow { (y + LINE / 2.0, y + LINE) } else { (y + BAR / 2.0, y) };
            shapes.push(text(if row.out { "quiet" } else { "name" }, 0.0, name_at, Anchor::Start, row.name));
            let mut x = left;
            for (place, value) in row.values.iter().enumerate().filter(|(_, value)| **value > 0.0) {
                let part = Area { x, y: bar_at, width: value * scale, height: BAR };
                x += part.width;
                shapes.push(Shape::Rect { class: series(place), area: part });
            }
            shapes.push(text("strong", x + 6.0, bar_at + BAR / 2.0, Anchor::Start, total));
            readings.push(Reading { area, says: self.says(row) });
            y += row_height;
        }
        Plot { width: total_width, height: y, shapes, readings }
    }

    /// The names of the parts with their colours, in as many lines as they need. Gives where they end.
    fn legend(&self, total_width: f64, shapes: &mut Vec<Shape>) -> f64 {
        let (mut x, mut y) = (0.0, LINE / 2.0);
        for (place, part) in self.parts.iter().enumerate() {
            let room = SWATCH + 5.0 + width(part, Weight::Regular);
            if x > 0.0 && x + room > total_width {
                (x, y) = (0.0, y + LINE);
            }
            let swatch = Area { x, y: y - SWATCH / 2.0, width: SWATCH, height: SWATCH };
            shapes.push(Shape::Rect { class: series(place), area: swatch });
            shapes.push(text("quiet", x + SWATCH + 5.0, y, Anchor::Start, part.clone()));
            x += room + 16.0;
        }
        y + LINE / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stacks() -> Stacks {
        let row = |name, amounts: &[(&str, f64)]| {
            (name, false, amounts.iter().map(|(part, amount)| ((*part).to_owned(), *amount)).collect())
        };
        let (parts, rows) =
            gathered(vec![row("One", &[("a", 10.0), ("b", 30.0)]), row("Two", &[("b", 20.0)])], "others");
        Stacks {
            title: "T",
            finding: String::new(),
            unit: "USD".to_owned(),
            parts,
            rows,
            full: None,
            tell: Tell::Money("$"),
        }
    }

    #[test]
    fn bars_are_as_long_as_their_values_and_stay_inside() {
        for width in [320.0, 600.0, 1_000.0] {
            let plot = stacks().plot(width);
            let bars: Vec<Area> = plot
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Rect { area, .. } if area.height == BAR => Some(*area),
                    Shape::Rect { .. } | Shape::Path { .. } | Shape::Dot { .. } | Shape::Text { .. } => None,
                })
                .collect();
            assert_eq!(bars.len(), 3);
            assert!((bars[0].width / bars[1].width - 3.0).abs() < 1e-9, "the larger part first");
            assert!((bars[0].width / bars[2].width - 1.5).abs() < 1e-9);
            assert!(bars.iter().all(|bar| bar.x + bar.width <= width));
        }
    }

    #[test]
    fn a_row_reads_largest_first_and_the_table_has_no_units_in_its_cells() {
        let stacks = stacks();
        assert_eq!(stacks.plot(600.0).readings[0].says, "One: $40.00. b $30.00; a $10.00.");
        let table = stacks.table();
        assert_eq!(table.columns, ["Option", "b (USD)", "a (USD)", "Total (USD)"]);
        assert_eq!(table.rows[1], ["Two", "20", "0", "20"]);
    }

    #[test]
    fn small_parts_are_gathered_and_nothing_is_lost() {
        let amounts: Vec<(String, f64)> = (1..=12).map(|i| (format!("part {i}"), f64::from(i))).collect();
        let (parts, rows) = gathered(vec![("One", false, amounts)], "all others");
        assert_eq!((parts.len(), parts.last().map(String::as_str)), (MOST_PARTS, Some("all others")));
        assert!((rows[0].total() - 78.0).abs() < 1e-9);
    }
}
