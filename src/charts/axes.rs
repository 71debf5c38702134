//! Where axes are ticked, and what is written there.

use super::{Scale, Span, Ticks};
use crate::{simulation::report::DAYS, units::text};

/// A tick: where, and what is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    pub(super) at: f64,
    pub(super) label: String,
}

/// Round values from 0 to `top`, about `wanted` of them; the last is the top of the axis.
pub(super) fn values(scale: Scale, lowest: f64, highest: f64, wanted: usize) -> Vec<Tick> {
    match scale {
        Scale::Linear => linear(highest, wanted, 0.0),
        Scale::Whole => linear(highest, wanted, 1.0),
        Scale::Logarithmic => decades(lowest, highest),
    }
}

fn linear(highest: f64, wanted: usize, finest: f64) -> Vec<Tick> {
    let highest = if highest > 0.0 { highest } else { 1.0 };
    let rough = (highest / wanted.max(1) as f64).max(finest);
    let power = libm::pow(10.0, libm::log10(rough).floor());
    let is_fit = |step: &f64| *step >= rough * 0.999 && (finest == 0.0 || step.trunc() == *step);
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|factor| factor * power).into_iter().find(is_fit);
    let step = step.unwrap_or(10.0 * power);
    let count = (highest / step - 1e-9).ceil().max(1.0) as usize;
    (0..=count).map(|i| Tick { at: step * i as f64, label: text::short(step * i as f64) }).collect()
}

fn decades(lowest: f64, highest: f64) -> Vec<Tick> {
    let from = libm::log10(lowest.max(1e-9)).floor() as i32;
    let to = (libm::log10(highest.max(1e-9)).ceil() as i32).max(from + 1);
    (from..=to)
        .map(|power| {
            let at = libm::pow(10.0, f64::from(power));
            Tick { at, label: text::short(at) }
        })
        .collect()
}

/// Ticks of the time axis: where lines go, and labels with where they stand. A label of a day stands in its middle.
pub(super) fn times(span: Span, narrow: Narrow) -> (Vec<f64>, Vec<Tick>) {
    match span.ticks {
        Ticks::Days => days(span, narrow),
        Ticks::Clock => {
            let step = match narrow {
                Narrow::Yes => 360.0,
                Narrow::No => 180.0,
            };
            hours(span, step, |minute| format!("{:02}:00", minute as usize % 1_440 / 60))
        }
        Ticks::Hours => hours(span, 60.0, |minute| format!("{} h", text::trimmed(minute / 60.0, 0))),
    }
}

/// Whether there is little room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Narrow {
    Yes,
    No,
}

fn days(span: Span, narrow: Narrow) -> (Vec<f64>, Vec<Tick>) {
    let names = match narrow {
        Narrow::Yes => DAYS.map(|name| &name[..3]),
        Narrow::No => DAYS,
    };
    let first = (span.from.value() / 1_440.0).ceil() as usize;
    let last = (span.to.value() / 1_440.0) as usize;
    let lines = (first..=last).map(|day| day as f64 * 1_440.0).collect();
    let label = |day: usize| Tick { at: (day as f64 + 0.5) * 1_440.0, label: names[day % 7].to_owned() };
    (lines, (first..last).map(label).collect())
}

fn hours(span: Span, step: f64, write: impl Fn(f64) -> String) -> (Vec<f64>, Vec<Tick>) {
    let count = (span.length() / step) as usize;
    let at: Vec<f64> = (0..=count).map(|i| span.from.value() + i as f64 * step).collect();
    let ticks = at.iter().map(|minute| Tick { at: *minute, label: write(*minute) }).collect();
    (at, ticks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn values_are_round() {
        assert_eq!(labels(&linear(138.0, 4, 0.0)), ["0", "50", "100", "150"]);
        assert_eq!(labels(&linear(0.7, 4, 0.0)), ["0", "0.2", "0.4", "0.6", "0.8"]);
        assert_eq!(labels(&linear(6.0, 4, 0.0)), ["0", "2", "4", "6"]);
        assert_eq!(labels(&linear(3.0, 5, 1.0)), ["0", "1", "2", "3"]);
        assert_eq!(labels(&linear(12.0, 5, 1.0)), ["0", "5", "10", "15"]);
        assert_eq!(labels(&decades(180.0, 31_000.0)), ["100", "1,000", "10k", "100k"]);
        assert_eq!(labels(&linear(0.0, 4, 0.0)).first(), Some(&"0"));
    }

    #[test]
    fn times_are_days_or_hours() {
        let (lines, ticks) = times(Span::WEEK, Narrow::Yes);
        assert_eq!((lines.len(), labels(&ticks)), (8, vec!["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]));
        let (_, ticks) = times(Span::day(2), Narrow::Yes);
        assert_eq!(labels(&ticks), ["00:00", "06:00", "12:00", "18:00", "00:00"]);
    }
}
