use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::{Question, number, stops},
    session::{Action, Field},
    ui::act::Act,
    units::text,
};

/// A slider over round numbers, shown at a rate; the text field beside it decides.
pub(super) fn slider(
    asked: &Question,
    stops: Vec<f64>,
    value: Option<f64>,
    rate: f64,
    used: &AttrValue,
    act: &Act,
) -> Html {
    let id = asked.id;
    let last = stops.len().saturating_sub(1);
    let at = value.map_or(0, |value| stops::nearest_stop(&stops, value));
    let ends = [stops.first(), stops.last()].map(|stop| stop.map(|stop| text::short(stop * rate)).unwrap_or_default());
    let slide = act.reform(move |event: InputEvent| {
        let at = event::value(&event).parse::<usize>().unwrap_or_default();
        let value = stops.get(at).copied().unwrap_or_default();
        Action::Slide(Field::Question(id), number::token(value))
    });
    html! {
        <div class={classes!("slider", value.is_none().then_some("idle"))}>
            <input
                type="range"
                min="0"
                max={last.to_string()}
                step="1"
                value={at.to_string()}
                aria-label={format!("{}, slider", asked.label)}
                aria-valuetext={used}
                oninput={slide}
                onchange={act.reform(move |_: Event| Action::Settle(Field::Question(id)))}
            />
            <span class="ends" aria-hidden="true">
                for end in ends {
                    <span>{end}</span>
                }
            </span>
        </div>
    }
}
