use yew::prelude::*;

use crate::{questionnaire::Problem, session::Action, ui::Act};

#[derive(Properties, PartialEq)]
pub(super) struct NotesProps {
    pub notes: Vec<Problem>,
    pub act: Act,
}

/// What the link said that was not understood.
#[component]
pub(super) fn Notes(props: &NotesProps) -> Html {
    if props.notes.is_empty() {
        return Html::default();
    }
    html! {
        <section class="notes" aria-label="About this link">
            <h2>{ "Parts of this link were not understood" }</h2>
            <ul>
                { for props.notes.iter().map(|note| html! { <li>{ note.to_string() }</li> }) }
            </ul>
            <p>{ "Everything else was taken; these were left at their defaults." }</p>
            <button type="button" onclick={props.act.reform(|_| Action::Dismiss)}>{ "Put this note away" }</button>
        </section>
    }
}
