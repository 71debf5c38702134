//! Peaks against the mean.

use serde::{Deserialize, Serialize};

use super::minutes::{MinuteLoad, Minutes};
use crate::questionnaire::TrafficKind;

/// How the busiest span compares with the mean of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Peak {
    /// When it began: minutes since 1970 in UTC.
    pub at: u32,
    /// What it brought.
    pub count: f64,
    /// What a span of that length brings on the average, empty ones included.
    pub mean: f64,
}

impl Peak {
    /// How many times the mean it is; 1 where there is nothing.
    pub fn times(&self) -> f64 {
        if self.mean > 0.0 { self.count / self.mean } else { 1.0 }
    }
}

/// The peaks of a log.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Peaks {
    /// Lines in a clock minute.
    pub minute: Peak,
    /// Lines in a clock minute without clients above 60 in it.
    pub minute_without_heavy: Peak,
    /// Lines in ten minutes in a row.
    pub ten_minutes: Peak,
    /// Lines in sixty minutes in a row.
    pub hour: Peak,
    /// What made PHP run in ten minutes in a row.
    pub php_ten_minutes: Peak,
    /// The same by people alone, without attacks, bots and heavy clients: what capacity is bought for.
    pub people_ten_minutes: Peak,
}

impl Peaks {
    pub(super) fn of(minutes: &Minutes, first: u32, last: u32) -> Self {
        let peak = |length: usize, count: fn(&MinuteLoad) -> u32| {
            busiest(minutes.all(first, last).map(|(_, load)| count(&load)), first, length)
        };
        Self {
            minute: peak(1, |load| load.lines),
            minute_without_heavy: peak(1, |load| load.lines.saturating_sub(load.heavy_lines)),
            ten_minutes: peak(10, |load| load.lines),
            hour: peak(60, |load| load.lines),
            php_ten_minutes: peak(10, MinuteLoad::php),
            people_ten_minutes: peak(10, |load| {
                load.runs[TrafficKind::Pages as usize] + load.runs[TrafficKind::People as usize]
            }),
        }
    }
}

/// The busiest `length` minutes in a row; all of them where there are fewer.
fn busiest(counts: impl Iterator<Item = u32>, first: u32, length: usize) -> Peak {
    let mut window = std::collections::VecDeque::with_capacity(length);
    let (mut sum, mut total, mut minutes) = (0_u64, 0_u64, 0_u32);
    let (mut best, mut at) = (0, first);
    for count in counts {
        if window.len() == length {
            sum -= u64::from(window.pop_front().unwrap_or(0));
        }
        window.push_back(count);
        sum += u64::from(count);
        total += u64::from(count);
        minutes += 1;
        if sum > best {
            best = sum;
            at = first + minutes - window.len() as u32;
        }
    }
    let mean = total as f64 / f64::from(minutes.max(1)) * (length as f64).min(f64::from(minutes.max(1)));
    Peak { at, count: best as f64, mean }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_busiest_minutes_in_a_row_are_found_and_compared_with_all() {
        let counts = [1, 0, 5, 6, 0, 0];
        assert_eq!(busiest(counts.into_iter(), 100, 1), Peak { at: 103, count: 6.0, mean: 2.0 });
        let two = busiest(counts.into_iter(), 100, 2);
        assert_eq!((two, two.times()), (Peak { at: 102, count: 11.0, mean: 4.0 }, 2.75));
        assert_eq!(busiest(counts.into_iter(), 100, 10), Peak { at: 100, count: 12.0, mean: 12.0 });
        assert_eq!(busiest(std::iter::empty(), 100, 10).times(), 1.0);
    }
}
