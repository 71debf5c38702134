use yew::prelude::*;

use super::question::question_row;
use crate::{
    questionnaire::{Depth, QUESTIONS, Section},
    session::Session,
    ui::{Act, markup::tag},
};

/// The questions of one fieldset; what most people need not think about is folded away.
pub(super) fn section_fields(section: Section, session: &Session, act: &Act) -> Html {
    let rows = |depth: Depth| {
        QUESTIONS
            .iter()
            .filter(move |question| question.section == section && question.depth() == depth)
            .map(|question| question_row(question, session, act))
            .collect::<Vec<_>>()
    };
    let details = rows(Depth::Detail);
    tag("fieldset")
        .class("section")
        .add(tag("legend").add(tag("h2").add(section.title())))
        .all(rows(Depth::First))
        .add((!details.is_empty()).then(|| {
            tag("details")
                .class("more")
                .add(tag("summary").add(format!("{} ({})", more(section), details.len())))
                .all(details)
        }))
        .html()
}

const fn more(section: Section) -> &'static str {
    match section {
        Section::Site => "More about your site",
        Section::Work => "More about how you work",
        Section::Musts => "More must-haves",
        Section::Money => "Hourly rate, currency and tax",
    }
}
