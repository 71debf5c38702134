use std::rc::Rc;

use yew::prelude::*;

use super::option_row::OptionRow;
use crate::{
    decision::{RuledOut, Verdict},
    questionnaire::Answers,
    session::{Action, Session},
    ui::{Act, advice::Advised},
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct RuledOutSectionProps {
    pub session: Rc<Session>,
    pub advised: Advised,
    pub act: Act,
}

/// The options that miss a must-have: because of what, and the smallest change that would let each back in.
#[component]
pub(super) fn RuledOutSection(props: &RuledOutSectionProps) -> Html {
    let RuledOutSectionProps { session, advised, act } = props;
    let out: Vec<_> = advised.standings.iter().filter(|standing| standing.verdict == Verdict::RuledOut).collect();
    if out.is_empty() {
        return Html::default();
    }
    html! {
        <section class="panel" aria-labelledby="out-title">
            <h2 id="out-title">{ "Ruled out, and why" }</h2>
            <ol class="option-list">
                { for out.into_iter().map(|standing| {
                    let option = standing.assessment.hosting.id;
                    html! {
                        <OptionRow key={option.0} {option} advised={advised.clone()} open={session.is_open(option)} act={act.clone()}>
                            <ul class="reasons">
                                { for standing.ruled_out.iter().map(|ruled| reason(ruled, &advised.answers, act)) }
                                if standing.ruled_out.len() > 1 {
                                    <li class="all">{ change(&standing.remedied(&advised.answers), "Make all these changes", standing.assessment.hosting.name, act) }</li>
                                }
                            </ul>
                        </OptionRow>
                    }
                }) }
            </ol>
        </section>
    }
}

fn reason(ruled: &RuledOut, answers: &Answers, act: &Act) -> Html {
    let changed = ruled.remedy.apply(answers);
    html! {
        <li>
            <p>{ format!("{}.", text::capital(&ruled.because)) }<cite>{ ruled.source }</cite></p>
            <p class="remedy">{ format!("No longer {}.", ruled.remedy.text) }</p>
            if changed != *answers { { change(&changed, "Make this change", &ruled.remedy.text, act) } }
        </li>
    }
}

fn change(answers: &Answers, label: &'static str, what: &str, act: &Act) -> Html {
    let answers = answers.clone();
    html! {
        <button type="button" onclick={act.reform(move |_| Action::Take(Box::new(answers.clone())))}>
            { label }
            <span class="unseen">{ format!(": {what}") }</span>
        </button>
    }
}
