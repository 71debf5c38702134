use yew::prelude::*;

use crate::{
    questionnaire::PRESETS,
    session::{Action, Session},
    ui::act::Act,
};

/// Sites to start from.
pub(crate) fn presets(session: &Session, act: &Act) -> Html {
    let is_chosen = |id| session.preset(id).as_ref() == Some(session.answers());
    html! {
        <section class="presets" aria-labelledby="presets-title">
            <h2 id="presets-title">{"Start from a site like yours"}</h2>
            <div class="preset-grid">
                for preset in PRESETS {
                    <button
                        type="button"
                        class="preset"
                        aria-pressed={is_chosen(preset.id).to_string()}
                        onclick={act.reform(|_| Action::Start(preset.id))}
                    >
                        <strong>{preset.name}</strong>
                        <span>{preset.summary}</span>
                    </button>
                }
            </div>
        </section>
    }
}
