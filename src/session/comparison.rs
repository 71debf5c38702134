//! Two sets of answers side by side: what was changed, and what that changed.

use super::{Field, pinned_value};
use crate::{
    advice::Advice,
    billing::CostKind,
    choices::ChoiceId,
    decision::Standing,
    odds::Odds,
    questionnaire::{Answers, ClosedSet, Criterion, QUESTIONS, WorkInTotal},
    report::facts,
    units::{Hours, Minutes, text},
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

/// What was answered differently, in the order asked. `named` gives the name of a price by its item in the catalog.
pub fn changes(before: &Answers, after: &Answers, named: impl Fn(&str) -> Option<String>) -> Vec<Difference> {
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
            |answers: &Answers| answers.overrides.get(key).map_or("default".to_owned(), |own| text::trimmed(own, 6));
        let name = named(key).map_or_else(|| Field::own_figure(key), |name| format!("Unit price: {name}"));
        difference(name, value(before), value(after))
    });
    let pins = ChoiceId::ALL.iter().map(|choice| {
        let value = |answers: &Answers| {
            answers.pins.get(*choice).map_or("open".to_owned(), |token| pinned_value(*choice, token))
        };
        difference(format!("Pinned {}", choice.label()), value(before), value(after))
    });
    asked.chain(points).chain(own).chain(pins).filter(|found| found.before != found.after).collect()
}

/// A figure of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub name: &'static str,
    /// The figure.
    pub value: String,
    /// Its range, or what it means.
    pub more: String,
}

/// The figures that sum up an option; their range is that of the odds where these are known.
pub fn figures(advice: &Advice, standing: &Standing, odds: Option<&Odds>) -> Vec<Figure> {
    let figure = |name, value, more| Figure { name, value, more };
    let (assessment, answers) = (&standing.assessment, &advice.answers);
    let people = answers.amount(assessment.bill(Case::Typical).total(CostKind::Work));
    let work = match answers.work {
        WorkInTotal::Counted => format!("{people} of it labour"),
        WorkInTotal::Apart => format!("plus {people} labour"),
    };
    let range = facts::month_range(standing, answers, odds);
    let hours = |hours: Hours| text::trimmed(hours.value(), 1);
    let brief = |time: Minutes| text::brief_duration(time.value());
    let operations = &assessment.operations;
    vec![
        figure("Monthly cost", facts::month(standing, answers, Case::Typical), format!("{range}, {work}")),
        figure(
            "Expected downtime / year",
            brief(assessment.expected.typical),
            format!(
                "{} to {}; {} by component SLAs",
                brief(assessment.expected.low),
                brief(assessment.expected.high),
                assessment.component_slas.availability
            ),
        ),
        figure(
            "Recovery time (RTO)",
            brief(assessment.recovery.time()),
            match assessment.recovery.point() {
                Minutes::ZERO => "no data loss (RPO)".to_owned(),
                point => format!("data loss up to {point} (RPO)"),
            },
        ),
        figure(
            "Peak headroom",
            match assessment.week.outcome.headroom.value() {
                enough if enough >= 100.0 => "over 100×".to_owned(),
                headroom => format!("{}×", text::trimmed(headroom, 1)),
            },
            "capacity in the busiest minute".to_owned(),
        ),
        figure(
            "Operations effort / month",
            format!("{} h", hours(operations.typical)),
            format!("{} to {} h", hours(operations.low), hours(operations.high)),
        ),
        figure("Score", text::grouped(standing.score.total.value()), "of 100, by your priorities".to_owned()),
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
        assert_eq!(changes(&before, &before, |_| None), []);
        let after = Field::Question(QuestionId::Visits).answer(&before, "1m").unwrap();
        let after = Field::Assumption(ParameterId::Demand(DemandParameter::PagesPerVisit)).answer(&after, "3").unwrap();
        let told: Vec<_> = changes(&before, &after, |_| None)
            .into_iter()
            .map(|d| format!("{}: {} → {}", d.what, d.before, d.after))
            .collect();
        assert_eq!(told, ["Visits a month: 300,000 visits → 1,000,000 visits", "Pages per visit: default → 3"]);
    }
}
