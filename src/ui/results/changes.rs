use yew::prelude::*;

use crate::{
    report::facts,
    session::{Action, Difference, Session, changes as differences},
    ui::{act::Act, advice::Advised},
    units::text,
};

/// What has changed since the last step, or since a baseline that was pinned, and what `more` there is to compare. One line
/// until it is opened.
pub(super) fn changes(session: &Session, advised: &Advised, before: Option<&Advised>, more: Html, act: &Act) -> Html {
    let named = |sku: &str| facts::price_name(advised, sku);
    let differing = before.map(|before| differences(&before.answers, &advised.answers, named)).unwrap_or_default();
    let (label, action) = if session.has_baseline() {
        ("Unpin", Action::DropBaseline)
    } else {
        ("Pin as baseline", Action::KeepBaseline)
    };
    html! {
        <section class="changes" aria-label="Comparison">
            <details>
                <summary>{summary(session, before, advised, &differing)}</summary>
                <ul>
                    for difference in &differing {
                        {entry(difference)}
                    }
                    if differing.is_empty() {
                        <li>{"Change an answer: what it changes is told here and beside each figure."}</li>
                    }
                </ul>
            </details>
            <button type="button" onclick={act.reform(move |_| action.clone())}>{label}</button>
            {more}
        </section>
    }
}

fn summary(session: &Session, before: Option<&Advised>, now: &Advised, differing: &[Difference]) -> String {
    let Some(before) = before else { return "No changes yet".to_owned() };
    let since = if session.has_baseline() { "vs. baseline" } else { "vs. last change" };
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
