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
pub(super) use presets::presets;
pub(super) use question::question_row;
use section::section_fields;
pub(super) use weights::weights_editor;

use super::{Act, Unfolded, markup::tag};
use crate::{questionnaire::Section, session::Session};

/// Everything that is asked.
pub(super) fn questions(session: &Session, unfolded: Unfolded, act: &Act) -> Html {
    let fields = |section| section_fields(section, session, unfolded, act);
    tag("section")
        .class("questions")
        .set("aria-label", "Questions")
        .add(notes(session.notes(), act))
        .add(presets(session, act))
        .add(fields(Section::Site))
        .add(fields(Section::Work))
        .add(fields(Section::Musts))
        .add(weights_editor(session, act))
        .add(fields(Section::Money))
        .html()
}
