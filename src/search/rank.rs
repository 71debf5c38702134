use std::cmp::Ordering;

use crate::{
    decision::{Lever, RuledOut, Standing},
    questionnaire::{QuestionId, WorkInTotal},
    workload::Case,
};

/// Designs of one form whose points differ by less are equals, of which the cheaper is taken: a third of what makes two forms
/// close.
const EQUAL: f64 = 1.0;

/// How finely it is told apart by how much pages come too late, as a logarithm: times within about a quarter are as bad, since they
/// are met within 40 % where they were measured (simulation::files::storage_latency).
const LATE_ALIKE: f64 = 0.25;

/// Where a design stands among those of its form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rank {
    /// Whether must-haves are met, often missed, or not met.
    tier: u8,
    /// How far it is from them.
    distance: f64,
    points: f64,
    /// US dollars a month, people's hours apart. Cents decide nothing.
    cost: f64,
    parts: usize,
    /// Its place in the form's space, so that no two are equal.
    place: usize,
}

impl Rank {
    /// The rank of a design whose week is known.
    pub(super) fn of(standing: &Standing, place: usize) -> Self {
        let apart = |ruled: &RuledOut| !ruled.remedy.lever.is(QuestionId::Response);
        Self::with(standing, standing.distance_of(apart) + late(standing).map_or(0.0, alike), place)
    }

    /// The best rank a design can have whose week is taken at its best. Expected downtime and what would shorten it depend on
    /// the week, and a worse one may have another remedy: a miss of that kind counts for nothing here.
    pub(super) fn at_best(standing: &Standing, place: usize) -> Self {
        let settled = |ruled: &RuledOut| match ruled.remedy.lever {
            Lever::Question(QuestionId::Outage | QuestionId::Operator) => false,
            Lever::Question(_) | Lever::Pin(_) => true,
        };
        Self::with(standing, standing.distance_of(settled), place)
    }

    fn with(standing: &Standing, distance: f64, place: usize) -> Self {
        Self {
            tier: standing.tier(),
            // A sum of nothing is minus zero, which would count as nearer than zero.
            distance: distance + 0.0,
            points: standing.score.among_designs(&standing.assessment).value(),
            cost: standing.assessment.monthly(Case::Typical, WorkInTotal::Apart).value().round(),
            parts: standing.assessment.architecture.components.len(),
            place,
        }
    }

    /// The same rank where pages come too late by so much besides, as a logarithm.
    pub(super) fn later(self, late: f64) -> Self {
        Self { tier: 2, distance: self.distance + alike(late), ..self }
    }

    /// The better comes first: must-haves, then points.
    pub(super) fn by_points(&self, other: &Self) -> Ordering {
        self.tier
            .cmp(&other.tier)
            .then_with(|| self.distance.total_cmp(&other.distance))
            .then_with(|| other.points.total_cmp(&self.points))
            .then_with(|| self.by_price(other))
    }

    /// Among equals: the cheaper, then fewer parts, then more points.
    pub(super) fn by_price(&self, other: &Self) -> Ordering {
        self.cost
            .total_cmp(&other.cost)
            .then_with(|| self.parts.cmp(&other.parts))
            .then_with(|| other.points.total_cmp(&self.points))
            .then_with(|| self.place.cmp(&other.place))
    }

    /// Whether it is as good as the one with the most points, as far as can be told. Those that miss a must-have are equals
    /// only where they miss it by as much.
    pub(super) fn equals(&self, most: &Self) -> bool {
        self.tier == most.tier && self.distance <= most.distance && self.points >= most.points - EQUAL
    }

    /// Its place in the form's space.
    pub(super) const fn place(&self) -> usize {
        self.place
    }

    /// Whether it misses a must-have.
    pub(super) const fn is_ruled_out(&self) -> bool {
        self.tier == 2
    }
}

/// By how much pages come too late, as a logarithm, where they come later than a must-have allows.
pub(super) fn late(standing: &Standing) -> Option<f64> {
    let ruled = standing.ruled_out.iter().find(|ruled| ruled.remedy.lever.is(QuestionId::Response))?;
    Some(libm::log(ruled.fold.max(1.0)))
}

fn alike(late: f64) -> f64 {
    (late / LATE_ALIKE).floor() * LATE_ALIKE
}

/// The best of all: of those as good as the one with the most points, the cheapest.
pub(super) fn best(all: &[Rank]) -> Option<&Rank> {
    let most = all.iter().min_by(|a, b| a.by_points(b))?;
    all.iter().filter(|rank| rank.equals(most)).min_by(|a, b| a.by_price(b))
}
