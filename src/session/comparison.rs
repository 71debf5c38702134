//! Two sets of answers side by side: what was changed, and what that changed.

use crate::{
    advice::Advice,
    decision::Standing,
    questionnaire::{Answers, Choice, Criterion, QUESTIONS},
    units::text,
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
    let keys = before.overrides.keys().chain(after.overrides.keys().filter(|key| !before.overrides.contains_key(*key)));
    let own = keys.map(|key| {
        let value =
            |answers: &Answers| answers.overrides.get(key).map_or("ours".to_owned(), |own| text::trimmed(*own, 6));
        difference(key.clone(), value(before), value(after))
    });
    asked.chain(points).chain(own).filter(|found| found.before != found.after).collect()
}

/// What came of it: the option that comes first, and its figures.
pub fn effects(before: &Advice, after: &Advice) -> Vec<Difference> {
    let (Some(was), Some(is)) = (before.standings.first(), after.standings.first()) else { return Vec::new() };
    let effect = |what: &str, says: fn(&Advice, &Standing) -> String| Difference {
        what: what.to_owned(),
        before: says(before, was),
        after: says(after, is),
    };
    vec![
        effect("Comes first", |_, first| first.assessment.hosting.name.to_owned()),
        effect("A month", |advice, first| {
            advice.answers.amount(first.assessment.monthly(Case::Typical, advice.answers.work))
        }),
        effect("Points", |_, first| text::grouped(first.score.total.value())),
        effect("Down a year", |_, first| first.assessment.availability.downtime.to_string()),
        effect("Options left", |advice, _| {
            advice.standings.iter().filter(|standing| standing.ruled_out.is_empty()).count().to_string()
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Field;

    #[test]
    fn only_what_differs_is_told() {
        let before = Answers::default();
        assert_eq!(changes(&before, &before), []);
        let after = Field::Question("visits").answer(&before, "1m").unwrap();
        let after = Field::Assumption("ppv".to_owned()).answer(&after, "3").unwrap();
        let told: Vec<_> =
            changes(&before, &after).into_iter().map(|d| format!("{}: {} → {}", d.what, d.before, d.after)).collect();
        assert_eq!(told, ["Visits a month: 300,000 visits → 1,000,000 visits", "ppv: ours → 3"]);
    }
}
