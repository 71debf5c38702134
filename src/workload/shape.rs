//! How a week runs, minute by minute, as multiples of the week's mean.

use std::cmp::Ordering;

use crate::{
    questionnaire::{Peaks, Replay, TrafficKind},
    units::{Count, Ratio},
};

/// Minutes of a week. One is simulated; of a log there may be two.
pub const WEEK_MINUTES: usize = 10_080;

/// The week of ordinary traffic: for every minute what part of the mean it sees. Monday 00:00 first; the mean is 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    minutes: Vec<f64>,
    hours: Vec<(f64, f64)>,
    beside: Option<Beside>,
}

/// What a measured week brings beside its readers.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// Bots, as multiples of their mean.
    pub bots: Vec<f64>,
    /// Attacks and single heavy clients: requests a second that no page cache answers, whatever the site's own traffic is.
    pub floods: Vec<f64>,
}

impl Shape {
    /// A week whose busiest minutes are `peak` times its mean, shaped as the client says traffic peaks.
    pub fn new(peaks: Peaks, peak: Ratio) -> Self {
        let minutes = week(peaks, peak.value());
        let hours = minutes.chunks_exact(60).map(outline).collect();
        Self { minutes, hours, beside: None }
    }

    /// The week of a log, or two of them, minute by minute.
    pub fn replayed(replay: &Replay) -> Self {
        let minutes = multiples(replay.minutes_of(&[TrafficKind::Pages, TrafficKind::People]));
        let hours = minutes.chunks_exact(60).map(outline).collect();
        let bots = if replay.keeps_away(TrafficKind::Bots) {
            vec![0.0; minutes.len()]
        } else {
            multiples(replay.minutes_of(&[TrafficKind::Bots]))
        };
        let floods = replay.minutes_of(&[TrafficKind::Xmlrpc, TrafficKind::Attacks, TrafficKind::Heavy]);
        let floods = floods.into_iter().map(|count| count / 60.0).collect();
        Self { minutes, hours, beside: Some(Beside { bots, floods }) }
    }

    /// What a measured week brings beside its readers; nothing for a made-up one, whose bots come evenly.
    pub const fn beside(&self) -> Option<&Beside> {
        self.beside.as_ref()
    }

    /// The multiple of the mean at a minute of the week.
    pub fn at(&self, minute: usize) -> Ratio {
        Ratio::new(self.minutes.get(minute % self.minutes.len().max(1)).copied().unwrap_or(1.0))
    }

    /// All minutes.
    pub fn minutes(&self) -> &[f64] {
        &self.minutes
    }

    /// The mean and the busiest minute of each hour.
    pub fn hours(&self) -> &[(f64, f64)] {
        &self.hours
    }

    /// The busiest minute of the week.
    pub fn busiest(&self) -> Count {
        let best =
            (0..self.minutes.len()).fold(0, |best, i| if self.minutes[i] > self.minutes[best] { i } else { best });
        Count::new(best as f64)
    }
}

/// Counts as multiples of their mean; even where there are none.
fn multiples(counts: Vec<f64>) -> Vec<f64> {
    let mean = counts.iter().sum::<f64>() / counts.len().max(1) as f64;
    counts.into_iter().map(|count| if mean > 0.0 { count / mean } else { 1.0 }).collect()
}

fn outline(hour: &[f64]) -> (f64, f64) {
    (hour.iter().sum::<f64>() / hour.len() as f64, hour.iter().copied().fold(0.0, f64::max))
}

/// Minutes of a day.
const DAY_MINUTES: usize = 1_440;

/// How busy each day of the week is, Monday first: 1 for the busiest.
const fn days(peaks: Peaks) -> [f64; 7] {
    match peaks {
        Peaks::OfficeHours => [1.0, 1.0, 1.0, 1.0, 1.0, 0.15, 0.15],
        Peaks::Steady | Peaks::Viral | Peaks::Campaigns => [0.88, 1.0, 0.88, 0.88, 0.88, 0.75, 0.75],
    }
}

/// One time zone's day, from 0 at its lowest to 1: lowest at four in the morning, highest in the evening or, for offices, in
/// the early afternoon.
fn day(peaks: Peaks) -> Vec<f64> {
    let top = match peaks {
        Peaks::Steady | Peaks::Viral | Peaks::Campaigns => 20.0,
        Peaks::OfficeHours => 14.0,
    };
    let wave = |hour: f64| 0.5 + 0.5 * libm::cos((hour - top) / 24.0 * core::f64::consts::TAU);
    (0..DAY_MINUTES).map(|minute| wave(minute as f64 / 60.0)).collect()
}

/// Bends a day by a power until the busiest minute of the week is `peak` times its mean, then scales the mean to one.
/// A power keeps the order of the hours and never goes below zero.
fn week(peaks: Peaks, peak: f64) -> Vec<f64> {
    let (days, day) = (days(peaks), day(peaks));
    // Even the deepest night sees somebody.
    let raw = |level: f64, wave: f64| level * wave + 1e-3;
    let top = raw(1.0, day.iter().copied().fold(0.0, f64::max));
    let mut levels = days.to_vec();
    levels.sort_by(f64::total_cmp);
    levels.dedup();
    let bent = |level: f64, every: usize, power: f64| -> Vec<f64> {
        day.iter().step_by(every).map(|wave| libm::pow(raw(level, *wave) / top, power)).collect()
    };
    // Each quarter of an hour is enough to find the power; the week itself is bent once. Days alike are bent once as well.
    let peak_of = |power: f64| {
        let mean_of = |level: f64| {
            let minutes = bent(level, 15, power);
            minutes.iter().sum::<f64>() / minutes.len() as f64
        };
        let means: Vec<f64> = levels.iter().map(|level| mean_of(*level)).collect();
        let of_day = |level: &f64| levels.iter().position(|known| known == level).map_or(0.0, |at| means[at]);
        days.len() as f64 / days.iter().map(of_day).sum::<f64>()
    };
    let power = power_for(peak, peak_of);
    let alike: Vec<Vec<f64>> = levels.iter().map(|level| bent(*level, 1, power)).collect();
    let of_day = |level: &f64| levels.iter().position(|known| known == level).map_or(&[][..], |at| &alike[at]);
    let minutes: Vec<f64> = days.iter().flat_map(of_day).copied().collect();
    let mean = minutes.iter().sum::<f64>() / minutes.len() as f64;
    minutes.into_iter().map(|value| value / mean).collect()
}

/// The power that gives a peak, by false position on logarithms with the Illinois rule (M. Dowell and P. Jarratt, BIT 11,
/// 1971): some ten evaluations, where halving takes fifty. The number of steps has a bound, so that every platform ends at
/// the same power.
fn power_for(peak: f64, peak_of: impl Fn(f64) -> f64) -> f64 {
    let wanted = libm::log(peak.max(1.0));
    let miss = |log_power: f64| libm::log(peak_of(libm::exp(log_power))) - wanted;
    let (mut low, mut high) = (libm::log(0.02), libm::log(20_000.0));
    let (mut at_low, mut at_high) = (miss(low), miss(high));
    if at_low >= 0.0 {
        return libm::exp(low);
    }
    if at_high <= 0.0 {
        return libm::exp(high);
    }
    let mut kept = Ordering::Equal;
    for _ in 0..60 {
        let between = high - at_high * (high - low) / (at_high - at_low);
        let at_between = miss(between);
        if libm::fabs(at_between) < 1e-10 || high - low < 1e-12 {
            return libm::exp(between);
        }
        // An end that is kept twice running counts half, or it would never move.
        if at_between < 0.0 {
            (low, at_low) = (between, at_between);
            at_high *= if kept == Ordering::Greater { 0.5 } else { 1.0 };
            kept = Ordering::Greater;
        } else {
            (high, at_high) = (between, at_between);
            at_low *= if kept == Ordering::Less { 0.5 } else { 1.0 };
            kept = Ordering::Less;
        }
    }
    libm::exp((low + high) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::ClosedSet;

    #[test]
    fn the_mean_is_one_and_the_peak_is_what_was_said() {
        for peaks in Peaks::ALL {
            for factor in [1.2, 4.2, 16.0, 60.0] {
                let shape = Shape::new(*peaks, Ratio::new(factor));
                let mean = shape.minutes().iter().sum::<f64>() / WEEK_MINUTES as f64;
                let top = shape.at(shape.busiest().value() as usize).value();
                assert!((mean - 1.0).abs() < 1e-9, "{mean}");
                assert!((top / factor - 1.0).abs() < 0.02, "{} wanted {factor}, got {top}", peaks.label());
            }
        }
    }

    #[test]
    fn a_log_is_lived_through_as_it_was() {
        let mut minutes = vec![[1, 1, 3, 0, 0, 0]; WEEK_MINUTES];
        minutes[600] = [20, 0, 0, 120, 0, 60];
        let replay = Replay::new("a log", minutes).unwrap();
        let shape = Shape::replayed(&replay);
        let mean = shape.minutes().iter().sum::<f64>() / WEEK_MINUTES as f64;
        assert!((mean - 1.0).abs() < 1e-9 && shape.busiest() == Count::new(600.0));
        assert!((shape.at(600).value() / shape.at(0).value() - 10.0).abs() < 1e-9);
        assert_eq!(shape.beside().map(|beside| (beside.floods[600], beside.floods[0])), Some((3.0, 0.0)));
        let closed = Shape::replayed(&replay.toggled(TrafficKind::Xmlrpc));
        assert_eq!(closed.beside().map(|beside| beside.floods[600]), Some(1.0));
    }

    #[test]
    fn offices_are_empty_at_the_weekend_and_busy_after_lunch() {
        let shape = Shape::new(Peaks::OfficeHours, Ratio::new(6.0));
        let at = |day: usize, hour: usize| shape.at(day * 1_440 + hour * 60).value();
        assert!(at(2, 14) > 4.0 * at(5, 14));
        assert!(at(2, 14) > 10.0 * at(2, 3));
    }
}
