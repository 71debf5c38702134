//! Two sets of answers side by side: what was changed, and what that changed.

use crate::{
    advice::Advice,
    billing::CostKind,
    questionnaire::{Answers, ClosedSet, Criterion, QUESTIONS, WorkInTotal},
    report::facts,
    units::{Hours, text},
    workload::Case,
};

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub what: String,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
}

/// What was answered differently, in the order asked.
pub fn changes(before: &Answers, after: &Answers) -> Vec<Difference> {
    let difference = |what: String, before: String, after: String| Difference { what, before, after };
    let asked = QUESTIONS
        .iter()
        .map(|question| difference(question.label.to_owned(), question.spoken(before), question.spoken(after)));
    let points = Criterion::ALL.iter().map(|criterion| {
        let points = |answers: &Answers| format!("{} points", text::trimmed(answers.weights.of(*criterion).value(), 1));
        difference(criterion.label().to_owned(), points(before), points(after))
    });
    let added = after.overrides.iter().filter(|(key, _)| !before.overrides.contains_key(key));
    let own = before.overrides.iter().chain(added).map(|(key, _)| {
        let value =
            |answers: &Answers| answers.overrides.get(key).map_or("ours".to_owned(), |own| text::trimmed(own, 6));
        difference(key.to_owned(), value(before), value(after))
    });
    asked.chain(points).chain(own).filter(|found| found.before != found.after).collect()
}

/// A figure of the option that comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub name: &'static str,
    /// The figure.
    pub value: String,
    /// Its range, or what it means.
    pub more: String,
}

/// The figures that sum up what came of the answers.
pub fn figures(advice: &Advice) -> Vec<Figure> {
    let Some(first) = advice.standings.first() else { return Vec::new() };
    let figure = |name, value, more| Figure { name, value, more };
    let (assessment, answers) = (&first.assessment, &advice.answers);
    let month = |case| facts::month(first, answers, case);
    let people = answers.amount(assessment.bill(Case::Typical).total(CostKind::Work));
    let work = match answers.work {
        WorkInTotal::Counted => format!("with {people} for people's hours"),
        WorkInTotal::Apart => format!("plus {people} for people's hours"),
    };
    let (low, high) = (month(Case::Low), month(Case::High));
    let range = if low == high { "the same in low and high months".to_owned() } else { format!("{low} to {high}") };
    let hours = |hours: Hours| text::trimmed(hours.value(), 1);
    let operations = assessment.hosting.operations;
    vec![
        figure("A month", month(Case::Typical), format!("{range}, {work}")),
        figure(
            "Down a year",
            assessment.expected.typical.to_string(),
            format!(
                "{} to {} expected; component SLAs: {}",
                assessment.expected.low, assessment.expected.high, assessment.component_slas.availability
            ),
        ),
        figure(
            "Back after a disaster in",
            assessment.recovery.time().to_string(),
            format!("data lost: {}", assessment.recovery.point()),
        ),
        figure(
            "Headroom at the peak",
            match assessment.week.outcome.headroom.value() {
                enough if enough >= 100.0 => "over 100 ×".to_owned(),
                headroom => format!("{} ×", text::trimmed(headroom, 1)),
            },
            "capacity in the worst minute of the week".to_owned(),
        ),
        figure(
            "Work a month",
            format!("{} h", hours(operations.typical)),
            format!("{} to {} hours", hours(operations.low), hours(operations.high)),
        ),
        figure("Score", text::grouped(first.score.total.value()), "of 100 points, by your weights".to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        questionnaire::{DemandParameter, ParameterId, QuestionId},
        session::Field,
    };

    #[test]
    fn only_what_differs_is_told() {
        let before = Answers::default();
        assert_eq!(changes(&before, &before), []);
        let after = Field::Question(QuestionId::Visits).answer(&before, "1m").unwrap();
        let after = Field::Assumption(ParameterId::Demand(DemandParameter::PagesPerVisit)).answer(&after, "3").unwrap();
        let told: Vec<_> =
            changes(&before, &after).into_iter().map(|d| format!("{}: {} → {}", d.what, d.before, d.after)).collect();
        assert_eq!(told, ["Visits a month: 300,000 visits → 1,000,000 visits", "ppv: ours → 3"]);
    }
}
