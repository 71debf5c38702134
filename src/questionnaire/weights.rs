use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{ClosedSet, Criterion};
use crate::units::{Points, ordered};

/// How 100 points are spread over the criteria, in the order of [`Criterion::ALL`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights([Points; 8]);

impl Weights {
    /// Points in the order of [`Criterion::ALL`].
    pub const fn new(points: [f64; 8]) -> Self {
        let [a, b, c, d, e, f, g, h] = points;
        Self([
            Points::new(a),
            Points::new(b),
            Points::new(c),
            Points::new(d),
            Points::new(e),
            Points::new(f),
            Points::new(g),
            Points::new(h),
        ])
    }

    /// The points given to one criterion, as typed.
    pub fn of(&self, criterion: Criterion) -> Points {
        self.0[criterion as usize]
    }

    /// The same points with one of them changed; the others stay as they were said.
    #[must_use]
    pub fn with(mut self, criterion: Criterion, points: Points) -> Self {
        self.0[criterion as usize] = points;
        self
    }

    /// What the points add up to; 100 is meant, anything else is rescaled by [`Self::share`].
    pub fn total(&self) -> Points {
        self.0.iter().copied().sum()
    }

    /// The share of all points given to one criterion. Where nothing is given at all, all count the same.
    pub fn share(&self, criterion: Criterion) -> f64 {
        let total = self.total();
        if total > Points::ZERO { self.of(criterion) / total } else { 1.0 / Criterion::ALL.len() as f64 }
    }

    /// The points rescaled to whole ones that add up to 100: each rounded down, and what is left given to the largest
    /// remainders (Hamilton's method), so that nothing is lost to rounding.
    #[must_use]
    pub fn rescaled(&self) -> Self {
        let exact = |criterion: Criterion| self.share(criterion) * 100.0;
        let floor = |criterion: Criterion| (exact(criterion) + 1e-9).floor();
        let whole = Criterion::ALL.iter().fold(*self, |out, one| out.with(*one, Points::new(floor(*one))));
        let remainder = |criterion: Criterion| exact(criterion) - floor(criterion);
        let by_remainder = ordered(Criterion::ALL.iter().copied(), |a, b| remainder(*b).total_cmp(&remainder(*a)));
        let left = (100.0 - whole.total().value()).round() as usize;
        by_remainder.into_iter().take(left).fold(whole, |out, one| out.with(one, out.of(one) + Points::new(1.0)))
    }
}

/// Ready-made spreads of the 100 points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Priorities {
    /// Something of everything.
    Balanced,
    /// A small budget and little time.
    SmallBusiness,
    /// Editors work in wp-admin all day.
    Editorial,
    /// Every minute down and every lost order costs.
    Shop,
    /// Known or unknown peaks decide.
    Spikes,
    /// Members pay and expect it to work.
    Members,
}

impl ClosedSet for Priorities {
    fn label(self) -> &'static str {
        match self {
            Self::Balanced => "Balanced",
            Self::SmallBusiness => "Small business",
            Self::Editorial => "Editorial team",
            Self::Shop => "Shop",
            Self::Spikes => "Traffic spikes",
            Self::Members => "Paying members",
        }
    }
}

impl Priorities {
    /// The points of this spread, in the order of [`Criterion::ALL`]:
    /// cost, headroom, availability, recovery, editor freedom, effort, runway, deployment safety.
    pub const fn weights(self) -> Weights {
        match self {
            Self::Balanced => Weights::new([20.0, 15.0, 15.0, 10.0, 10.0, 15.0, 5.0, 10.0]),
            Self::SmallBusiness => Weights::new([35.0, 5.0, 10.0, 10.0, 15.0, 20.0, 0.0, 5.0]),
            Self::Editorial => Weights::new([25.0, 15.0, 15.0, 5.0, 15.0, 15.0, 5.0, 5.0]),
            Self::Shop => Weights::new([15.0, 20.0, 20.0, 15.0, 5.0, 10.0, 5.0, 10.0]),
            Self::Spikes => Weights::new([15.0, 30.0, 15.0, 5.0, 5.0, 10.0, 10.0, 10.0]),
            Self::Members => Weights::new([10.0, 20.0, 20.0, 15.0, 5.0, 10.0, 10.0, 10.0]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ready_made_spread_gives_out_exactly_100_points() {
        for priorities in Priorities::ALL {
            assert_eq!(priorities.weights().total(), Points::new(100.0), "{}", priorities.label());
        }
    }

    #[test]
    fn points_that_do_not_add_up_are_shared_in_proportion() {
        let doubled = Weights::new([40.0, 30.0, 30.0, 20.0, 20.0, 30.0, 10.0, 20.0]);
        assert_eq!(doubled.share(Criterion::Cost), 0.2);
        assert_eq!(doubled.rescaled(), Priorities::Balanced.weights());
        let nothing = Weights::new([0.0; 8]);
        assert_eq!(nothing.share(Criterion::Effort), 0.125);
        let thirds = Weights::new([1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]).rescaled();
        assert_eq!(thirds, Weights::new([34.0, 33.0, 33.0, 0.0, 0.0, 0.0, 0.0, 0.0]));
    }
}
