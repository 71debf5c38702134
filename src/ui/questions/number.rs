use std::cmp::Ordering;

use yew::prelude::*;

use super::{question::Row, slider::slider};
use crate::{
    browser::event,
    questionnaire::{Depth, Input, NOT_SURE, number, stops},
    session::{Action, Field},
    ui::{
        Act,
        markup::{button, tag, tick_box, together},
        parts::decimal_field::decimal_field,
    },
    units::text,
};

/// A number: the text field decides, the slider and its buttons help.
pub(super) fn number_input(row: &Row<'_>, help: Html, described: String) -> Html {
    let asked = row.asked;
    let Input::Number { min, max, unit, example, unlimited } = asked.input else { return Html::default() };
    let (id, act) = (asked.id, row.act);
    let field = Field::Question(id);
    let value = number::parse(&row.value, "");
    let shown = match (row.typed, value) {
        (Some(typed), _) => typed.text.clone(),
        (None, Some(value)) => written(value),
        (None, None) => String::new(),
    };
    let wrong = row.typed.is_some_and(|typed| typed.problem.is_some());
    let settle = Action::Settle(field.clone());
    let on_enter = Callback::from({
        let (act, settle) = (act.clone(), settle.clone());
        move |key: KeyboardEvent| {
            if event::is_enter(&key) {
                act.emit(settle.clone())
            }
        }
    });
    let stops = stops::stops(min, max);
    let step = |direction: Ordering| value.and_then(|value| stops::step(&stops, value, direction));
    let companion = asked.depth == Depth::First;
    let label = asked.label;
    together((
        tag("label").class("asked").attr("for", id.token()).add(label).add(
            (!unit.is_empty() && !label.to_ascii_lowercase().contains(unit))
                .then(|| tag("span").class("in-unit").add(format!(" ({unit})"))),
        ),
        help,
        tag("div")
            .class("number-field")
            .add(companion.then(|| stepper(act, &field, "−", format!("Less: {label}"), step(Ordering::Less))))
            .add(
                tag("span")
                    .class("box")
                    .add(
                        decimal_field(id.token().into(), shown, described, wrong)
                            .set("spellcheck", "false")
                            .oninput(act.reform(move |event: InputEvent| {
                                Action::Type(Field::Question(id), event::value(&event))
                            }))
                            .onblur(act.reform(move |_| settle.clone()))
                            .onkeydown(on_enter),
                    )
                    .add(tag("span").class("unit").set("aria-hidden", "true").add(unit)),
            )
            .add(companion.then(|| stepper(act, &field, "+", format!("More: {label}"), step(Ordering::Greater))))
            .add(asked.may_be_open().then(|| open_end(row, "I'm not sure", NOT_SURE, example)))
            .add(unlimited.map(|word| open_end(row, "No limit", word, example))),
        companion.then(|| slider(asked, stops, value, &row.used, act)),
    ))
}

/// A number as it stands in the field: long ones with their thousands apart.
fn written(value: f64) -> String {
    if value.abs() >= 1_000.0 && value.trunc() == value { text::grouped(value) } else { text::trimmed(value, 6) }
}

fn stepper(act: &Act, field: &Field, sign: &'static str, name: String, to: Option<f64>) -> Html {
    let field = field.clone();
    let onclick = act.reform(move |_| Action::Choose(field.clone(), to.map(number::token).unwrap_or_default()));
    button().class("step").attr("aria-label", name).flag("disabled", to.is_none()).onclick(onclick).add(sign).html()
}

/// The box that leaves a number open; taking the tick away puts a fair number in its place.
fn open_end(row: &Row<'_>, label: &'static str, word: &'static str, example: &'static str) -> Html {
    let id = row.asked.id;
    let tick = row.act.reform(move |event: Event| {
        let answer = if event::ticked(&event) { word } else { example };
        Action::Choose(Field::Question(id), answer.to_owned())
    });
    tick_box(row.value == word, tick).class("open-end").add(tag("span").add(label)).html()
}
