use yew::prelude::*;

use super::{log::traffic_log, question::question_row};
use crate::{
    questionnaire::{Depth, KEY_QUESTIONS, Question, QuestionId, Section, asked},
    session::Session,
    ui::{
        act::Act,
        progressive::{Deferred, Part},
    },
};

/// The few questions that decide most.
pub(super) fn key_questions(session: &Session, act: &Act) -> Html {
    html! {
        <fieldset class="section">
            <legend><h2 id="key-title" tabindex="-1">{"Describe your site"}</h2></legend>
            {traffic_log(session, act)}
            for id in KEY_QUESTIONS {
                {question_row(id.question(), session, act)}
            }
        </fieldset>
    }
}

/// How much of what is asked has been answered, and what is done about the rest.
pub(super) fn progress(session: &Session) -> Html {
    let all = asked(session.answers()).count();
    let given = asked(session.answers()).filter(|asked| session.is_given(asked.id)).count();
    html! {
        <p class="progress">
            <strong>{format!("{given} of {all} answered")}</strong>
            <span>{" Defaults stand in for the rest. "}<span aria-hidden="true">{"✓"}</span>{" marks your answers."}</span>
        </p>
    }
}

/// All other questions of one section, folded away.
pub(super) fn refining(section: Section, session: &Session, act: &Act) -> Html {
    let of = |depth: Depth| {
        let asked = asked(session.answers()).filter(move |asked| asked.section == section && !is_key(asked.id));
        asked.filter(move |asked| asked.depth == depth)
    };
    let all: Vec<&'static Question> = of(Depth::First).chain(of(Depth::Detail)).collect();
    let given = all.iter().filter(|asked| session.is_given(asked.id)).count();
    let content = html! {
        <fieldset>
            <legend class="unseen">{section.title()}</legend>
            for asked in &all {
                {question_row(asked, session, act)}
            }
        </fieldset>
    };
    group(section.title(), format!("{given} of {}", all.len()), content)
}

/// A group of questions that is folded away.
pub(super) fn group(title: &'static str, count: impl Into<AttrValue>, content: Html) -> Html {
    html! {
        <details class="group">
            <summary><span class="group-title">{title}</span><span class="count">{" "}{count.into()}</span></summary>
            <Deferred part={Part::DetailQuestions}>{content}</Deferred>
        </details>
    }
}

fn is_key(id: QuestionId) -> bool {
    KEY_QUESTIONS.contains(&id)
}
