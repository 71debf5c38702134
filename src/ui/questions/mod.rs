//! What is asked: presets, the few questions that decide most, all others by section, and the 100 points.

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
use section::{group, key_questions, progress, refining};
pub(super) use weights::{swing, weights_editor};

use super::act::Act;
use crate::{
    questionnaire::{ClosedSet, Priorities, Section},
    session::Session,
};

/// Everything that is asked.
pub(super) fn questions(session: &Session, act: &Act) -> Html {
    let weights = &session.answers().weights;
    let priorities = Priorities::ALL.iter().find(|known| known.weights() == *weights);
    let priorities = priorities.map_or("your own", |known| known.label());
    html! {
        <section class="questions" aria-label="Questions">
            {notes(session.notes(), act)}
            {presets(session, act)}
            {key_questions(session, act)}
            <section class="refine" aria-labelledby="refine-title">
                <h2 id="refine-title">{"Refine the estimate"}</h2>
                {progress(session)}
                {refining(Section::Site, session, act)}
                {refining(Section::Today, session, act)}
                {refining(Section::Work, session, act)}
                {refining(Section::Musts, session, act)}
                {group("Priorities", priorities, weights_editor(session, act))}
                {refining(Section::Money, session, act)}
            </section>
        </section>
    }
}
