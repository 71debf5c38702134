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

    /// Whether it lies more than a year before a day: `2026-11-30`. What carries no date does not.
    pub fn is_older_than_a_year(&self, today: &str) -> bool {
        let Some((year, rest)) = today.split_once('-') else { return false };
        let Ok(year) = year.parse::<u32>() else { return false };
        let limit = format!("{}-{rest}", year.saturating_sub(1));
        // A month or a year is older only as a whole.
        limit.get(..self.0.len()).is_some_and(|limit| self.0 < limit)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_older_than_a_year_from_the_day_after_its_anniversary() {
        let old = |date| AsOf::new(date).is_older_than_a_year("2026-11-30");
        assert!(old("2025-11-29") && old("2024-07-18") && old("2025-10") && old("2024"));
        assert!(!old("2025-11-30") && !old("2025-12-06") && !old("2025-11") && !old("2025") && !old("undated"));
        assert!(!AsOf::new("2024-07-18").is_older_than_a_year("soon"));
    }
}
