use yew::prelude::*;

use super::option_row::option_row;
use crate::{
    decision::{RuledOut, Standing, Verdict},
    questionnaire::Answers,
    session::{Action, Session},
    ui::{Act, advice::Advised},
    units::text,
};

/// The options that miss a must-have: because of what, and the smallest change that would let each back in.
pub(super) fn ruled_out_section(session: &Session, advised: &Advised, act: &Act) -> Html {
    let out: Vec<_> = advised.standings.iter().filter(|standing| standing.verdict == Verdict::RuledOut).collect();
    if out.is_empty() {
        return Html::default();
    }
    html! {
        <section class="panel" aria-labelledby="out-title">
            <h2 id="out-title">{ "Ruled out, and why" }</h2>
            <ol class="option-list">
                { for out.into_iter().map(|standing| option_row(standing, reasons(standing, &advised.answers, act), session, advised, act)) }
            </ol>
        </section>
    }
}

fn reasons(standing: &Standing, answers: &Answers, act: &Act) -> Html {
    html! {
        <ul class="reasons">
            { for standing.ruled_out.iter().map(|ruled| reason(ruled, answers, act)) }
            if standing.ruled_out.len() > 1 {
                <li class="all">
                    { change(&standing.remedied(answers), "Make all these changes", standing.assessment.hosting.name, act) }
                </li>
            }
        </ul>
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
