//! Points that are all zero decide nothing.

use super::finding::{Finding, Severity, Situation};
use crate::units::Points;

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    (situation.answers.weights.total() <= Points::ZERO).then(|| Finding {
        rule: "no-points",
        severity: Severity::Warning,
        title: "No points are given to anything, so everything counts the same".to_owned(),
        detail: "Nobody weighs all eight criteria alike; the order of the options is not yet yours".to_owned(),
        remedy: "Spread 100 points over what matters most, or start from one of the ready-made spreads".to_owned(),
        source: "your answers",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, single},
        questionnaire::{Answers, Weights},
    };

    #[test]
    fn it_is_told_where_nothing_has_points_and_nowhere_else() {
        let none = Answers { weights: Weights::new([0.0; 8]), ..Answers::default() };
        assert_eq!(Given::new(none, single()).told(check).unwrap().severity, Severity::Warning);
        let one = Answers { weights: Weights::new([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]), ..Answers::default() };
        assert_eq!(Given::new(one, single()).told(check), None);
    }
}
