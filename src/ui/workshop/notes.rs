use yew::prelude::*;

use super::room::Do;
use crate::{
    browser::event,
    questionnaire::question,
    session::Field,
    workshop::{Deed, Entry, Workshop},
};

/// What stays with the presenter: who speaks, and what was decided, by whom and why.
pub(super) fn notes(workshop: &Workshop, run: &Do) -> Html {
    let typed = |deed: fn(String) -> Deed| run.reform(move |event: InputEvent| deed(event::value(&event)));
    html! {
        <aside class="log" aria-labelledby="log-title">
            <h2 id="log-title">{ "Your notes" }</h2>
            <p class="hint">{ "Only in this window and on this device, never in the audience's" }</p>
            <label for="workshop-name">{ "Workshop" }</label>
            <input id="workshop-name" type="text" autocomplete="off" value={workshop.title().to_owned()} oninput={typed(Deed::Call)} />
            <label for="speaker">{ "Who is speaking" }</label>
            <input id="speaker" type="text" autocomplete="off" value={workshop.speaker().to_owned()} oninput={typed(Deed::Speaks)} />
            if workshop.log().entries().is_empty() {
                <p class="quiet">{ "Answers that change are listed here, with who insisted on them." }</p>
            }
            <ol reversed=true>
                { for workshop.log().entries().iter().enumerate().rev().map(|(index, entry)| line(index, entry, run)) }
            </ol>
        </aside>
    }
}

fn line(index: usize, entry: &Entry, run: &Do) -> Html {
    let what = label(&entry.field);
    html! {
        <li key={index}>
            <p>
                <strong>{ what.clone() }</strong>
                { format!(": {} instead of {} ", shown(&entry.to), shown(&entry.from)) }
                <span class="quiet">{ entry.at.clock().to_owned() }</span>
            </p>
            <input
                type="text"
                autocomplete="off"
                aria-label={format!("Who insisted on {what}")}
                placeholder="Who"
                value={entry.who.clone()}
                oninput={run.reform(move |event: InputEvent| Deed::Who(index, event::value(&event)))}
            />
            <input
                type="text"
                autocomplete="off"
                aria-label={format!("Why {what}")}
                placeholder="Why"
                value={entry.why.clone()}
                oninput={run.reform(move |event: InputEvent| Deed::Why(index, event::value(&event)))}
            />
            <button type="button" aria-label={format!("Strike out {what}")} onclick={run.reform(move |_| Deed::Strike(index))}>
                { "Strike out" }
            </button>
        </li>
    }
}

fn label(field: &Field) -> String {
    match field {
        Field::Question(id) => question(id).map_or_else(|| (*id).to_owned(), |asked| asked.label.to_owned()),
        Field::Points(criterion) => {
            format!("Points for {}", crate::questionnaire::Choice::label(*criterion).to_ascii_lowercase())
        }
        Field::Assumption(id) | Field::Price(id) => id.clone(),
    }
}

fn shown(token: &str) -> &str {
    if token.is_empty() { "nothing" } else { token }
}
