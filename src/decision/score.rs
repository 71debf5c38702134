use super::value_function::{Performance, beyond_the_dearest, carried, performance};
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

impl Score {
    /// The points by which the designs of one form are compared. Two things count otherwise than between forms. Money counts
    /// beyond its anchor: of two designs that both cost more than an amount that is worth nothing, the cheaper is still the
    /// better. And room above the peak counts for nothing, as sizes are chosen to carry it and no structure is to be taken for
    /// the sake of larger machines; requests that wait or fail count as they do everywhere.
    pub fn among_designs(&self, assessment: &Assessment) -> Points {
        // Added up anew, in the order of the criteria: taken off the total, a difference in the last place would decide.
        let points = self.contributions.iter().map(|contribution| {
            let Contribution { criterion, performance, weight, points } = contribution;
            match criterion {
                Criterion::Cost => *points - *weight * beyond_the_dearest(performance.raw),
                Criterion::Headroom => *weight * carried(&assessment.week.outcome),
                Criterion::Availability
                | Criterion::Recovery
                | Criterion::EditorFreedom
                | Criterion::Effort
                | Criterion::Runway
                | Criterion::DeploymentSafety => *points,
            }
        });
        points.sum()
    }
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
