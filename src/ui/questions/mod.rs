//! What is asked: presets, questions in their fieldsets, and the 100 points.

mod choice;
mod notes;
mod number;
mod presets;
mod question;
mod section;
mod slider;
mod weights;

use yew::prelude::*;

use notes::notes;
pub(super) use presets::Presets;
pub(super) use question::question_row;
use section::section_fields;
pub(super) use weights::WeightsEditor;

use super::{act::Act, shared::Shared};
use crate::{questionnaire::Section, session::Session};

#[derive(Properties, PartialEq)]
pub(super) struct QuestionsProps {
    pub session: Shared<Session>,
    pub act: Act,
}

/// Everything that is asked.
#[component]
pub(super) fn Questions(QuestionsProps { session, act }: &QuestionsProps) -> Html {
    let fields = |section| section_fields(section, session, act);
    html! {
        <section class="questions" aria-label="Questions">
            {notes(session.notes(), act)}
            <Presets {session} {act} />
            {fields(Section::Site)}
            {fields(Section::Work)}
            {fields(Section::Musts)}
            <WeightsEditor {session} {act} />
            {fields(Section::Money)}
        </section>
    }
}
