//! What is asked: presets, questions in their fieldsets, and the 100 points.

mod choice;
mod notes;
mod number;
mod presets;
mod question;
mod section;
mod slider;
mod weights;

use std::rc::Rc;

use notes::Notes;
use presets::Presets;
use section::SectionFields;
use weights::WeightsEditor;
use yew::prelude::*;

use super::Act;
use crate::{questionnaire::Section, session::Session};

#[derive(Properties, PartialEq)]
pub(super) struct QuestionsProps {
    pub session: Rc<Session>,
    pub act: Act,
}

/// Everything that is asked.
#[component]
pub(super) fn Questions(props: &QuestionsProps) -> Html {
    let QuestionsProps { session, act } = props;
    let fields = |section: Section| {
        html! { <SectionFields session={Rc::clone(session)} {section} act={act.clone()} /> }
    };
    html! {
        <section class="questions" aria-label="Questions">
            <Notes notes={session.notes().to_vec()} act={act.clone()} />
            <Presets answers={session.answers().clone()} act={act.clone()} />
            { fields(Section::Site) }
            { fields(Section::Work) }
            { fields(Section::Musts) }
            <WeightsEditor session={Rc::clone(session)} act={act.clone()} />
            { fields(Section::Money) }
        </section>
    }
}
