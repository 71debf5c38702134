use std::{cell::RefCell, cmp::Ordering, rc::Rc};

use yew::prelude::*;

use super::{row::QuestionRowProps, slider::slider};
use crate::{
    questionnaire::{DOLLARS, Depth, Input, NOT_SURE, number, stops},
    session::{Action, Field},
    ui::{
        act::Act,
        parts::{
            number_field::{NumberField, number_field},
            tick_box::tick_box,
        },
    },
    units::text,
};

/// An amount in US dollars as it is kept, and the text in another currency that it was typed as.
pub(super) type TypedAmount = Rc<RefCell<Option<(String, String)>>>;

/// A number: the text field decides, the slider and its buttons help.
/// `describedby` is of identifiers with spaces between them; `help` stands between the label and the field.
pub(super) fn number_input(
    props: &QuestionRowProps,
    typed_amount: &TypedAmount,
    describedby: AttrValue,
    help: Html,
) -> Html {
    let QuestionRowProps { id, value, used, typed, money, act, .. } = props;
    let asked = id.question();
    let Input::Number { min, max, unit, example, unlimited } = asked.input else { return Html::default() };
    let (label, field) = (asked.label, Field::Question(*id));
    let number = number::parse(value, "");
    // Amounts are kept in US dollars, and given in the currency that all others are shown in.
    let (unit, rate) = money.filter(|_| unit == DOLLARS).unwrap_or((unit, 1.0));
    let shown = match (typed, number) {
        (Some(typed), _) if rate != 1.0 => match number::parse(&typed.text, "") {
            Some(dollars) => match &*typed_amount.borrow() {
                Some((known, text)) if *known == typed.text => text.clone(),
                Some(_) | None => written(dollars * rate),
            },
            None => typed.text.clone(),
        },
        (Some(typed), _) => typed.text.clone(),
        (None, Some(number)) => written(number * rate),
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
        tick_box("open-end", label, *value == word, &ontick)
    };
    let control = number_field(NumberField {
        id: id.token().into(),
        shown: shown.into(),
        describedby,
        invalid: typed.as_ref().is_some_and(|typed| typed.problem.is_some()),
        size: None,
        ontype: {
            let (typed_amount, ontype) = (Rc::clone(typed_amount), on_text(act, &field, Action::Type));
            Callback::from(move |text: String| match number::parse(text.trim_start_matches(['$', '€', '£']), "") {
                Some(amount) if rate != 1.0 => {
                    let dollars = number::token(amount / rate);
                    typed_amount.replace(Some((dollars.clone(), text)));
                    ontype.emit(dollars);
                }
                Some(_) | None => ontype.emit(text),
            })
        },
        onsettle: on_text(act, &field, |field, _| Action::Settle(field)),
    });
    html! {
        <>
            <label class="asked" for={id.token()}>
                {label}
                if !unit.is_empty() && !label.to_ascii_lowercase().contains(unit) {
                    <span class="in-unit">{format!(" ({unit})")}</span>
                }
            </label>
            {help}
            <div class="number-field">
                if has_slider {
                    {stepper(act, &field, "−", format!("Less: {label}"), less)}
                }
                <span class="box">
                    {control}
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
                {slider(asked, stops, number, rate, used, act)}
            }
        </>
    }
}

/// A number as it stands in the field: long ones with their thousands apart.
fn written(value: f64) -> String {
    match value.abs() {
        large if large >= 1_000.0 && value.trunc() == value => text::grouped(value),
        // An amount converted at some rate has more digits than anybody reads.
        some if some >= 10.0 => text::trimmed(value, 2),
        _ => text::trimmed(value, 6),
    }
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
