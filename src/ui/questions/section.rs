use yew::prelude::*;

use super::{log::traffic_log, question::question_row};
use crate::{
    questionnaire::{Depth, Section, asked},
    session::Session,
    ui::{
        act::Act,
        progressive::{Deferred, Part},
    },
};

/// The questions of one fieldset; what most people need not think about is folded away.
pub(super) fn section_fields(section: Section, session: &Session, act: &Act) -> Html {
    let of =
        |depth: Depth| asked(session.answers()).filter(move |asked| asked.section == section && asked.depth == depth);
    let rows = |depth: Depth| of(depth).map(|asked| question_row(asked, session, act)).collect::<Html>();
    let details = of(Depth::Detail).count();
    html! {
        <fieldset class="section">
            <legend><h2>{section.title()}</h2></legend>
            if section == Section::Site {
                {traffic_log(session, act)}
            }
            {rows(Depth::First)}
            if details > 0 {
                <details class="more">
                    <summary>{format!("{} ({details})", more(section))}</summary>
                    <Deferred part={Part::DetailQuestions}>{rows(Depth::Detail)}</Deferred>
                </details>
            }
        </fieldset>
    }
}

const fn more(section: Section) -> &'static str {
    match section {
        Section::Site => "More about your site",
        Section::Work => "More about how you work",
        Section::Musts => "More must-haves",
        Section::Money => "Hourly rate, currency and tax",
    }
}
