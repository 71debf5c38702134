use std::rc::Rc;

use yew::prelude::*;

use crate::{
    session::{Action, Difference, Session, changes, effects},
    ui::{Act, advice::Advised},
};

/// How many changed answers are named; more would push everything else down.
const NAMED: usize = 3;

#[derive(Properties, PartialEq)]
pub(super) struct ComparedProps {
    pub session: Rc<Session>,
    pub advised: Advised,
    pub before: Option<Advised>,
    pub act: Act,
}

/// What the last change has changed, or all changes since a state that was kept.
#[component]
pub(super) fn Compared(props: &ComparedProps) -> Html {
    let ComparedProps { session, advised, before, act } = props;
    let pinned = session.is_pinned();
    let title = if pinned { "Compared with what you kept" } else { "Compared with the step before" };
    html! {
        <section class="compared" aria-label={title}>
            <div class="compared-head">
                <h3>{ title }</h3>
                <button type="button" onclick={act.reform(|_| Action::Pin)}>{ "Keep this to compare" }</button>
                if pinned {
                    <button type="button" onclick={act.reform(|_| Action::Unpin)}>{ "Compare step by step" }</button>
                }
            </div>
            { match before {
                None => html! { <p class="quiet">{ "Change an answer, and what it changes is told here." }</p> },
                Some(before) => told(before, advised),
            } }
        </section>
    }
}

fn told(before: &Advised, after: &Advised) -> Html {
    let changes = changes(&before.answers, &after.answers);
    let more = changes.len().saturating_sub(NAMED);
    let named = changes.iter().take(NAMED).map(|change| {
        html! { <li>{ change.what.clone() }{ ": " }{ arrow(change) }</li> }
    });
    html! {
        <>
            <ul class="changes">
                { for named }
                if more > 0 { <li>{ format!("and {more} more answers") }</li> }
                if changes.is_empty() { <li>{ "No answer differs." }</li> }
            </ul>
            <dl class="effects">
                { for effects(before, after).iter().map(|effect| html! {
                    <div class={if effect.before == effect.after { "same" } else { "moved" }}>
                        <dt>{ effect.what.clone() }</dt>
                        <dd>{ arrow(effect) }</dd>
                    </div>
                }) }
            </dl>
        </>
    }
}

fn arrow(difference: &Difference) -> Html {
    if difference.before == difference.after {
        return html! { <>{ difference.after.clone() }<span class="quiet">{ " as before" }</span></> };
    }
    html! {
        <>
            <span class="was">{ difference.before.clone() }</span>
            <span aria-hidden="true">{ " → " }</span>
            <span class="unseen">{ " now " }</span>
            <strong>{ difference.after.clone() }</strong>
        </>
    }
}
