use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::{Question, number, stops},
    session::{Action, Field},
    ui::Act,
    units::text,
};

/// A slider over round numbers; the text field beside it decides.
pub(super) fn slider(asked: &'static Question, stops: Vec<f64>, value: Option<f64>, used: &str, act: &Act) -> Html {
    let id = asked.id;
    let last = stops.len().saturating_sub(1);
    let at = value.map_or(0, |value| stops::nearest_stop(&stops, value));
    let ends = [stops.first(), stops.last()].map(|stop| stop.copied().map(text::short).unwrap_or_default());
    let slide = {
        act.reform(move |event: InputEvent| {
            let at = event::value(&event).parse::<usize>().unwrap_or_default();
            let value = stops.get(at).copied().unwrap_or_default();
            Action::Slide(Field::Question(id), number::token(value))
        })
    };
    html! {
        <div class={if value.is_some() { "slider" } else { "slider idle" }}>
            <input
                type="range"
                min="0"
                max={last.to_string()}
                step="1"
                value={at.to_string()}
                aria-label={format!("{}, slider", asked.label)}
                aria-valuetext={used.to_owned()}
                oninput={slide}
                onchange={act.reform(move |_| Action::Settle(Field::Question(id)))}
            />
            <span class="ends" aria-hidden="true">
                { for ends.into_iter().map(|end| html! { <span>{ end }</span> }) }
            </span>
        </div>
    }
}
