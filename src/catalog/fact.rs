use serde::Deserialize;

use super::{AsOf, Confidence, Source};

/// A figure the models use: a timer, a limit, an allowance. The three values are equal where one figure is published.
/// What the models hold as constants is compared with the facts by tests; delays that a reader may change are the rules of
/// the simulated week.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// How the fact is asked for: `aurora.failover`.
    pub id: &'static str,
    /// The least.
    pub low: f64,
    /// The typical value.
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
