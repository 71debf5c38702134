use crate::{
    catalog::Term,
    units::{Count, Usd},
};

/// What a line costs on demand and for who commits, nothing paid upfront.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Commitment {
    /// For how long.
    pub term: Term,
    /// How many of the line's units run all month: what may be committed to.
    pub covers: Count,
    /// A unit on demand.
    pub on_demand: Usd,
    /// A unit committed to.
    pub committed: Usd,
}

/// What a month costs of all that runs without a pause, on demand and committed to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Committable {
    /// The shortest term among the commitments.
    pub term: Term,
    /// On demand.
    pub on_demand: Usd,
    /// Committed to.
    pub committed: Usd,
}

impl Committable {
    /// All of these together; none where there is nothing to commit to.
    pub(super) fn of(commitments: impl Iterator<Item = Commitment>) -> Option<Self> {
        commitments.fold(None, |sum: Option<Self>, one| {
            let (on_demand, committed) = (one.on_demand * one.covers.value(), one.committed * one.covers.value());
            Some(match sum {
                None => Self { term: one.term, on_demand, committed },
                Some(sum) => Self {
                    term: sum.term.min(one.term),
                    on_demand: sum.on_demand + on_demand,
                    committed: sum.committed + committed,
                },
            })
        })
    }

    /// What a commitment saves in a month.
    pub fn saved(&self) -> Usd {
        self.on_demand - self.committed
    }

    /// After how many months it has paid: whoever stops earlier would have paid less on demand. Nothing is paid upfront, so it is the share of the
    /// price times the months of the term.
    pub fn pays_after(&self) -> Count {
        if self.on_demand == Usd::ZERO {
            return Count::ZERO;
        }
        Count::new(self.committed.value() / self.on_demand.value() * self.term.months().value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A t4g.small in London for a month: $0.0188 an hour on demand, $0.0119 reserved for a year (AWS price list).
    #[test]
    fn a_commitment_pays_after_its_share_of_the_term() {
        let server = |covers| Commitment {
            term: Term::OneYear,
            covers: Count::new(covers),
            on_demand: Usd::new(0.0188),
            committed: Usd::new(0.0119),
        };
        let month = Committable::of([server(730.0), server(1_460.0)].into_iter()).unwrap();
        assert!((month.on_demand.value() - 3.0 * 13.724).abs() < 1e-9);
        assert!((month.saved().value() - 3.0 * 5.037).abs() < 1e-9);
        assert!((month.pays_after().value() - 7.596).abs() < 1e-3);
        assert_eq!(Committable::of(std::iter::empty()), None);
    }
}
