use yew::prelude::*;

use crate::{
    questionnaire::PRESETS,
    session::{Action, Session},
    ui::Act,
};

/// Sites to start from.
pub(crate) fn presets(session: &Session, act: &Act) -> Html {
    html! {
        <section class="presets" aria-labelledby="presets-title">
            <h2 id="presets-title">{ "Start from a site like yours" }</h2>
            <div class="preset-grid">
                { for PRESETS.iter().map(|preset| {
                    let chosen = session.preset(preset.id).as_ref() == Some(session.answers());
                    html! {
                        <button
                            type="button"
                            class="preset"
                            aria-pressed={if chosen { "true" } else { "false" }}
                            onclick={act.reform(|_| Action::Start(preset.id))}
                        >
                            <strong>{ preset.name }</strong>
                            <span>{ preset.summary }</span>
                        </button>
                    }
                }) }
            </div>
        </section>
    }
}
