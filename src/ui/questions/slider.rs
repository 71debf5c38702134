use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::{Question, number, stops},
    session::{Action, Field},
    ui::{Act, markup::tag},
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
    tag("div")
        .class(if value.is_some() { "slider" } else { "slider idle" })
        .add(
            tag("input")
                .set("type", "range")
                .set("min", "0")
                .attr("max", last.to_string())
                .set("step", "1")
                .value(at.to_string())
                .attr("aria-label", format!("{}, slider", asked.label))
                .attr("aria-valuetext", used.to_owned())
                .oninput(slide)
                .onchange(act.reform(move |_| Action::Settle(Field::Question(id)))),
        )
        .add(
            tag("span")
                .class("ends")
                .set("aria-hidden", "true")
                .all(ends.into_iter().map(|end| tag("span").add(end).html())),
        )
        .html()
}
