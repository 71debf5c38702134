use yew::prelude::*;

use crate::{
    session::{Action, Difference, Session, changes},
    ui::{act::Act, advice::Advised},
    units::text,
};

/// What the figures above are compared with: the step before, or a state that was kept. One line until it is opened.
pub(super) fn compared(session: &Session, advised: &Advised, before: Option<&Advised>, act: &Act) -> Html {
    let differing = before.map(|before| changes(&before.answers, &advised.answers)).unwrap_or_default();
    html! {
        <section class="compared" aria-label="Comparison">
            <details>
                <summary>{summary(session, before, advised, &differing)}</summary>
                <ul>
                    for difference in &differing {
                        {entry(difference)}
                    }
                    if differing.is_empty() {
                        <li>{"Change an answer, and what it changes is told here and beside each figure."}</li>
                    }
                </ul>
            </details>
            <div class="compared-actions">
                if session.has_baseline() {
                    <button type="button" onclick={act.reform(|_| Action::DropBaseline)}>{"Compare step by step"}</button>
                } else {
                    <button type="button" onclick={act.reform(|_| Action::KeepBaseline)}>{"Keep to compare with"}</button>
                }
            </div>
        </section>
    }
}

fn summary(session: &Session, before: Option<&Advised>, now: &Advised, differing: &[Difference]) -> String {
    let Some(before) = before else { return "Nothing changed yet".to_owned() };
    let since = if session.has_baseline() { "Since what you kept" } else { "Since the step before" };
    let first = |advised: &Advised| advised.standings.first().map(|first| first.assessment.hosting.name);
    let moved = match (first(before), first(now)) {
        (Some(was), Some(is)) if was != is => format!("{was} came first; "),
        _ => String::new(),
    };
    let what = match differing {
        [] => "no answer differs".to_owned(),
        [one] => format!("{}: {} → {}", one.what, one.before, one.after),
        several => text::counted(several.len() as f64, "answer") + " differ",
    };
    format!("{since}: {moved}{what}")
}

fn entry(difference: &Difference) -> Html {
    html! {
        <li>
            {&difference.what}{": "}
            <span class="was">{&difference.before}</span>
            <span aria-hidden="true">{" → "}</span>
            <span class="unseen">{" now "}</span>
            <strong>{&difference.after}</strong>
        </li>
    }
}
