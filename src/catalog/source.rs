use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Where a figure was read: publisher and document, in words a person can follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Source(#[serde(borrow)] Cow<'static, str>);

/// When a figure was read or published: a year, a month, a day (`2026-09-29`), or `undated`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AsOf(#[serde(borrow)] Cow<'static, str>);

/// How far a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// From memory, inferred, or stale.
    Low,
    /// One indirect or older source.
    Medium,
    /// Read from an official document with a date, or two independent sources agree.
    High,
}

impl Source {
    /// A source known when the program was written.
    pub const fn new(cite: &'static str) -> Self {
        Self(Cow::Borrowed(cite))
    }

    /// The citation.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Source {
    fn from(cite: String) -> Self {
        Self(Cow::Owned(cite))
    }
}

impl AsOf {
    /// The source carries no date.
    pub const UNDATED: Self = Self(Cow::Borrowed("undated"));

    /// A date known when the program was written.
    pub const fn new(date: &'static str) -> Self {
        Self(Cow::Borrowed(date))
    }

    /// The date as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Confidence {
    /// One word for it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for AsOf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for Confidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.label())
    }
}
