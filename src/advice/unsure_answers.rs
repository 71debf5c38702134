//! Answers left open widen the range; the ones that matter most are worth finding out.

use super::finding::{Finding, Severity, Situation};
use crate::{
    questionnaire::{NOT_SURE, asked},
    workload::Case,
};

/// A range below this share of its typical value is not worth two figures.
const HARDLY: f64 = 0.02;

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let open: Vec<_> = asked(situation.answers)
        .filter(|question| question.read(situation.answers) == NOT_SURE)
        .map(|question| format!("\"{}\"", question.label))
        .collect();
    if open.is_empty() {
        return None;
    }
    let answers = situation.answers;
    let first = situation.first()?;
    let months = Case::ALL.map(|case| first.assessment.monthly(case, answers.work));
    let moves = (months[2] - months[0]).value() > HARDLY * months[1].value();
    let [low, typical, high] = months.map(|month| answers.amount(month));
    let open_are = match open.len() {
        1 => "One answer is open".to_owned(),
        some => format!("{some} answers are open"),
    };
    let name = first.assessment.hosting.name;
    // A plan at a fixed price is the same price as long as it carries the load.
    let title = if !moves {
        format!(
            "{open_are}, and {name} costs about {typical} in the low and the high case as well: its size carries both"
        )
    } else {
        format!("{open_are}, and with what is assumed for everybody {name} costs {low} to {high}")
    };
    Some(Finding {
        rule: "unsure-answers",
        severity: Severity::Note,
        title,
        detail: format!("Not sure about: {}", open.join(", ")),
        remedy: "Look these up in analytics and wp-admin; each one narrows the range".to_owned(),
        source: "your answers",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, single},
        questionnaire::{Answers, Input, QUESTIONS},
    };

    #[test]
    fn open_answers_are_named_until_there_are_none() {
        let blog = Answers::default();
        let told = Given::new(blog.clone(), single()).told(check).unwrap();
        assert!(told.detail.contains("Do plugins use PHP sessions?"), "{}", told.detail);
        assert!(told.title.ends_with("its size carries both"), "{}", told.title);
        // Whatever is open is answered with the least, or the first of what is offered.
        let known = QUESTIONS.iter().filter(|question| question.read(&blog) == NOT_SURE).fold(
            blog.clone(),
            |answers, question| {
                let token = match question.input {
                    Input::Number { min, .. } => min.to_string(),
                    Input::Choice(offered) => offered()[0].0.to_owned(),
                };
                question.answer(&answers, &token).unwrap()
            },
        );
        assert_eq!(Given::new(known, single()).told(check), None);
    }
}
