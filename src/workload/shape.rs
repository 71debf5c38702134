//! How a week runs, minute by minute, as multiples of the week's mean.

use crate::{
    questionnaire::{Peaks, Replay, TrafficKind},
    units::{Count, Ratio},
};

/// Minutes of the week that is simulated.
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
        let raw: Vec<f64> = (0..WEEK_MINUTES).map(|minute| base(peaks, minute)).collect();
        let minutes = stretch(raw, peak.value());
        let hours = minutes.chunks_exact(60).map(outline).collect();
        Self { minutes, hours, beside: None }
    }

    /// The week of a log, minute by minute.
    pub fn replayed(replay: &Replay) -> Self {
        let minutes = multiples(replay.minutes_of(&[TrafficKind::Pages, TrafficKind::People]));
        let hours = minutes.chunks_exact(60).map(outline).collect();
        let bots = if replay.keeps_away(TrafficKind::Bots) {
            vec![0.0; WEEK_MINUTES]
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
        Ratio::new(self.minutes.get(minute % WEEK_MINUTES).copied().unwrap_or(1.0))
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

/// Between 0 (deepest night) and 1 (top of the busiest day).
fn base(peaks: Peaks, minute: usize) -> f64 {
    let day = minute / 1_440;
    let hour = (minute % 1_440) as f64 / 60.0;
    // One time zone's day: lowest at four in the morning, highest in the evening or, for offices, in the early afternoon.
    let top = match peaks {
        Peaks::Steady | Peaks::Viral | Peaks::Campaigns => 20.0,
        Peaks::OfficeHours => 14.0,
    };
    let wave = 0.5 + 0.5 * libm::cos((hour - top) / 24.0 * core::f64::consts::TAU);
    let weekday = match (peaks, day) {
        (Peaks::OfficeHours, 5 | 6) => 0.15,
        (Peaks::OfficeHours, _) => 1.0,
        (Peaks::Steady | Peaks::Viral | Peaks::Campaigns, 1) => 1.0,
        (Peaks::Steady | Peaks::Viral | Peaks::Campaigns, 5 | 6) => 0.75,
        (Peaks::Steady | Peaks::Viral | Peaks::Campaigns, _) => 0.88,
    };
    weekday * wave + 1e-3
}

/// Bends the curve by a power until its busiest minute is `peak` times its mean, then scales its mean to one.
/// A power keeps the order of the hours and never goes below zero; bisection ends after a fixed number of steps, so
/// that every platform gets the same week.
fn stretch(raw: Vec<f64>, peak: f64) -> Vec<f64> {
    let top = raw.iter().copied().fold(0.0, f64::max);
    let bent = |power: f64| -> Vec<f64> { raw.iter().map(|value| libm::pow(value / top, power)).collect() };
    // One day in four hours' steps is enough to find the power; the week itself is bent once.
    let coarse: Vec<f64> = raw.iter().step_by(15).copied().collect();
    let peak_of = |power: f64| {
        let total: f64 = coarse.iter().map(|value| libm::pow(value / top, power)).sum();
        coarse.len() as f64 / total
    };
    let (mut low, mut high) = (0.02_f64, 20_000.0);
    for _ in 0..48 {
        let middle = (low * high).sqrt();
        if peak_of(middle) < peak { low = middle } else { high = middle }
    }
    let week = bent((low * high).sqrt());
    let mean = week.iter().sum::<f64>() / week.len() as f64;
    week.into_iter().map(|value| value / mean).collect()
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
