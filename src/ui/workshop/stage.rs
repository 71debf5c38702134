use yew::prelude::*;

use super::pictures::Pictures;
use crate::{
    session::Session,
    ui::{
        act::Act,
        questions::{presets, question_row, weights_editor},
        results::{scenario_additions, scenario_bar},
    },
    workshop::Shows,
};

/// A page as the presenter has it: everything on it can be answered.
pub(super) fn stage(shows: Shows, session: &Session, pictures: &Pictures<'_>, act: &Act) -> Html {
    match shows {
        Shows::Presets => presets(session, act),
        Shows::Questions(ids) => ids.iter().map(|id| question_row(id.question(), session, act)).collect(),
        Shows::Points => weights_editor(session, act),
        Shows::Ranking | Shows::Failures | Shows::Costs | Shows::Trials | Shows::Result => pictures.of(shows),
        Shows::Scenarios => html! {
            <>
                {scenario_bar(session, pictures.compared, act, None)}
                if session.scenarios().is_single() {
                    {scenario_additions(session, act)}
                }
                {pictures.of(shows)}
            </>
        },
    }
}
