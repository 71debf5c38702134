use yew::prelude::*;

use crate::{
    questionnaire::{Answers, Choice, Criterion, Section, asked},
    ui::markup::{tag, together},
    units::text,
};

/// The answers as a list, on paper only: a form cannot be filled in there.
pub(super) fn answers_in_print(answers: &Answers) -> Html {
    tag("section")
        .class("on-paper")
        .add(tag("h2").add("What was answered"))
        .all(Section::ALL.into_iter().map(|section| {
            together((
                tag("h3").add(section.title()),
                tag("dl").all(asked(answers).filter(|question| question.section == section).map(|question| {
                    tag("div").add(tag("dt").add(question.label)).add(tag("dd").add(question.spoken(answers))).html()
                })),
            ))
        }))
        .add(tag("h3").add("What matters most"))
        .add(tag("dl").all(Criterion::ALL.iter().map(|criterion| {
            tag("div")
                .add(tag("dt").add(criterion.label()))
                .add(tag("dd").add(format!("{} points", text::trimmed(answers.weights.of(*criterion).value(), 1))))
                .html()
        })))
        .html()
}
