use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::{number, stops},
    session::{Action, Field},
    ui::Act,
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct SliderProps {
    pub id: &'static str,
    pub label: &'static str,
    /// Where it can stop.
    pub stops: Vec<f64>,
    /// The present value, or none when it is left open.
    pub value: Option<f64>,
    /// The present value as a person reads it.
    pub used: String,
    pub act: Act,
}

/// A slider over round numbers; the text field beside it decides.
#[component]
pub(super) fn Slider(props: &SliderProps) -> Html {
    let id = props.id;
    let last = props.stops.len().saturating_sub(1);
    let at = props.value.map_or(0, |value| stops::nearest_stop(&props.stops, value));
    let slide = {
        let stops = props.stops.clone();
        props.act.reform(move |event: InputEvent| {
            let at = event::value(&event).parse::<usize>().unwrap_or_default();
            let value = stops.get(at).copied().unwrap_or_default();
            Action::Slide(Field::Question(id), number::token(value))
        })
    };
    let ends = |stop: Option<&f64>| stop.copied().map(text::short).unwrap_or_default();
    html! {
        <div class={if props.value.is_some() { "slider" } else { "slider idle" }}>
            <input
                type="range"
                min="0"
                max={last.to_string()}
                step="1"
                value={at.to_string()}
                aria-label={format!("{}, slider", props.label)}
                aria-valuetext={props.used.clone()}
                oninput={slide}
                onchange={props.act.reform(move |_| Action::Settle(Field::Question(id)))}
            />
            <span class="ends" aria-hidden="true">
                <span>{ ends(props.stops.first()) }</span>
                <span>{ ends(props.stops.last()) }</span>
            </span>
        </div>
    }
}
