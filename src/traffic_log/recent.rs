//! Clients that ask for more than a person can within a minute: an editor's administration, a scanner, a scraper. In eight of
//! fifteen logs one of them made most of the busiest minute, so the peak is told with and without them.

/// More requests than this in one clock minute make a client's minute a heavy one.
pub(super) const HEAVY: u16 = 60;

/// What may be taken for heavy of what runs PHP: page views, people's other requests, bots. Attacks are told apart anyway.
pub(super) const CLASSES: usize = 3;

#[derive(Clone, Copy, Default)]
struct Minute {
    minute: u32,
    lines: u16,
    runs: [u16; CLASSES],
}

#[derive(Clone, Copy, Default)]
struct Place {
    key: u64,
    /// The latest minute of the client and one before it: lines come a few seconds out of order.
    minutes: [Minute; 2],
}

/// Clients seen within the last minutes.
pub(super) struct Recent {
    places: Vec<Place>,
}

/// Places, in pairs: a client that finds both taken takes that of the client seen longer ago.
const PLACES: usize = 1 << 15;

/// What a line adds to the heavy clients' account.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heavy {
    /// Lines of this minute to be moved there: none, this one, or this one and all before it.
    pub(super) lines: u16,
    /// The same of what runs PHP, by who asked.
    pub(super) runs: [u16; CLASSES],
}

impl Recent {
    pub(super) fn new() -> Self {
        Self { places: vec![Place::default(); PLACES] }
    }

    /// Counts a line of a client, and what of its minute is now known to be heavy.
    pub(super) fn count(&mut self, key: u64, minute: u32, class: Option<usize>) -> Heavy {
        let place = self.place(key);
        let counts = &mut place.minutes;
        if minute != counts[0].minute {
            if minute > counts[0].minute {
                *counts = [Minute { minute, ..Minute::default() }, counts[0]];
            } else if minute != counts[1].minute {
                // Older than what is remembered: such a line alone makes nothing heavy.
                return Heavy { lines: 0, runs: [0; CLASSES] };
            }
        }
        let now = if minute == counts[0].minute { &mut counts[0] } else { &mut counts[1] };
        now.lines = now.lines.saturating_add(1);
        let lines = moved(now.lines, now.lines);
        let mut runs = [0; CLASSES];
        if let Some(class) = class.filter(|class| *class < CLASSES) {
            now.runs[class] = now.runs[class].saturating_add(1);
            let all = now.runs.iter().fold(0_u16, |sum, runs| sum.saturating_add(*runs));
            if all == HEAVY + 1 {
                runs = now.runs;
            } else if all > HEAVY {
                runs[class] = 1;
            }
        }
        Heavy { lines, runs }
    }

    fn place(&mut self, key: u64) -> &mut Place {
        let first = (key >> 24) as usize % (PLACES / 2) * 2;
        let other = first + 1;
        let chosen = if self.places[first].key == key {
            first
        } else if self.places[other].key == key {
            other
        } else {
            let oldest = if self.places[first].minutes[0].minute <= self.places[other].minutes[0].minute {
                first
            } else {
                other
            };
            self.places[oldest] = Place { key, ..Place::default() };
            oldest
        };
        &mut self.places[chosen]
    }
}

const fn moved(count: u16, all: u16) -> u16 {
    match count {
        0..=HEAVY => 0,
        _ if count == HEAVY + 1 => all,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixty_first_request_of_a_minute_makes_all_of_it_heavy() {
        let mut recent = Recent::new();
        for _ in 0..60 {
            assert_eq!(recent.count(7, 100, Some(1)), Heavy { lines: 0, runs: [0; CLASSES] });
        }
        // A line of the minute before, late, and somebody else.
        assert_eq!(recent.count(7, 99, None).lines, 0);
        assert_eq!(recent.count(8, 100, None).lines, 0);
        assert_eq!(recent.count(7, 100, None), Heavy { lines: 61, runs: [0; CLASSES] });
        assert_eq!(recent.count(7, 100, Some(2)), Heavy { lines: 1, runs: [0, 60, 1] });
        assert_eq!(recent.count(7, 100, Some(2)), Heavy { lines: 1, runs: [0, 0, 1] });
        assert_eq!(recent.count(7, 101, Some(2)).lines, 0);
    }
}
