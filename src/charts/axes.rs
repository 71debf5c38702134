//! The axes: round numbers for values, days or hours for the time.

use std::ops::Range;

use plotters::coord::{
    combinators::{IntoLogRange, LogCoord},
    ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter},
    types::RangedCoordf64,
};

use super::{Scale, Span, Ticks};
use crate::{simulation::report::DAYS, units::text};

/// Round values about `wanted` in number, from zero or the power of ten below `lowest` to the first at or above `highest`.
/// plotters' own steps begin and end wherever the range does; these make the range, so that the topmost line has a number.
pub(super) fn values(scale: Scale, lowest: f64, highest: f64, wanted: usize) -> Vec<f64> {
    match scale {
        Scale::Linear => linear(highest, wanted, 0.0),
        Scale::Whole => linear(highest, wanted, 1.0),
        Scale::Logarithmic => decades(lowest, highest),
    }
}

fn linear(highest: f64, wanted: usize, finest: f64) -> Vec<f64> {
    let highest = if highest > 0.0 { highest } else { 1.0 };
    let rough = (highest / wanted.max(1) as f64).max(finest);
    let power = libm::pow(10.0, libm::log10(rough).floor());
    let is_fit = |step: &f64| *step >= rough * 0.999 && (finest == 0.0 || step.trunc() == *step);
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|factor| factor * power).into_iter().find(is_fit);
    let step = step.unwrap_or(10.0 * power);
    let count = (highest / step - 1e-9).ceil().max(1.0) as usize;
    (0..=count).map(|i| step * i as f64).collect()
}

fn decades(lowest: f64, highest: f64) -> Vec<f64> {
    let from = libm::log10(lowest.max(1e-9)).floor() as i32;
    let to = (libm::log10(highest.max(1e-9)).ceil() as i32).max(from + 1);
    (from..=to).map(|power| libm::pow(10.0, f64::from(power))).collect()
}

/// An axis of values with ticks of its own: `WithKeyPoints` of plotters cannot be labelled where values are `f64`, as it
/// does not hand on how a range formats them (plotters 0.3.7).
pub(super) struct ValueAxis {
    heights: Heights,
    /// The values with a line across the plot and a number, from the lowest of the axis to the highest.
    ticks: Vec<f64>,
}

/// How values become heights.
enum Heights {
    Linear(RangedCoordf64),
    Logarithmic(LogCoord<f64>),
}

impl ValueAxis {
    /// An axis over a range.
    pub(super) fn new(scale: Scale, range: Range<f64>, ticks: Vec<f64>) -> Self {
        let heights = match scale {
            Scale::Linear | Scale::Whole => Heights::Linear(range.into()),
            Scale::Logarithmic => Heights::Logarithmic(range.log_scale().into()),
        };
        Self { heights, ticks }
    }
}

impl Ranged for ValueAxis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    /// What lies below the axis stands at its foot, such as nothing where heights go by powers of ten.
    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let value = value.max(self.range().start);
        match &self.heights {
            Heights::Linear(scale) => scale.map(&value, limit),
            Heights::Logarithmic(scale) => scale.map(&value, limit),
        }
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks.clone() }
    }

    fn range(&self) -> Range<f64> {
        match &self.heights {
            Heights::Linear(scale) => scale.range(),
            Heights::Logarithmic(scale) => scale.range(),
        }
    }
}

impl ValueFormatter<f64> for ValueAxis {
    fn format(value: &f64) -> String {
        text::short(*value)
    }
}

/// The axis of time, in minutes of the week (or of an example).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct WeekAxis {
    pub(super) span: Span,
    pub(super) room: Room,
}

/// Whether there is room for long names and many of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    Little,
    Enough,
}

impl WeekAxis {
    /// The minutes that get a line across the plot and, there or in the middle of the day that begins there, a label.
    fn ticks(&self) -> Vec<f64> {
        let step = match (self.span.ticks, self.room) {
            (Ticks::Days, _) => 1_440.0,
            (Ticks::Clock, Room::Little) => 360.0,
            (Ticks::Clock, Room::Enough) => 180.0,
            (Ticks::Hours, _) => 60.0,
        };
        let first = self.span.from.value();
        (0..=(self.span.length() / step) as usize).map(|i| first + i as f64 * step).collect()
    }

    /// How far right of its tick a label stands, in minutes: the name of a day in its middle.
    pub(super) const fn label_offset(&self) -> f64 {
        match self.span.ticks {
            Ticks::Days => 720.0,
            Ticks::Clock | Ticks::Hours => 0.0,
        }
    }

    /// The label at the end of the axis; the last day is named before it.
    pub(super) fn last_label(&self) -> String {
        self.format_ext(&self.span.to.value())
    }
}

impl Ranged for WeekAxis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, minute: &f64, (left, right): (i32, i32)) -> i32 {
        let share = ((minute - self.span.from.value()) / self.span.length().max(1.0)).clamp(0.0, 1.0);
        left + (share * f64::from(right - left)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks() }
    }

    fn range(&self) -> Range<f64> {
        self.span.from.value()..self.span.to.value()
    }
}

impl ValueFormatter<f64> for WeekAxis {
    fn format_ext(&self, minute: &f64) -> String {
        let minute = *minute;
        match self.span.ticks {
            Ticks::Days if minute >= self.span.to.value() => String::new(),
            Ticks::Days => {
                let day = DAYS[(minute / 1_440.0) as usize % 7];
                match self.room {
                    // Fourteen days have half the room.
                    Room::Little if self.span.length() > Span::WEEK.length() => day[..1].to_owned(),
                    Room::Little => day[..3].to_owned(),
                    Room::Enough if self.span.length() > Span::WEEK.length() => day[..3].to_owned(),
                    Room::Enough => day.to_owned(),
                }
            }
            Ticks::Clock => format!("{:02}:00", minute as usize % 1_440 / 60),
            Ticks::Hours => format!("{} h", text::trimmed(minute / 60.0, 0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use plotters::coord::ranged1d::BoldPoints;

    use super::*;

    #[test]
    fn values_are_round() {
        let labels = |values: Vec<f64>| values.into_iter().map(text::short).collect::<Vec<_>>();
        assert_eq!(labels(linear(138.0, 4, 0.0)), ["0", "50", "100", "150"]);
        assert_eq!(labels(linear(0.7, 4, 0.0)), ["0", "0.2", "0.4", "0.6", "0.8"]);
        assert_eq!(labels(linear(6.0, 4, 0.0)), ["0", "2", "4", "6"]);
        assert_eq!(labels(linear(3.0, 5, 1.0)), ["0", "1", "2", "3"]);
        assert_eq!(labels(linear(12.0, 5, 1.0)), ["0", "5", "10", "15"]);
        assert_eq!(labels(decades(180.0, 31_000.0)), ["100", "1,000", "10k", "100k"]);
        assert_eq!(labels(linear(0.0, 4, 0.0)).first().map(String::as_str), Some("0"));
    }

    #[test]
    fn times_are_days_or_hours() {
        let labels = |span, room| {
            let axis = WeekAxis { span, room };
            axis.key_points(BoldPoints(0)).iter().map(|minute| axis.format_ext(minute)).collect::<Vec<_>>()
        };
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", ""];
        assert_eq!(labels(Span::WEEK, Room::Little), days);
        assert_eq!(
            labels(Span::weeks(2), Room::Enough).iter().map(|day| &day[..]).skip(6).take(2).collect::<Vec<_>>(),
            ["Sun", "Mon"]
        );
        assert_eq!(labels(Span::day(2), Room::Little), ["00:00", "06:00", "12:00", "18:00", "00:00"]);
        assert_eq!(labels(Span::day(2), Room::Enough).len(), 9);
    }

    #[test]
    fn minutes_outside_the_span_stay_at_its_ends() {
        let axis = WeekAxis { span: Span::day(1), room: Room::Enough };
        assert_eq!([0.0, 2_160.0, 9_000.0].map(|minute| axis.map(&minute, (100, 500))), [100, 300, 500]);
    }
}
