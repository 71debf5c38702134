//! What is asked: presets, questions in their fieldsets, and the 100 points.

mod choice;
mod log;
mod notes;
mod number;
mod presets;
mod question;
mod row;
mod section;
mod slider;
mod weights;

use yew::prelude::*;

use notes::notes;
pub(super) use presets::presets;
pub(super) use question::question_row;
use section::section_fields;
pub(super) use weights::weights_editor;

use super::act::Act;
use crate::{questionnaire::Section, session::Session};

/// Everything that is asked.
pub(super) fn questions(session: &Session, act: &Act) -> Html {
    let fields = |section| section_fields(section, session, act);
    html! {
        <section class="questions" aria-label="Questions">
            {notes(session.notes(), act)}
            {presets(session, act)}
            {fields(Section::Site)}
            {fields(Section::Work)}
            {fields(Section::Musts)}
            {weights_editor(session, act)}
            {fields(Section::Money)}
        </section>
    }
}
