use std::cmp::Ordering;

use yew::prelude::*;

use super::{question::Row, slider::slider};
use crate::{
    browser::event,
    questionnaire::{Depth, Input, NOT_SURE, Unsure, number, stops},
    session::{Action, Field},
    ui::Act,
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
    let companion = asked.depth() == Depth::First;
    let label = asked.label;
    html! {
        <>
            <label class="asked" for={id}>
                { label }
                if !unit.is_empty() && !label.to_ascii_lowercase().contains(unit) { <span class="in-unit">{ format!(" ({unit})") }</span> }
            </label>
            { help }
            <div class="number-field">
                if companion { { button(act, &field, "−", format!("Less: {label}"), step(Ordering::Less)) } }
                <span class="box">
                    <input
                        {id}
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        spellcheck="false"
                        value={shown}
                        aria-describedby={described}
                        aria-invalid={if wrong { "true" } else { "false" }}
                        oninput={act.reform(move |event: InputEvent| Action::Type(Field::Question(id), event::value(&event)))}
                        onblur={act.reform(move |_| settle.clone())}
                        onkeydown={on_enter}
                    />
                    <span class="unit" aria-hidden="true">{ unit }</span>
                </span>
                if companion { { button(act, &field, "+", format!("More: {label}"), step(Ordering::Greater)) } }
                if asked.unsure == Unsure::Offered {
                    { open_end(row, "I'm not sure", NOT_SURE, example) }
                }
                if let Some(word) = unlimited { { open_end(row, "No limit", word, example) } }
            </div>
            if companion {
                { slider(asked, stops, value, &row.used, act) }
            }
        </>
    }
}

/// A number as it stands in the field: long ones with their thousands apart.
fn written(value: f64) -> String {
    if value.abs() >= 1_000.0 && libm::trunc(value) == value { text::grouped(value) } else { text::trimmed(value, 6) }
}

fn button(act: &Act, field: &Field, sign: &'static str, name: String, to: Option<f64>) -> Html {
    let field = field.clone();
    let onclick = act.reform(move |_| Action::Choose(field.clone(), to.map(number::token).unwrap_or_default()));
    html! { <button type="button" class="step" aria-label={name} disabled={to.is_none()} {onclick}>{ sign }</button> }
}

/// The box that leaves a number open; taking the tick away puts a fair number in its place.
fn open_end(row: &Row<'_>, label: &'static str, word: &'static str, example: &'static str) -> Html {
    let id = row.asked.id;
    let tick = row.act.reform(move |event: Event| {
        let answer = if event::ticked(&event) { word } else { example };
        Action::Choose(Field::Question(id), answer.to_owned())
    });
    html! {
        <label class="open-end">
            <input type="checkbox" checked={row.value == word} onchange={tick} />
            <span>{ label }</span>
        </label>
    }
}
