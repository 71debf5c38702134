//! What was measured in place of being said, and the log's own weeks.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{DemandParameter, number};
use crate::units::words;

/// Figures measured in the client's own access log, with their range. They take the place of an answer as long as nobody
/// says otherwise. Figures only: no line of the log is here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    source: String,
    figures: Vec<(DemandParameter, [f64; 3])>,
}

/// The longest name of a source that is kept.
pub const LONGEST_SOURCE: usize = 80;

impl Measured {
    /// No figures yet, from a source: the file and the span, `access.log, 2026-03-02 to 2026-03-15`.
    pub fn new(source: &str) -> Self {
        // A name that cannot be seen is none; who hands it in says so (`words::name`).
        let name = words::name(source).unwrap_or_default();
        Self { source: words::shortened(&name, LONGEST_SOURCE), figures: Vec::new() }
    }

    /// Where the figures are from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Puts in a figure: its lowest, most likely and highest value, to the digits that links carry. Others than those in order
    /// are not taken.
    pub fn insert(&mut self, id: DemandParameter, range: [f64; 3]) {
        let range = range.map(number::kept);
        let [low, typical, high] = range;
        if low <= typical && typical <= high && low >= 0.0 && high.is_finite() {
            self.figures.retain(|(known, _)| *known != id);
            self.figures.push((id, range));
            self.figures.sort_by_key(|(id, _)| *id);
        }
    }

    /// The range measured.
    pub fn get(&self, id: DemandParameter) -> Option<[f64; 3]> {
        self.figures.iter().find(|(known, _)| *known == id).map(|(_, range)| *range)
    }

    /// The range measured, as long as the answer is still the one that was measured.
    pub fn range_of(&self, id: DemandParameter, said: Option<f64>) -> Option<[f64; 3]> {
        let [low, typical, high] = self.get(id)?;
        let said = said?;
        ((said - typical).abs() <= 1e-9 * typical.abs().max(1.0)).then_some([low, typical, high])
    }

    /// These figures, and beside them those measured earlier elsewhere that are not measured anew.
    #[must_use]
    pub fn beside(mut self, earlier: &Self) -> Self {
        let kept: Vec<_> = earlier.iter().filter(|(id, _)| self.get(*id).is_none()).collect();
        if !kept.is_empty() && self.source != earlier.source {
            let joined = format!("{}; {}", self.source, earlier.source);
            self.source = joined.chars().take(LONGEST_SOURCE).collect();
        }
        for (id, range) in kept {
            self.insert(id, range);
        }
        self
    }

    /// All figures, in the order of the parameters.
    pub fn iter(&self) -> impl Iterator<Item = (DemandParameter, [f64; 3])> {
        self.figures.iter().copied()
    }

    /// Whether nothing was measured.
    pub const fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }
}

/// Who made PHP run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrafficKind {
    /// Page views by people.
    Pages,
    /// What else people asked for: background requests, comments, the administration, pages that are not there.
    People,
    /// Bots that say so, monitors and feed readers.
    Bots,
    /// Log-ins tried at xmlrpc.php.
    Xmlrpc,
    /// Other attacks: log-ins tried at wp-login.php, accounts asked for, scripts looked for that are not there.
    Attacks,
    /// Single clients that made PHP run more than 60 times within the minute: scrapers, scanners, an editor at work.
    Heavy,
}

impl TrafficKind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Pages, Self::People, Self::Bots, Self::Xmlrpc, Self::Attacks, Self::Heavy];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Pages => "page views by people",
            Self::People => "people's other requests",
            Self::Bots => "bots that say so",
            Self::Xmlrpc => "log-ins tried at xmlrpc.php",
            Self::Attacks => "other attacks",
            Self::Heavy => "single clients above 60 a minute",
        }
    }

    /// What would keep it away from PHP; nothing for readers.
    pub const fn kept_away_by(self) -> Option<&'static str> {
        match self {
            Self::Pages | Self::People => None,
            Self::Bots => Some("turn away bots"),
            Self::Xmlrpc => Some("close xmlrpc.php"),
            Self::Attacks => Some("stop other attacks, by a firewall or a limit on log-ins"),
            Self::Heavy => Some("limit each client to 60 PHP requests a minute"),
        }
    }
}

/// Minutes of a week.
const WEEK: usize = 10_080;

/// Whether so many minutes are one week or two.
const fn is_whole(minutes: usize) -> bool {
    minutes == WEEK || minutes == 2 * WEEK
}

/// A week of a log or two of them, to be lived through again: what made PHP run in each minute, by who asked, Monday 00:00 first
/// by the log's own clock. It lives in this session only: a link or a file has no room for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replay {
    source: String,
    #[serde(with = "shared")]
    minutes: Arc<Vec<[u32; TrafficKind::ALL.len()]>>,
    kept_away: [KeptAway; TrafficKind::ALL.len()],
}

/// The minutes as a list: serde shares nothing by itself.
mod shared {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use super::TrafficKind;

    type Minutes = Vec<[u32; TrafficKind::ALL.len()]>;

    pub(super) fn serialize<S: Serializer>(minutes: &Arc<Minutes>, serializer: S) -> Result<S::Ok, S::Error> {
        minutes.as_ref().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Minutes>, D::Error> {
        let minutes = Minutes::deserialize(deserializer)?;
        if !super::is_whole(minutes.len()) {
            return Err(D::Error::custom("the minutes of one week or two are wanted"));
        }
        Ok(Arc::new(minutes))
    }
}

/// Whether a kind of traffic is kept away from PHP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum KeptAway {
    No,
    Yes,
}

impl Replay {
    /// One week or two, from a source; none where it is of another length or nothing ran PHP in it.
    pub fn new(source: &str, minutes: Vec<[u32; TrafficKind::ALL.len()]>) -> Option<Self> {
        let some = minutes.iter().flatten().any(|count| *count > 0);
        (is_whole(minutes.len()) && some).then(|| Self {
            source: source.to_owned(),
            minutes: Arc::new(minutes),
            kept_away: [KeptAway::No; TrafficKind::ALL.len()],
        })
    }

    /// Where it is from, in words.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How many weeks it has: one, or two.
    pub fn weeks(&self) -> usize {
        self.minutes.len() / WEEK
    }

    /// The same minutes with a kind of traffic kept away from PHP, or let in again.
    #[must_use]
    pub fn toggled(&self, kind: TrafficKind) -> Self {
        let mut next = self.clone();
        let place = &mut next.kept_away[kind as usize];
        *place = match place {
            KeptAway::No => KeptAway::Yes,
            KeptAway::Yes => KeptAway::No,
        };
        next
    }

    /// Whether a kind of traffic is kept away from PHP.
    pub fn keeps_away(&self, kind: TrafficKind) -> bool {
        self.kept_away[kind as usize] == KeptAway::Yes
    }

    /// How many requests of a kind are in a week, on the average where there are two, kept away or not.
    pub fn weekly(&self, kind: TrafficKind) -> u64 {
        self.minutes.iter().map(|minute| u64::from(minute[kind as usize])).sum::<u64>() / self.weeks() as u64
    }

    /// The day on which people made PHP run most, counted from the first Monday.
    pub fn busiest_day(&self) -> usize {
        let people = |minutes: &[[u32; TrafficKind::ALL.len()]]| -> u64 {
            let of = |kind: TrafficKind| minutes.iter().map(|minute| u64::from(minute[kind as usize])).sum::<u64>();
            of(TrafficKind::Pages) + of(TrafficKind::People)
        };
        let days = self.minutes.chunks_exact(WEEK / 7).map(people).enumerate();
        // The first of equals.
        days.fold((0, 0), |best, (day, runs)| if runs > best.1 { (day, runs) } else { best }).0
    }

    /// What of some kinds reaches PHP, minute by minute.
    pub fn minutes_of(&self, kinds: &[TrafficKind]) -> Vec<f64> {
        let counted: Vec<usize> =
            kinds.iter().filter(|kind| !self.keeps_away(**kind)).map(|kind| *kind as usize).collect();
        self.minutes.iter().map(|minute| counted.iter().map(|kind| f64::from(minute[*kind])).sum()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measured_range_holds_until_somebody_says_otherwise() {
        let mut measured = Measured::new("access.log\u{7}, 2026-03-02");
        measured.insert(DemandParameter::Visits, [900.0, 1_000.0, 1_400.0]);
        measured.insert(DemandParameter::Peak, [5.0, 4.0, 6.0]);
        assert_eq!(measured.source(), "access.log, 2026-03-02");
        assert_eq!(measured.range_of(DemandParameter::Visits, Some(1_000.0)), Some([900.0, 1_000.0, 1_400.0]));
        assert_eq!(measured.range_of(DemandParameter::Visits, Some(2_000.0)), None);
        assert_eq!(measured.range_of(DemandParameter::Visits, None), None);
        assert_eq!(measured.get(DemandParameter::Peak), None, "out of order");
    }

    #[test]
    fn what_is_kept_away_does_not_reach_php() {
        let mut minutes = vec![[1, 0, 2, 0, 0, 0]; WEEK];
        minutes[7] = [0, 0, 0, 50, 0, 0];
        let replay = Replay::new("x", minutes).unwrap();
        let all = |replay: &Replay| replay.minutes_of(&TrafficKind::ALL)[7];
        assert_eq!((all(&replay), all(&replay.toggled(TrafficKind::Xmlrpc))), (50.0, 0.0));
        assert_eq!(replay.toggled(TrafficKind::Xmlrpc).toggled(TrafficKind::Xmlrpc), replay);
        assert_eq!(replay.weekly(TrafficKind::Xmlrpc), 50);
        assert_eq!(replay.busiest_day(), 1, "on Monday one minute was an attack's alone");
        assert_eq!(Replay::new("x", vec![[0; 6]; WEEK]), None);
        assert_eq!(Replay::new("x", vec![[1; 6]; 60]), None);
    }

    #[test]
    fn a_replay_is_one_week_or_two_wherever_it_comes_from() {
        let mut minutes = vec![[1; 6]; 2 * WEEK];
        minutes[9 * 1_440] = [5; 6];
        let two = Replay::new("x", minutes).unwrap();
        assert_eq!((two.weeks(), two.busiest_day(), two.weekly(TrafficKind::Bots)), (2, 9, 10_082));
        let written = serde_json::to_string(&two).unwrap();
        assert_eq!(serde_json::from_str::<Replay>(&written).unwrap(), two);
        let short = written.replacen("[5,5,5,5,5,5],", "", 1);
        assert!(serde_json::from_str::<Replay>(&short).is_err());
    }
}
