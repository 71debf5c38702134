use yew::prelude::*;

use crate::{
    decision::{RuledOut, Standing},
    questionnaire::Answers,
    session::Action,
    ui::{act::Act, parts::cite::cite},
    units::text,
};

/// Why an option is ruled out, and the smallest change to the answers that would lift each reason.
pub(super) fn reasons(standing: &Standing, answers: &Answers, act: &Act) -> Html {
    html! {
        <ul class="reasons">
            for ruled in &standing.ruled_out {
                {reason(ruled, answers, act)}
            }
            if standing.ruled_out.len() > 1 {
                <li class="all">
                    {change(
                        standing.remedied(answers),
                        "Apply all",
                        standing.assessment.hosting.name,
                        act,
                    )}
                </li>
            }
        </ul>
    }
}

/// The must-haves an option may miss in some years.
pub(super) fn risks(standing: &Standing) -> Html {
    html! {
        <ul class="risks">
            for risk in &standing.at_risk {
                <li><strong>{"At risk: "}</strong>{text::sentence(&risk.because)}{cite(risk.source)}</li>
            }
        </ul>
    }
}

fn reason(ruled: &RuledOut, answers: &Answers, act: &Act) -> Html {
    let changed = ruled.remedy.apply(answers);
    html! {
        <li>
            <p>{text::sentence(&ruled.because)}{cite(ruled.source)}</p>
            <p class="remedy">{"Would qualify "}{&ruled.remedy.text}{"."}</p>
            if changed != *answers {
                {change(changed.clone(), "Apply", &ruled.remedy.text, act)}
            }
        </li>
    }
}

fn change(answers: Answers, label: &'static str, what: &str, act: &Act) -> Html {
    let onclick = act.reform(move |_| Action::Take(Box::new(answers.clone())));
    html! {
        <button type="button" {onclick}>{label}<span class="unseen">{": "}{what}</span></button>
    }
}
