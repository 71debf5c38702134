use super::quantity::quantity;

quantity! {
    /// A share of one: 0.25 is a quarter. Shares lie in 0..=1; growth and factors may lie beyond.
    Ratio
}

impl Ratio {
    /// All of it.
    pub const ONE: Self = Self::new(1.0);

    /// From a percentage: 25 becomes 0.25.
    pub const fn percent(percent: f64) -> Self {
        Self::new(percent / 100.0)
    }

    /// As a percentage: 0.25 becomes 25.
    pub const fn as_percent(self) -> f64 {
        self.value() * 100.0
    }

    /// What is left of one.
    pub const fn rest(self) -> Self {
        Self::new(1.0 - self.value())
    }

    /// A share of a share.
    pub const fn of(self, other: Self) -> Self {
        Self::new(self.value() * other.value())
    }
}

impl std::fmt::Display for Ratio {
    /// A percentage with up to two decimals: `99.95 %`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} %", super::text::trimmed(self.as_percent(), 2))
    }
}
