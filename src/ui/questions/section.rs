use yew::prelude::*;

use super::question::question_row;
use crate::{
    questionnaire::{Depth, Section, asked},
    session::Session,
    ui::{
        Act, Unfolded,
        markup::{row, tag},
    },
};

/// The questions of one fieldset; what most people need not think about is folded away.
pub(super) fn section_fields(section: Section, session: &Session, unfolded: Unfolded, act: &Act) -> Html {
    let of =
        |depth: Depth| asked(session.answers()).filter(move |asked| asked.section == section && asked.depth == depth);
    let rows = |depth: Depth| row(of(depth).map(|asked| question_row(asked, session, act)));
    let details = of(Depth::Detail).count();
    tag("fieldset")
        .class("section")
        .add(tag("legend").add(tag("h2").add(section.title())))
        .add(rows(Depth::First))
        .add((details > 0).then(|| {
            tag("details")
                .class("more")
                .add(tag("summary").add(format!("{} ({})", more(section), details)))
                .add((unfolded >= Unfolded::Details).then(|| rows(Depth::Detail)))
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
