use yew::prelude::*;

use crate::{
    questionnaire::Problem,
    session::Action,
    ui::{
        Act,
        markup::{button, tag},
    },
};

/// What the link said that was not understood.
pub(super) fn notes(notes: &[Problem], act: &Act) -> Html {
    if notes.is_empty() {
        return Html::default();
    }
    tag("section")
        .class("notes")
        .set("aria-label", "About this link")
        .add(tag("h2").add("Parts of this link were not understood"))
        .add(tag("ul").all(notes.iter().map(|note| tag("li").add(note.to_string()).html())))
        .add(tag("p").add("Everything else was taken; these were left at their defaults."))
        .add(button().onclick(act.reform(|_| Action::Dismiss)).add("Put this note away"))
        .html()
}
