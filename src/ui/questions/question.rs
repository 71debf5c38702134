use yew::prelude::*;

use super::{choice::choice_input, number::number_input, row::QuestionRowProps};
use crate::{
    questionnaire::{Input, Question},
    session::{Field, Session},
    ui::{
        act::Act,
        parts::{
            problem::{problem, problem_id},
            why::why,
        },
    },
    workload::{left_open, measured},
};

/// One question with its field, its hint and what is wrong with its answer. A component, so that an answer draws its own
/// row anew and not those of all other questions.
pub(crate) fn question_row(asked: &'static Question, session: &Session, act: &Act) -> Html {
    let answers = session.answers();
    let open = left_open(asked, answers).or_else(|| measured(asked, answers));
    let open = open.map(|open| AttrValue::from(format!("{open}.")));
    html! {
        <QuestionRow
            key={asked.id.token()}
            id={asked.id}
            value={asked.read(answers)}
            used={asked.spoken(answers)}
            typed={session.typed(&Field::Question(asked.id)).cloned()}
            {open}
            given={session.is_given(asked.id)}
            money={answers.converts().then(|| (answers.shown_in().code(), answers.exchange.value()))}
            {act}
        />
    }
}

#[component]
fn QuestionRow(props: &QuestionRowProps) -> Html {
    let QuestionRowProps { id, used, typed, open, given, .. } = props;
    let typed_amount = use_mut_ref(|| None);
    let (asked, key) = (id.question(), id.token());
    let wrong = typed.as_ref().and_then(|typed| typed.problem.as_ref());
    let (hint, range) = (format!("{key}-hint"), format!("{key}-range"));
    let described: Vec<String> =
        [Some(hint.clone()), wrong.map(|_| problem_id(key)), open.as_ref().map(|_| range.clone())]
            .into_iter()
            .flatten()
            .collect();
    let describedby = AttrValue::from(described.join(" "));
    let help = html! {
        <>
            <p class="hint" id={hint}>{asked.hint}</p>
            if let Some(wrong) = wrong {
                {problem(key, format!("{}. Until then this is used: {used}.", wrong.message))}
            }
        </>
    };
    html! {
        <div class={classes!("row", wrong.map(|_| "wrong"), given.then_some("given"))}>
            {match asked.input {
                Input::Choice(_) => choice_input(props, describedby, help),
                Input::Number { .. } => number_input(props, &typed_amount, describedby, help),
            }}
            if let Some(open) = open {
                <p class="hint range" id={range}>{open}</p>
            }
            {why(asked.label, asked.why)}
            if *given {
                <span class="given-mark" title="Your answer"><span aria-hidden="true">{"✓"}</span><span class="unseen">{"Your answer"}</span></span>
            }
        </div>
    }
}
