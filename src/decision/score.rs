use super::value_function::{Performance, performance};
use crate::{
    assessment::Assessment,
    questionnaire::{Answers, ClosedSet, Criterion},
    units::Points,
};

/// What one criterion adds to a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The criterion.
    pub criterion: Criterion,
    /// What was found, and what it is worth.
    pub performance: Performance,
    /// The points it can bring at most, of 100.
    pub weight: Points,
    /// The points it brings.
    pub points: Points,
}

/// A score with where it comes from: the points of all criteria added up.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// 0 to 100.
    pub total: Points,
    /// What each criterion adds, in the order of the criteria.
    pub contributions: Vec<Contribution>,
}

/// The additive value model (UK DCLG, Multi-criteria analysis: a manual, 2009, chapter 6): weights times values.
pub fn score(assessment: &Assessment, answers: &Answers) -> Score {
    let contributions: Vec<_> = Criterion::ALL
        .iter()
        .map(|criterion| {
            let performance = performance(*criterion, assessment, answers);
            let weight = Points::new(answers.weights.share(*criterion) * 100.0);
            let points = weight * performance.value;
            Contribution { criterion: *criterion, performance, weight, points }
        })
        .collect();
    Score { total: contributions.iter().map(|contribution| contribution.points).sum(), contributions }
}
