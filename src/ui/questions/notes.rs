use yew::prelude::*;

use crate::{questionnaire::Problem, session::Action, ui::act::Act};

/// What the link said that was not understood.
pub(super) fn notes(notes: &[Problem], act: &Act) -> Html {
    if notes.is_empty() {
        return Html::default();
    }
    html! {
        <section class="notes" aria-label="About this link">
            <h2>{"Parts of this link were not understood"}</h2>
            <ul>
                for note in notes {
                    <li>{note.to_string()}</li>
                }
            </ul>
            <p>{"Everything else was taken; these were left at their defaults."}</p>
            <button type="button" onclick={act.reform(|_| Action::Dismiss)}>{"Put this note away"}</button>
        </section>
    }
}
