use serde::Deserialize;

/// Where a figure was read: publisher and document, in words a person can follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Source(&'static str);

/// When a figure was read or published: a year, a month, a day (`2026-09-29`), or `undated`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct AsOf(&'static str);

/// How far a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
        Self(cite)
    }

    /// The citation.
    pub const fn as_str(&self) -> &'static str {
        self.0
    }
}

impl AsOf {
    /// The source carries no date.
    pub const UNDATED: Self = Self("undated");

    /// A date known when the program was written.
    pub const fn new(date: &'static str) -> Self {
        Self(date)
    }

    /// The date as written.
    pub const fn as_str(&self) -> &'static str {
        self.0
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
        f.write_str(self.0)
    }
}

impl std::fmt::Display for AsOf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::fmt::Display for Confidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.label())
    }
}
