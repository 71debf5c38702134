//! Answers left open widen the range; the ones that matter most are worth finding out.

use super::finding::{Finding, Severity, Situation};
use crate::questionnaire::{NOT_SURE, asked};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let open: Vec<_> = asked(situation.answers)
        .filter(|question| question.read(situation.answers) == NOT_SURE)
        .map(|question| format!("\"{}\"", question.label))
        .collect();
    if open.is_empty() {
        return None;
    }
    Some(Finding {
        rule: "unsure-answers",
        severity: Severity::Note,
        title: match open.len() {
            1 => "One answer is open, and the range is as wide as it makes it".to_owned(),
            some => format!("{some} answers are open, and the range is as wide as they make it"),
        },
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
        questionnaire::{Answers, QuestionId},
    };

    #[test]
    fn open_answers_are_named_until_there_are_none() {
        let blog = Answers::default();
        let told = Given::new(blog.clone(), single()).told(check).unwrap();
        assert!(told.detail.contains("Do plugins use PHP sessions?"), "{}", told.detail);
        let said = [
            (QuestionId::Pages, "2"),
            (QuestionId::Peak, "4"),
            (QuestionId::Uncacheable, "3"),
            (QuestionId::LocalWrites, "no"),
            (QuestionId::Sessions, "no"),
        ];
        let known = said.iter().fold(blog, |answers, (id, token)| id.question().answer(&answers, token).unwrap());
        assert_eq!(Given::new(known, single()).told(check), None);
    }
}
