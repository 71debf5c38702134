use yew::prelude::*;

use super::{choice::choice_input, number::number_input};
use crate::{
    questionnaire::{Input, Question, question},
    session::{Field, Session, Typed},
    ui::{Act, parts::why::why},
};

/// A question as the sitting has it.
pub(crate) fn question_row(question: &Question, session: &Session, act: &Act) -> Html {
    html! {
        <QuestionRow
            key={question.id}
            id={question.id}
            value={question.read(session.answers())}
            used={question.spoken(session.answers())}
            typed={session.typed(&Field::Question(question.id)).cloned()}
            act={act.clone()}
        />
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct QuestionRowProps {
    /// The question's key.
    pub id: &'static str,
    /// Its answer as a token.
    pub value: String,
    /// Its answer as a person reads it.
    pub used: String,
    /// What stands in its field instead.
    pub typed: Option<Typed>,
    pub act: Act,
}

/// One question with its field, its help and what is wrong with its answer.
#[component]
pub(super) fn QuestionRow(props: &QuestionRowProps) -> Html {
    let Some(asked) = question(props.id) else { return Html::default() };
    let problem = props.typed.as_ref().and_then(|typed| typed.problem.as_ref());
    let complaint = problem.map(|problem| {
        html! {
            <p class="problem" id={problem_id(asked)}>
                { format!("{}. Until then this is used: {}.", problem.message, props.used) }
            </p>
        }
    });
    let help = html! {
        <>
            <p class="hint" id={hint_id(asked)}>{ asked.hint }</p>
            { complaint }
        </>
    };
    let described =
        if problem.is_some() { format!("{} {}", hint_id(asked), problem_id(asked)) } else { hint_id(asked) };
    html! {
        <div class={if problem.is_some() { "row wrong" } else { "row" }}>
            { match asked.input {
                Input::Choice(_) => choice_input(asked, props, help, described),
                Input::Number { .. } => number_input(asked, props, help, described),
            } }
            { why(asked.label, asked.why) }
        </div>
    }
}

fn hint_id(question: &Question) -> String {
    format!("{}-hint", question.id)
}

fn problem_id(question: &Question) -> String {
    format!("{}-problem", question.id)
}
