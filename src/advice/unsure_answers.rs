//! Answers left open widen the range; the ones that matter most are worth finding out.

use super::finding::{Case, Finding, Severity};
use crate::questionnaire::{NOT_SURE, asked};

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let open: Vec<_> = asked(case.answers)
        .filter(|question| question.read(case.answers) == NOT_SURE)
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
