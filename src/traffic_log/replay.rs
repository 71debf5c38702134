//! A week of the log or two, put together to be lived through again.

use super::{clock::date, measure::Measure};
use crate::questionnaire::{Replay, TrafficKind};

const DAY: i64 = 1_440;
const WEEK: i64 = 7 * DAY;

/// What a log gives: of fourteen whole days and more the busiest fourteen in a row, of seven and more the busiest seven, of fewer
/// those there are, over and over to the end of the week, so that every minute of the day is one of the log's. It begins with
/// a Monday; days before the first one follow after the last. None where nothing ran PHP.
pub(super) fn replay(measure: &Measure, files: &str) -> Option<Replay> {
    if measure.lines == 0 {
        return None;
    }
    // By the clock that wrote most lines.
    let offset = measure.offsets.iter().max_by_key(|(_, lines)| **lines).map_or(0, |(offset, _)| i64::from(*offset));
    let (first, last) = (i64::from(measure.first) / 60 + offset, i64::from(measure.last) / 60 + offset);
    let at = |minute: i64| measure.minutes.at(u32::try_from(minute - offset).unwrap_or(0)).runs;
    let (from, weeks) = busiest(measure, first, last, offset);
    let whole = weeks > 0;
    let length = weeks.max(1) * WEEK;
    let minutes = (0..length).map(|place| {
        // 1 January 1970 was a Thursday: Monday is four days later.
        let shift = (place + (4 * DAY - from).rem_euclid(WEEK)) % length;
        let minute = from + shift;
        if whole || minute <= last {
            return at(minute);
        }
        // The same minute of another day.
        let days = (last - first) / DAY + 1;
        let start = first.div_euclid(DAY) * DAY + minute.rem_euclid(DAY);
        (0..=days)
            .map(|day| start + (shift / DAY + day) % (days + 1) * DAY)
            .find(|minute| (first..=last).contains(minute))
            .map_or([0; TrafficKind::ALL.len()], at)
    });
    let days = |minute: i64| date(u32::try_from(minute / DAY).unwrap_or(0));
    let told = if whole {
        let count = if weeks > 1 { "fourteen" } else { "seven" };
        format!("{files}, {} to {}, the busiest {count} of its days", days(from), days(from + length - 1))
    } else {
        format!("{files}, {} to {}, repeated to fill a week", days(first), days(last))
    };
    Replay::new(&told, minutes.collect())
}

/// Where it begins, by the log's clock, and how many weeks of whole days it has: none, one, or two.
fn busiest(measure: &Measure, first: i64, last: i64, offset: i64) -> (i64, i64) {
    let begin = (first + DAY - 1).div_euclid(DAY) * DAY;
    let end = (last + 1).div_euclid(DAY) * DAY;
    let weeks = ((end - begin) / WEEK).clamp(0, 2);
    if weeks == 0 {
        return (first.div_euclid(DAY) * DAY, 0);
    }
    let php = |minute: i64| {
        let load = measure.minutes.at(u32::try_from(minute - offset).unwrap_or(0));
        u64::from(load.runs[TrafficKind::Pages as usize]) + u64::from(load.runs[TrafficKind::People as usize])
    };
    let days: Vec<u64> =
        (0..(end - begin) / DAY).map(|day| (0..DAY).map(|at| php(begin + day * DAY + at)).sum()).collect();
    let sums = days.windows(if weeks > 1 { 14 } else { 7 }).map(|days| days.iter().sum::<u64>());
    // The earliest of the busiest.
    let best = sums.enumerate().fold((0, 0), |best, (day, sum)| if sum > best.1 { (day, sum) } else { best });
    (begin + best.0 as i64 * DAY, weeks)
}
