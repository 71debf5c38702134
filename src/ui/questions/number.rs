use std::cmp::Ordering;

use yew::prelude::*;

use super::slider::slider;
use crate::{
    questionnaire::{Depth, Input, NOT_SURE, QuestionId, number, stops},
    session::{Action, Field, Typed},
    ui::{
        act::Act,
        parts::{number_field::NumberField, tick_box::TickBox},
    },
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct NumberInputProps {
    pub id: QuestionId,
    /// The answer as a token.
    pub value: AttrValue,
    /// The answer as a person reads it.
    pub used: AttrValue,
    /// What stands in the field instead.
    pub typed: Option<Typed>,
    /// Identifiers of what describes the answer, with spaces between them.
    pub describedby: AttrValue,
    /// What stands between the label and the field.
    pub help: Html,
    pub act: Act,
}

/// A number: the text field decides, the slider and its buttons help.
#[component]
pub(super) fn NumberInput(props: &NumberInputProps) -> Html {
    let NumberInputProps { id, value, used, typed, describedby, help, act } = props;
    let asked = id.question();
    let Input::Number { min, max, unit, example, unlimited } = asked.input else { return Html::default() };
    let (label, field) = (asked.label, Field::Question(*id));
    let number = number::parse(value, "");
    let shown = match (typed, number) {
        (Some(typed), _) => typed.text.clone(),
        (None, Some(number)) => written(number),
        (None, None) => String::new(),
    };
    let stops = stops::stops(min, max);
    let step = |direction: Ordering| number.and_then(|number| stops::step(&stops, number, direction));
    let (less, more) = (step(Ordering::Less), step(Ordering::Greater));
    let has_slider = asked.depth == Depth::First;
    let open_end = |label: &'static str, word: &'static str| {
        let field = field.clone();
        let ontick = act.reform(move |ticked| {
            let answer = if ticked { word } else { example };
            Action::Choose(field.clone(), answer.to_owned())
        });
        html! { <TickBox class="open-end" {label} ticked={*value == word} {ontick} /> }
    };
    html! {
        <>
            <label class="asked" for={id.token()}>
                {label}
                if !unit.is_empty() && !label.to_ascii_lowercase().contains(unit) {
                    <span class="in-unit">{format!(" ({unit})")}</span>
                }
            </label>
            {help.clone()}
            <div class="number-field">
                if has_slider {
                    {stepper(act, &field, "−", format!("Less: {label}"), less)}
                }
                <span class="box">
                    <NumberField
                        id={id.token()}
                        {shown}
                        {describedby}
                        invalid={typed.as_ref().is_some_and(|typed| typed.problem.is_some())}
                        ontype={on_text(act, &field, Action::Type)}
                        onsettle={on_text(act, &field, |field, _| Action::Settle(field))}
                    />
                    <span class="unit" aria-hidden="true">{unit}</span>
                </span>
                if has_slider {
                    {stepper(act, &field, "+", format!("More: {label}"), more)}
                }
                if asked.may_be_open() {
                    {open_end("I'm not sure", NOT_SURE)}
                }
                if let Some(word) = unlimited {
                    {open_end("No limit", word)}
                }
            </div>
            if has_slider {
                {slider(asked, stops, number, used, act)}
            }
        </>
    }
}

/// A number as it stands in the field: long ones with their thousands apart.
fn written(value: f64) -> String {
    if value.abs() >= 1_000.0 && value.trunc() == value { text::grouped(value) } else { text::trimmed(value, 6) }
}

fn on_text(act: &Act, field: &Field, action: fn(Field, String) -> Action) -> Callback<String> {
    let field = field.clone();
    act.reform(move |text| action(field.clone(), text))
}

fn stepper(act: &Act, field: &Field, sign: &'static str, name: String, to: Option<f64>) -> Html {
    let field = field.clone();
    let onclick =
        act.reform(move |_: MouseEvent| Action::Choose(field.clone(), to.map(number::token).unwrap_or_default()));
    html! {
        <button type="button" class="step" aria-label={name} disabled={to.is_none()} {onclick}>{sign}</button>
    }
}
