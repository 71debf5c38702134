//! Assumptions: what is taken for granted where nobody said otherwise, with its range and its evidence.

use crate::{
    catalog::Confidence,
    questionnaire::{DemandParameter, ParameterId, WeekParameter},
};

/// Which of the three accounts of the same site is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// Everything that is uncertain turns out at less load.
    Low,
    /// The middle.
    Typical,
    /// Everything that is uncertain turns out at more load.
    High,
}

impl Case {
    /// All three, the lowest load first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Typical, Self::High];

    /// Which way it goes from the middle, towards more load.
    const fn direction(self) -> f64 {
        match self {
            Self::Low => -1.0,
            Self::Typical => 0.0,
            Self::High => 1.0,
        }
    }
}

/// What a larger value of a parameter does to the load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Larger {
    /// More work for the servers.
    MoreLoad,
    /// Less work for the servers.
    LessLoad,
}

/// Standard normal quantile of the 90th percentile.
const OUT: f64 = 1.281_551_565_544_600_5;

/// A parameter of the sizing model with its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// Its name; the token is its key in links and files.
    pub id: ParameterId,
    /// What it is called.
    pub name: &'static str,
    /// Its unit as shown; empty for plain ratios.
    pub unit: &'static str,
    /// Lowest plausible value.
    pub low: f64,
    /// Most likely value.
    pub mode: f64,
    /// Highest plausible value.
    pub high: f64,
    /// What a larger value does.
    pub larger: Larger,
    /// Where the range is from.
    pub evidence: &'static str,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

impl Parameter {
    /// One of the sizing model whose larger value means more load; `range` is its lowest, most likely and highest value.
    pub(super) const fn more_load(
        id: DemandParameter,
        name: &'static str,
        unit: &'static str,
        range: [f64; 3],
        confidence: Confidence,
        evidence: &'static str,
    ) -> Self {
        Self::new(ParameterId::Demand(id), name, unit, range, confidence, evidence)
    }

    /// One of the sizing model whose larger value means less load; otherwise as [`Self::more_load`].
    pub(super) const fn less_load(
        id: DemandParameter,
        name: &'static str,
        unit: &'static str,
        range: [f64; 3],
        confidence: Confidence,
        evidence: &'static str,
    ) -> Self {
        let parameter = Self::more_load(id, name, unit, range, confidence, evidence);
        Self { larger: Larger::LessLoad, ..parameter }
    }

    /// A rule of the simulated week, with its lowest, most likely and highest value.
    pub(crate) const fn of_the_week(
        id: WeekParameter,
        name: &'static str,
        unit: &'static str,
        range: [f64; 3],
        confidence: Confidence,
        evidence: &'static str,
    ) -> Self {
        Self::new(ParameterId::Week(id), name, unit, range, confidence, evidence)
    }

    const fn new(
        id: ParameterId,
        name: &'static str,
        unit: &'static str,
        [low, mode, high]: [f64; 3],
        confidence: Confidence,
        evidence: &'static str,
    ) -> Self {
        Self { id, name, unit, low, mode, high, larger: Larger::MoreLoad, evidence, confidence }
    }

    /// The value that the given share of comparable sites stays below, of the triangular distribution over the range.
    pub fn quantile(&self, share: f64) -> f64 {
        triangular(self.low, self.mode, self.high, share)
    }

    /// The value used in a case, where its doubt makes up so much of the whole, between 0 and 1.
    pub(super) fn at(&self, case: Case, weight: f64) -> f64 {
        self.out(case.direction() * weight)
    }

    /// The value so far out towards more load: at 1 its 90th percentile, at -1 its 10th, of a triangular distribution over
    /// the range.
    pub(super) fn out(&self, towards: f64) -> f64 {
        let normal = match self.larger {
            Larger::MoreLoad => towards * OUT,
            Larger::LessLoad => -towards * OUT,
        };
        triangular(self.low, self.mode, self.high, 0.5 * (1.0 + libm::erf(normal * core::f64::consts::FRAC_1_SQRT_2)))
    }
}

/// A parameter as it was used: with the reader's own figure in its place, where there is one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumption {
    /// The parameter.
    pub parameter: Parameter,
    /// What was used in the low, typical and high case.
    pub used: [f64; 3],
    /// Whose figure it is.
    pub whose: Whose,
}

/// Whose figure an assumption is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Ours, from the evidence named.
    Ours,
    /// Said in an answer.
    Said,
    /// Measured in the client's access log.
    Measured,
    /// Put in place by the reader.
    Yours,
}

impl Whose {
    /// The word for it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Ours => "default",
            Self::Said => "your answer",
            Self::Measured => "measured",
            Self::Yours => "overridden",
        }
    }
}

impl Assumption {
    /// The value used in a case.
    pub const fn at(&self, case: Case) -> f64 {
        self.used[case as usize]
    }

    /// Where the figure used is from: the evidence for ours, or whoever said otherwise.
    pub const fn evidence(&self) -> &'static str {
        match self.whose {
            Whose::Ours => self.parameter.evidence,
            Whose::Said => "your answer",
            Whose::Measured => "measured on your own site",
            Whose::Yours => "your own figure",
        }
    }
}

/// Inverse of the cumulative triangular distribution (Johnson, Kotz and Balakrishnan, Continuous Univariate
/// Distributions, volume 2, section 26.9).
fn triangular(low: f64, mode: f64, high: f64, quantile: f64) -> f64 {
    let span = high - low;
    if span <= 0.0 {
        return mode;
    }
    let split = (mode - low) / span;
    if quantile < split {
        low + (quantile * span * (mode - low)).sqrt()
    } else {
        high - ((1.0 - quantile) * span * (high - mode)).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn triangular_quantiles_match_the_closed_form() {
        assert_eq!(triangular(0.0, 0.5, 1.0, 0.5), 0.5);
        assert_eq!(triangular(0.0, 0.0, 1.0, 0.75), 0.5);
        assert_eq!(triangular(0.0, 1.0, 1.0, 0.25), 0.5);
        assert_eq!(triangular(3.0, 3.0, 3.0, 0.9), 3.0);
    }
}
