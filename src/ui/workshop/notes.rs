use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::ClosedSet,
    session::Field,
    workshop::{Entry, PresenterAction, Workshop},
};

/// What stays with the presenter: who speaks, and what was decided, by whom and why.
pub(super) fn notes(workshop: &Workshop, dispatch: &Callback<PresenterAction>) -> Html {
    let typed =
        |action: fn(String) -> PresenterAction| dispatch.reform(move |event: InputEvent| action(event::value(&event)));
    let entries = workshop.log().entries();
    html! {
        <aside class="log" aria-labelledby="log-title">
            <h2 id="log-title">{"Your notes"}</h2>
            <p class="hint">{"Only in this window and on this device, never in the audience's"}</p>
            <label for="workshop-name">{"Workshop"}</label>
            <input
                id="workshop-name"
                type="text"
                autocomplete="off"
                value={workshop.title().to_owned()}
                oninput={typed(PresenterAction::SetTitle)}
            />
            <label for="speaker">{"Who is speaking"}</label>
            <input
                id="speaker"
                type="text"
                autocomplete="off"
                value={workshop.speaker().to_owned()}
                oninput={typed(PresenterAction::SetSpeaker)}
            />
            if entries.is_empty() {
                <p class="quiet">{"Answers that change are listed here, with who insisted on them."}</p>
            }
            <ol reversed=true>
                for (index, entry) in entries.iter().enumerate().rev() {
                    {line(index, entry, dispatch)}
                }
            </ol>
        </aside>
    }
}

fn line(index: usize, entry: &Entry, dispatch: &Callback<PresenterAction>) -> Html {
    let what = label(&entry.field);
    let note = |placeholder: &'static str, label: String, text: &str, action: fn(usize, String) -> PresenterAction| {
        let oninput = dispatch.reform(move |event: InputEvent| action(index, event::value(&event)));
        html! {
            <input type="text" autocomplete="off" aria-label={label} {placeholder} value={text.to_owned()} {oninput} />
        }
    };
    html! {
        <li key={index}>
            <p>
                <strong>{what.clone()}</strong>
                {format!(": {} instead of {} ", shown(&entry.to), shown(&entry.from))}
                <span class="quiet">{entry.at.clock().to_owned()}</span>
            </p>
            {note("Who", format!("Who insisted on {what}"), &entry.who, PresenterAction::SetWho)}
            {note("Why", format!("Why {what}"), &entry.why, PresenterAction::SetWhy)}
            <button
                type="button"
                aria-label={format!("Strike out {what}")}
                onclick={dispatch.reform(move |_: MouseEvent| PresenterAction::Remove(index))}
            >
                {"Strike out"}
            </button>
        </li>
    }
}

fn label(field: &Field) -> String {
    match field {
        Field::Question(id) => id.question().label.to_owned(),
        Field::Points(criterion) => {
            format!("Points for {}", ClosedSet::label(*criterion).to_ascii_lowercase())
        }
        Field::Assumption(id) => id.token().to_owned(),
        Field::Price(sku) => sku.clone(),
    }
}

fn shown(token: &str) -> &str {
    if token.is_empty() { "nothing" } else { token }
}
