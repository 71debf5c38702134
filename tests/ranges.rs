//! The ends of every range, one at a time and together: nothing that is no number stands in any text, picture or file.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "an end that is not taken fails the test, as it should")]

use groundplan::{
    advice::{Advice, advise},
    catalog::Catalog,
    charts::{self, Look, Span, Subject},
    diagram::{Legend, Orientation, Theme, draw, drawio, outline, svg},
    options::OPTIONS,
    questionnaire::{
        Answers, ClosedSet, Criterion, Currency, Input, NOT_SURE, Operator, PRESETS, ParameterId, QUESTIONS, QuestionId,
    },
    report,
    session::{Field, encode},
    simulation::{self, Events, RULE_RANGES, Rules, Week},
    workload::{Case, Workload},
};
use proptest::{prelude::*, sample::Index};

/// What can be answered at the ends of a field's range, as it would be typed.
fn ends(field: &Field) -> Vec<String> {
    match field {
        Field::Question(id) => {
            let asked = id.question();
            let mut ends: Vec<String> = match asked.input {
                Input::Choice(choices) => {
                    let choices = choices();
                    // The machines that may run today are alike: every tenth will do.
                    let apart = if choices.len() > 50 { 10 } else { 1 };
                    choices.into_iter().step_by(apart).map(|(token, _)| token.to_owned()).collect()
                }
                Input::Number { min, max, unlimited, .. } => {
                    [min.to_string(), max.to_string()].into_iter().chain(unlimited.map(str::to_owned)).collect()
                }
            };
            ends.extend(asked.may_be_open().then(|| NOT_SURE.to_owned()));
            ends
        }
        Field::Points(_) => vec!["0".to_owned(), "100".to_owned()],
        Field::Assumption(id) => id.range().map(|end| end.to_string()).to_vec(),
        Field::Price(_) => vec!["0".to_owned(), "100000000".to_owned()],
        Field::Pin(choice) => choice.values().into_iter().map(|(token, _)| token.to_owned()).collect(),
    }
}

fn fields() -> Vec<Field> {
    let questions = QUESTIONS.iter().map(|asked| Field::Question(asked.id));
    questions
        .chain(Criterion::ALL.iter().map(|criterion| Field::Points(*criterion)))
        .chain(ParameterId::all().map(Field::Assumption))
        .collect()
}

/// A shop built with a page builder that is hit by campaigns: here every assumption counts.
fn busy() -> Answers {
    [
        "site=shop",
        "currency=eur",
        "theme=builder",
        "peaks=campaigns",
        "visits=unsure",
        "pages=unsure",
        "peak=unsure",
        "uncacheable=unsure",
    ]
    .iter()
    .fold(Answers::default(), |answers, pair| {
        let (key, text) = pair.split_once('=').unwrap();
        Field::from_key(key).unwrap().answer(&answers, text).unwrap()
    })
}

/// The answers with a field at an end of its range. A rate of exchange is refused as long as amounts are in dollars.
fn at_end(answers: &Answers, field: &Field, end: &str) -> Answers {
    if *field == Field::Question(QuestionId::Exchange) && answers.currency == Currency::Usd {
        return answers.clone();
    }
    field.answer(answers, end).unwrap()
}

/// Whether a text holds what is no number: `NaN`, `inf`, `-inf`, `$inf`, `infbn`.
fn has_no_number(text: &str) -> Option<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .into_iter()
        .find(|word| word.contains("NaN") || matches!(*word, "inf" | "infk" | "infm" | "infbn" | "infinity"))
}

fn hold(what: &str, name: &str, text: &str) {
    let found = has_no_number(text);
    let at = found.and_then(|word| text.find(word)).unwrap_or_default();
    let around: String = text.chars().skip(text[..at].chars().count().saturating_sub(120)).take(200).collect();
    assert!(found.is_none(), "{what}: {name} has {found:?}: …{around}…");
    assert!(!text.is_empty(), "{what}: {name}");
}

fn told(answers: &Answers, what: &str) -> Advice {
    let advice = advise(answers, &Catalog::bundled());
    assert_eq!(advice.standings.len(), OPTIONS.len(), "{what}");
    hold(what, "JSON", &report::json(&advice));
    hold(what, "text", &report::plain(&advice));
    hold(what, "Markdown", &report::markdown(&advice, None));
    advice
}

/// Pictures, weeks and charts of every option.
fn drawn(answers: &Answers, what: &str) {
    let advice = told(answers, what);
    let rules = Rules::new(&answers.overrides, answers.operator);
    let workload = Workload::new(answers);
    for standing in &advice.standings {
        let (architecture, option) = (&standing.assessment.architecture, standing.assessment.hosting);
        let what = format!("{what}, {}", option.name);
        for orientation in [Orientation::Landscape, Orientation::Portrait] {
            let picture = draw(architecture, orientation);
            let overlay = report::overlay(standing, answers, Legend::Shown);
            hold(&what, "picture", &svg(&picture, &overlay, Theme::Auto, None));
            hold(&what, "draw.io", &drawio(&picture));
            hold(&what, "outline", &outline(architecture, &picture).to_string());
        }
        let (demand, shape, events) = (workload.case(Case::Typical), &workload.shape, Events::new());
        let week = simulation::simulate(architecture, demand, shape, &events, &rules);
        hold(&what, "week", &simulation::report::plain(option.name, &architecture.web.machine, &week));
        let series = Week::series(architecture, demand, shape, &events, &rules);
        hold(&what, "minutes", &simulation::report::csv(&series));
        let subject = Subject { name: option.name, outcome: &week.outcome, series: &series };
        for figure in charts::all(&[subject], Span::WEEK) {
            let look = Look { width: 640, height: 320, density: 1.0, theme: charts::Theme::Light, text: 12.0 };
            hold(&what, figure.title, &charts::svg(&figure, &look));
        }
    }
}

#[test]
fn what_is_no_number_is_recognised() {
    for text in ["NaN times", "$inf", "-inf,", "infbn visits", "x=\"NaN\"", "inf vCPU"] {
        assert!(has_no_number(text).is_some(), "{text}");
    }
    assert_eq!(has_no_number("information in info: infrastructure 12"), None);
}

/// What is likely lies within what may be put in its place, whatever the site and whoever runs it.
#[test]
fn the_likely_lies_within_the_range() {
    for preset in PRESETS {
        for assumption in &Workload::new(&(preset.answers)()).assumptions {
            let parameter = assumption.parameter;
            let [least, most] = parameter.id.range();
            assert!(least <= parameter.low && parameter.high <= most, "{}: {parameter:?}", preset.id);
        }
    }
    for operator in Operator::ALL {
        for rule in Rules::assumptions(&Default::default(), *operator) {
            let [least, most] = rule.parameter.id.range();
            assert!(least <= rule.parameter.low && rule.parameter.high <= most, "{:?}", rule.parameter);
        }
    }
    assert!(RULE_RANGES.iter().all(|rule| rule.low <= rule.mode && rule.mode <= rule.high));
}

fn each_alone(fields: impl Iterator<Item = Field>) {
    for field in fields {
        for end in ends(&field) {
            told(&field.answer(&busy(), &end).unwrap(), &format!("{} = {end}", field.key()));
        }
    }
}

#[test]
fn each_end_of_a_question_alone_gives_numbers() {
    each_alone(fields().into_iter().filter(|field| !matches!(field, Field::Assumption(_))));
}

#[test]
fn each_end_of_an_assumption_alone_gives_numbers() {
    each_alone(ParameterId::all().map(Field::Assumption));
}

/// Just outside of a range nothing is taken, and the range is said.
#[test]
fn beyond_each_end_nothing_is_taken() {
    for id in ParameterId::all() {
        let field = Field::Assumption(id);
        let [least, most] = id.range();
        for beyond in [least - 0.001, most * 1.001, -1.0] {
            let refused = field.answer(&Answers::default(), &beyond.to_string()).unwrap_err();
            assert!(refused.message.contains(" must be between "), "{refused}");
            let linked = groundplan::session::decode(&format!("a.{}={beyond}", id.token()));
            assert!(linked.answers.overrides.is_empty() && linked.notes.len() == 1, "{}", id.token());
            let filed = Answers::from_json(&format!("{{\"overrides\": {{\"{}\": {beyond}}}}}", id.token()));
            assert!(filed.is_err_and(|problems| problems[0].message == refused.message), "{}", id.token());
        }
    }
}

/// Every field at the ends that `picks` names, or as it is.
fn at_ends(picks: &[(bool, Index)]) -> Answers {
    fields()
        .iter()
        .zip(picks)
        .filter(|(_, (is_moved, _))| *is_moved)
        .fold(busy(), |answers, (field, (_, pick))| at_end(&answers, field, pick.get(&ends(field)).as_str()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ends_together_give_numbers(picks in prop::collection::vec(any::<(bool, Index)>(), fields().len())) {
        let answers = at_ends(&picks);
        drawn(&answers, &encode(&answers));
    }
}

#[test]
fn all_least_and_all_largest_give_numbers() {
    for at in [0, 1] {
        let answers = fields().iter().fold(busy(), |answers, field| {
            let ends = ends(field);
            at_end(&answers, field, &ends[at.min(ends.len() - 1)])
        });
        drawn(&answers, &encode(&answers));
        // The questions as they are, and every assumption at its end.
        let figures = fields().into_iter().filter(|field| matches!(field, Field::Assumption(_)));
        let answers = figures.fold(busy(), |answers, field| field.answer(&answers, &ends(&field)[at]).unwrap());
        drawn(&answers, &encode(&answers));
    }
}
