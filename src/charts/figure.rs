//! A chart as plain values.

use crate::units::Minutes;

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it shows, in a few words.
    pub title: &'static str,
    /// What there is to see in it, in a sentence: the caption.
    pub finding: String,
    /// The time it shows.
    pub span: Span,
    /// One or two plots, one above the other.
    pub panels: Vec<Panel>,
    /// The longest name of a line in all charts that stand below one another; empty if it stands alone. Each leaves as
    /// much room for names as this one takes, so that their days stand below one another, too.
    pub longest_name: String,
    /// Its numbers.
    pub table: Table,
}

/// The numbers of a chart for those who read rather than look.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Table {
    /// Column headings.
    pub columns: Vec<String>,
    /// Rows, one cell a column.
    pub rows: Vec<Vec<String>>,
}

/// The time a chart shows, in minutes of the week (or of an example).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The first minute.
    pub from: Minutes,
    /// The minute after the last.
    pub to: Minutes,
    /// How the axis is written.
    pub ticks: Ticks,
}

/// How a time axis is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticks {
    /// Days of the week.
    Days,
    /// Hours of the day.
    Clock,
    /// Hours since the start.
    Hours,
}

impl Span {
    /// The whole week.
    pub const WEEK: Self = Self { from: Minutes::ZERO, to: Minutes::WEEK, ticks: Ticks::Days };

    /// One week, or two of a log.
    pub fn weeks(count: usize) -> Self {
        Self { to: Minutes::WEEK * count as f64, ..Self::WEEK }
    }

    /// One day of the week, Monday being the first.
    pub fn day(day: usize) -> Self {
        let from = Minutes::new((day % 7) as f64 * 1_440.0);
        Self { from, to: from + Minutes::new(1_440.0), ticks: Ticks::Clock }
    }

    /// Its length in minutes.
    pub fn length(&self) -> f64 {
        (self.to - self.from).value()
    }
}

/// One plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What is measured, and in what unit.
    pub unit: &'static str,
    /// What else has to be known to read it, such as what hatching means; empty for nothing.
    pub note: &'static str,
    /// How values become heights.
    pub scale: Scale,
    /// The curves.
    pub lines: Vec<Line>,
    /// Levels worth a name.
    pub reference_lines: Vec<ReferenceLine>,
    /// Moments worth a name.
    pub marks: Vec<Mark>,
    /// Stretches of time worth a name.
    pub bands: Vec<Band>,
}

/// How values become heights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// In proportion, from zero.
    Linear,
    /// The same, of things that are counted: nothing stands between two of them.
    Whole,
    /// By powers of ten.
    Logarithmic,
}

/// A curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is called, at its end.
    pub label: String,
    /// Minute and value.
    pub points: Vec<(f64, f64)>,
    /// Which of the theme's colours it has.
    pub tone: usize,
    /// How it is stroked, so that it is told apart without colour.
    pub dash: Dash,
}

/// How a line is stroked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Without a gap.
    Solid,
    /// In long dashes.
    Long,
    /// In short ones.
    Short,
    /// In long and short ones by turns.
    Mixed,
}

impl Dash {
    /// The dash of a main curve, told apart by option.
    pub(super) const fn main(option: usize) -> Self {
        if option == 0 { Self::Solid } else { Self::Long }
    }

    /// The dash of a second curve of the same option.
    pub(super) const fn second(option: usize) -> Self {
        if option == 0 { Self::Short } else { Self::Mixed }
    }
}

/// A level worth a name, as a line across the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceLine {
    /// The value.
    pub value: f64,
    /// Its name.
    pub label: String,
}

/// A moment worth a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The minute.
    pub at: f64,
    /// Its name.
    pub label: String,
}

/// A stretch of time worth a name; it is hatched.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its first minute.
    pub from: f64,
    /// Its last.
    pub to: f64,
}
