use yew::prelude::*;

use crate::{
    browser::event,
    options::{OptionId, hosting},
    session::Action,
    ui::{act::Act, advice::Advised},
};

/// Chooses whose architecture and bill are shown.
pub(super) fn option_chooser(id: &'static str, advised: &Advised, looked_at: Option<OptionId>, act: &Act) -> Html {
    let onchange = act.reform(|chosen: Event| {
        let option = hosting(&event::value(&chosen)).map(|hosting| hosting.id);
        Action::Look(option)
    });
    html! {
        <label class="chooser" for={id}>
            <span>{"Show"}</span>
            <select {id} {onchange}>
                <option value="" selected={looked_at.is_none()}>{first_choice(advised)}</option>
                for hosting in advised.standings.iter().skip(1).map(|standing| standing.assessment.hosting) {
                    <option value={hosting.id.0} selected={looked_at == Some(hosting.id)}>{hosting.name}</option>
                }
            </select>
        </label>
    }
}

fn first_choice(advised: &Advised) -> String {
    let name = advised.standings.first().map(|first| first.assessment.hosting.name).unwrap_or_default();
    match advised.recommended() {
        Some(_) => format!("{name} (fits best)"),
        None => format!("{name} (nearest)"),
    }
}
