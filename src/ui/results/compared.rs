use yew::prelude::*;

use crate::{
    session::{Action, Difference, Session, changes},
    ui::{
        Act,
        advice::Advised,
        markup::{button, tag},
    },
    units::text,
};

/// What the figures above are compared with: the step before, or a state that was kept. One line until it is opened.
pub(super) fn compared(session: &Session, advised: &Advised, before: Option<&Advised>, act: &Act) -> Html {
    let pinned = session.is_pinned();
    let deed = if pinned {
        button().onclick(act.reform(|_| Action::Unpin)).add("Compare step by step").html()
    } else {
        button().onclick(act.reform(|_| Action::Pin)).add("Keep to compare with").html()
    };
    let differing = before.map(|before| changes(&before.answers, &advised.answers)).unwrap_or_default();
    tag("section")
        .class("compared")
        .set("aria-label", "Comparison")
        .add(tag("details").add(tag("summary").add(summary(session, before, advised, &differing))).add(
            tag("ul").all(differing.iter().map(told)).add(
                (differing.is_empty()).then(|| {
                    tag("li").add("Change an answer, and what it changes is told here and beside each figure.")
                }),
            ),
        ))
        .add(tag("div").class("compared-deeds").add(deed))
        .html()
}

fn summary(session: &Session, before: Option<&Advised>, now: &Advised, differing: &[Difference]) -> String {
    let Some(before) = before else { return "Nothing changed yet".to_owned() };
    let since = if session.is_pinned() { "Since what you kept" } else { "Since the step before" };
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

fn told(difference: &Difference) -> Html {
    tag("li")
        .add(format!("{}: ", difference.what))
        .add(tag("span").class("was").add(difference.before.clone()))
        .add(tag("span").set("aria-hidden", "true").add(" → "))
        .add(tag("span").class("unseen").add(" now "))
        .add(tag("strong").add(difference.after.clone()))
        .html()
}
