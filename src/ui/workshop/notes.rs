use yew::prelude::*;

use crate::{
    browser::event,
    ui::parts::name_field::NameField,
    units::text,
    workshop::{Entry, Log, PresenterAction, Workshop},
};

/// What stays with the presenter: who speaks, and what was decided, by whom and why.
pub(super) fn notes(workshop: &Workshop, dispatch: &Callback<PresenterAction>, also_kept: Html) -> Html {
    let entries = workshop.log().entries();
    html! {
        <aside class="log" aria-labelledby="log-title">
            <h2 id="log-title">{"Your notes"}</h2>
            <p class="hint">{"Only in this window and on this device, never in the audience's"}</p>
            <label for="workshop-name">{"Workshop"}</label>
            <NameField
                id="workshop-name"
                value={workshop.title().to_owned()}
                onname={dispatch.reform(PresenterAction::SetTitle)}
            />
            <label for="speaker">{"Who is speaking"}</label>
            <NameField
                id="speaker"
                value={workshop.speaker().to_owned()}
                onname={dispatch.reform(PresenterAction::SetSpeaker)}
            />
            {struck_out(workshop, dispatch)}
            if entries.is_empty() {
                <p class="quiet">{"Answers that change are listed here, with who insisted on them."}</p>
            }
            <ol reversed=true>
                for (index, entry) in entries.iter().enumerate().rev() {
                    {line(index, entry, dispatch)}
                }
            </ol>
            {also_kept}
        </aside>
    }
}

/// That the log is full, and the entry that was struck out last.
fn struck_out(workshop: &Workshop, dispatch: &Callback<PresenterAction>) -> Html {
    let log = workshop.log();
    html! {
        <div role="status">
            if log.is_full() {
                <p class="problem">
                    {format!("The log is full with {} entries: what is answered now is not noted. Strike entries out, or save \
                              the workshop to a file, leave it and start a new one.", text::grouped(Log::MOST as f64))}
                </p>
            }
            if let Some(entry) = log.struck() {
                <p class="struck">
                    {format!("Struck out: {}", entry.field.label())}
                    if !entry.why.is_empty() {
                        {format!(", \u{201c}{}\u{201d}", entry.why)}
                    }
                    {" "}
                    <button
                        type="button"
                        disabled={log.is_full()}
                        onclick={dispatch.reform(|_: MouseEvent| PresenterAction::PutBack)}
                    >
                        {"Put it back"}
                    </button>
                </p>
            }
        </div>
    }
}

fn line(index: usize, entry: &Entry, dispatch: &Callback<PresenterAction>) -> Html {
    let what = entry.field.label();
    let onwhy = dispatch.reform(move |event: InputEvent| PresenterAction::SetWhy(index, event::value(&event)));
    html! {
        <li key={index}>
            <p>
                <strong>{what.clone()}</strong>
                {format!(": {} instead of {} ", entry.after(), entry.before())}
                <span class="quiet">{entry.at.clock().to_owned()}</span>
            </p>
            <NameField
                id={format!("who-{index}")}
                label={format!("Who insisted on {what}")}
                placeholder="Who"
                value={entry.who.clone()}
                onname={dispatch.reform(move |who| PresenterAction::SetWho(index, who))}
            />
            <input
                type="text"
                autocomplete="off"
                aria-label={format!("Why {what}")}
                placeholder="Why"
                value={entry.why.clone()}
                oninput={onwhy}
            />
            <button
                type="button"
                aria-label={format!("Strike out {what}")}
                onclick={dispatch.reform(move |_: MouseEvent| PresenterAction::Strike(index))}
            >
                {"Strike out"}
            </button>
        </li>
    }
}
