use yew::prelude::*;

use crate::{
    questionnaire::PRESETS,
    session::{Action, Session},
    ui::{
        Act,
        markup::{button, tag},
    },
};

/// Sites to start from.
pub(crate) fn presets(session: &Session, act: &Act) -> Html {
    tag("section")
        .class("presets")
        .set("aria-labelledby", "presets-title")
        .add(tag("h2").set("id", "presets-title").add("Start from a site like yours"))
        .add(tag("div").class("preset-grid").all(PRESETS.iter().map(|preset| {
            let chosen = session.preset(preset.id).as_ref() == Some(session.answers());
            button()
                .class("preset")
                .attr("aria-pressed", if chosen { "true" } else { "false" })
                .onclick(act.reform(|_| Action::Start(preset.id)))
                .add(tag("strong").add(preset.name))
                .add(tag("span").add(preset.summary))
                .html()
        })))
        .html()
}
