//! The log's minutes: what each brought, by who asked.

use std::collections::BTreeMap;

use super::recent::{CLASSES, Heavy};
use crate::questionnaire::TrafficKind;

/// What one minute brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MinuteLoad {
    /// Lines.
    pub lines: u32,
    /// Those of clients with more than 60 lines in this minute.
    pub heavy_lines: u32,
    /// Lines that ask for no file: what is not a style, script, image, font, media or document.
    pub dynamic: u32,
    /// Requests that made PHP run, by [`TrafficKind`].
    pub runs: [u32; TrafficKind::ALL.len()],
}

impl MinuteLoad {
    /// Requests that made PHP run.
    pub fn php(&self) -> u32 {
        self.runs.iter().sum()
    }
}

/// Days that are kept minute by minute: a year and a month, of 46 KB each.
pub(super) const MOST_DAYS: usize = 400;

const DAY: usize = 1_440;

/// All minutes of a log, day by day.
pub(super) struct Minutes {
    days: BTreeMap<u32, Box<[MinuteLoad]>>,
    /// Lines of days that were not kept.
    pub(super) left_out: u64,
}

impl Minutes {
    pub(super) const fn new() -> Self {
        Self { days: BTreeMap::new(), left_out: 0 }
    }

    /// Counts a line.
    pub(super) fn add(&mut self, minute: u32, dynamic: u32, class: Option<usize>, heavy: &Heavy) {
        let day = minute / DAY as u32;
        if !self.days.contains_key(&day) {
            if self.days.len() >= MOST_DAYS {
                self.left_out += 1;
                return;
            }
            self.days.insert(day, vec![MinuteLoad::default(); DAY].into_boxed_slice());
        }
        let Some(load) = self.days.get_mut(&day).and_then(|day| day.get_mut(minute as usize % DAY)) else { return };
        load.lines += 1;
        load.dynamic += dynamic;
        load.heavy_lines += u32::from(heavy.lines);
        if let Some(class) = class {
            load.runs[class] += 1;
        }
        for (class, moved) in heavy.runs.iter().enumerate().take(CLASSES).filter(|(_, moved)| **moved > 0) {
            load.runs[class] = load.runs[class].saturating_sub(u32::from(*moved));
            load.runs[TrafficKind::Heavy as usize] += u32::from(*moved);
        }
    }

    /// A minute; nothing where it has no line.
    pub(super) fn at(&self, minute: u32) -> MinuteLoad {
        let day = self.days.get(&(minute / DAY as u32));
        day.and_then(|day| day.get(minute as usize % DAY)).copied().unwrap_or_default()
    }

    /// The days, as days since 1970 in UTC, each with its 1,440 minutes.
    pub(super) fn days(&self) -> impl Iterator<Item = (u32, &[MinuteLoad])> {
        self.days.iter().map(|(day, minutes)| (*day, &minutes[..]))
    }

    /// Every minute from the first to the last, those without any line included.
    pub(super) fn all(&self, first: u32, last: u32) -> impl Iterator<Item = (u32, MinuteLoad)> {
        let mut day = (u32::MAX, None);
        (first..=last).map(move |minute| {
            let number = minute / DAY as u32;
            if day.0 != number {
                day = (number, self.days.get(&number));
            }
            (minute, day.1.and_then(|day| day.get(minute as usize % DAY)).copied().unwrap_or_default())
        })
    }
}
