use yew::prelude::*;

use super::slide::standings;
use crate::{
    session::Session,
    ui::{
        act::Act,
        advice::Advised,
        questions::{Presets, WeightsEditor, question_row},
        shared::Shared,
    },
    workshop::Shows,
};

/// A page as the presenter has it: everything on it can be answered.
pub(super) fn stage(shows: Shows, session: &Shared<Session>, advised: &Advised, act: &Act) -> Html {
    match shows {
        Shows::Presets => html! { <Presets {session} {act} /> },
        Shows::Questions(ids) => ids.iter().map(|id| question_row(id.question(), session, act)).collect(),
        Shows::Points => html! { <WeightsEditor {session} {act} /> },
        Shows::Result => standings(advised),
    }
}
