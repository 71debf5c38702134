use yew::prelude::*;

use super::{choice::choice_input, number::number_input};
use crate::{
    questionnaire::{Input, Question},
    session::{Field, Session, Typed},
    ui::{
        Act,
        markup::{tag, together},
        parts::{
            problem::{problem, problem_id},
            why::why,
        },
    },
    workload::left_open,
};

/// A question as it stands: with its answer, and what was typed in its place.
pub(crate) struct Row<'a> {
    pub asked: &'static Question,
    /// The answer as a token.
    pub value: String,
    /// The answer as a person reads it.
    pub used: String,
    /// What stands in the field instead.
    pub typed: Option<&'a Typed>,
    pub act: &'a Act,
}

/// One question with its field, its help and what is wrong with its answer.
pub(crate) fn question_row(asked: &'static Question, session: &Session, act: &Act) -> Html {
    let answers = session.answers();
    let typed = session.typed(&Field::Question(asked.id));
    let row = Row { asked, value: asked.read(answers), used: asked.spoken(answers), typed, act };
    let wrong = typed.and_then(|typed| typed.problem.as_ref());
    let complaint = wrong
        .map(|wrong| problem(asked.id.token(), format!("{}. Until then this is used: {}.", wrong.message, row.used)));
    let help = together((tag("p").class("hint").attr("id", hint_id(asked)).add(asked.hint), complaint));
    let open = left_open(asked, answers);
    let mut described = hint_id(asked);
    if wrong.is_some() {
        described += &format!(" {}", problem_id(asked.id.token()));
    }
    if open.is_some() {
        described += &format!(" {}", range_id(asked));
    }
    tag("div")
        .key(asked.id.token())
        .class(if wrong.is_some() { "row wrong" } else { "row" })
        .add(match asked.input {
            Input::Choice(_) => choice_input(&row, help, described),
            Input::Number { .. } => number_input(&row, help, described),
        })
        .add(open.map(|open| tag("p").class("hint range").attr("id", range_id(asked)).add(open + ".")))
        .add(why(asked.label, asked.why))
        .html()
}

fn hint_id(question: &Question) -> String {
    format!("{}-hint", question.id)
}

fn range_id(question: &Question) -> String {
    format!("{}-range", question.id)
}
