use serde::Deserialize;

use super::{AsOf, Confidence, Source};
use crate::units::Minutes;

/// A figure the models use: a timer, a limit, an allowance. The three values are equal where one figure is published.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// How the fact is asked for: `aurora.failover`.
    pub id: &'static str,
    /// The least.
    pub low: f64,
    /// What to reckon with.
    pub typical: f64,
    /// The most.
    pub high: f64,
    /// What the values count.
    pub unit: FactUnit,
    /// What is known, in a sentence.
    pub statement: &'static str,
    /// Where it was read.
    pub source: Source,
    /// When it was read.
    pub as_of: AsOf,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// What the values of a fact count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactUnit {
    /// Milliseconds.
    Ms,
    /// Seconds.
    S,
    /// Minutes.
    Min,
    /// Hours.
    H,
    /// Days.
    Days,
    /// Hundredths.
    Percent,
    /// Hundredths gained in an hour.
    PercentPerHour,
    /// A plain number of things.
    Count,
    /// A multiple.
    Factor,
    /// So many a second.
    PerSecond,
    /// So many a minute.
    PerMinute,
    /// Kibibytes.
    Kib,
    /// Tebibytes.
    Tib,
    /// Gigabytes.
    Gb,
    /// Gigabytes an hour.
    GbPerHour,
    /// Gigabytes stored for each MiB/s.
    GbPerMibps,
    /// Kibibytes a second for each GiB stored.
    KibPerSecondPerGib,
    /// Mebibytes a second.
    MibPerSecond,
    /// Megabytes a second.
    MbPerSecond,
    /// US dollars.
    Usd,
}

/// A duration with its bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The shortest.
    pub low: Minutes,
    /// What to reckon with.
    pub typical: Minutes,
    /// The longest.
    pub high: Minutes,
}

impl Fact {
    /// The fact as a duration; none when it counts something else.
    pub fn span(&self) -> Option<Span> {
        let minutes = self.unit.in_minutes()?;
        let of = |value: f64| Minutes::new(value * minutes);
        Some(Span { low: of(self.low), typical: of(self.typical), high: of(self.high) })
    }
}

impl FactUnit {
    /// One of it in minutes; none when it is no duration.
    fn in_minutes(self) -> Option<f64> {
        match self {
            Self::Ms => Some(1.0 / 60_000.0),
            Self::S => Some(1.0 / 60.0),
            Self::Min => Some(1.0),
            Self::H => Some(60.0),
            Self::Days => Some(1_440.0),
            Self::Percent
            | Self::PercentPerHour
            | Self::Count
            | Self::Factor
            | Self::PerSecond
            | Self::PerMinute
            | Self::Kib
            | Self::Tib
            | Self::Gb
            | Self::GbPerHour
            | Self::GbPerMibps
            | Self::KibPerSecondPerGib
            | Self::MibPerSecond
            | Self::MbPerSecond
            | Self::Usd => None,
        }
    }
}
