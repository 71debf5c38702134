use std::rc::Rc;

use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::{Choice, Criterion, Priorities},
    session::{Action, Field, Session, Typed},
    ui::Act,
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct WeightsEditorProps {
    pub session: Rc<Session>,
    pub act: Act,
}

/// The 100 points: ready-made spreads, and every criterion by hand.
#[component]
pub(super) fn WeightsEditor(props: &WeightsEditorProps) -> Html {
    let WeightsEditorProps { session, act } = props;
    let weights = session.answers().weights;
    html! {
        <fieldset class="section">
            <legend><h2>{ "What matters most" }</h2></legend>
            <p class="hint">{ "Spread 100 points over what an option can be good at" }</p>
            <div class="spreads" role="group" aria-label="Ready-made spreads">
                { for Priorities::ALL.iter().map(|priorities| html! {
                    <button
                        type="button"
                        class="chip"
                        aria-pressed={if priorities.weights() == weights { "true" } else { "false" }}
                        onclick={act.reform(|_| Action::Weigh(*priorities))}
                    >
                        { priorities.label() }
                    </button>
                }) }
            </div>
            <div class="points">
                { for Criterion::ALL.iter().map(|criterion| {
                    let field = Field::Points(*criterion);
                    html! {
                        <PointsRow
                            key={criterion.token()}
                            criterion={*criterion}
                            value={field.read(session.answers())}
                            typed={session.typed(&field).cloned()}
                            act={act.clone()}
                        />
                    }
                }) }
            </div>
            <p class="sum">
                { sum(weights.total().value()) }
                if weights.total().value() != 100.0 {
                    <button type="button" onclick={act.reform(|_| Action::Rescale)}>{ "Rescale to 100" }</button>
                }
            </p>
        </fieldset>
    }
}

fn sum(total: f64) -> String {
    let points = |value: f64| text::trimmed(value, 1);
    if total > 100.0 {
        format!(
            "Your points add up to {}. Take {} off, or select \"Rescale to 100\".",
            points(total),
            points(total - 100.0)
        )
    } else if total < 100.0 {
        format!("Your points add up to {}. Add {}, or select \"Rescale to 100\".", points(total), points(100.0 - total))
    } else {
        "100 of 100 points given.".to_owned()
    }
}

#[derive(Properties, PartialEq)]
struct PointsRowProps {
    criterion: Criterion,
    value: String,
    typed: Option<Typed>,
    act: Act,
}

#[component]
fn PointsRow(props: &PointsRowProps) -> Html {
    let PointsRowProps { criterion, value, typed, act } = props;
    let criterion = *criterion;
    let id = Field::Points(criterion).key();
    let shown = typed.as_ref().map_or_else(|| value.clone(), |typed| typed.text.clone());
    let problem = typed.as_ref().and_then(|typed| typed.problem.as_ref());
    let slide = act.reform(move |event: InputEvent| Action::Slide(Field::Points(criterion), event::value(&event)));
    let settle = move |_| Action::Settle(Field::Points(criterion));
    html! {
        <div class={if problem.is_some() { "point-row wrong" } else { "point-row" }}>
            <label for={id.clone()}>{ criterion.label() }<small id={format!("{id}-swing")}>{ criterion.swing() }</small></label>
            <input
                type="range"
                min="0"
                max="50"
                step="1"
                value={value.clone()}
                aria-label={format!("{}, slider", criterion.label())}
                aria-valuetext={format!("{value} points")}
                oninput={slide}
                onchange={act.reform(move |_: Event| Action::Settle(Field::Points(criterion)))}
            />
            <input
                id={id.clone()}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                value={shown}
                aria-describedby={format!("{id}-swing")}
                aria-invalid={if problem.is_some() { "true" } else { "false" }}
                oninput={act.reform(move |event: InputEvent| Action::Type(Field::Points(criterion), event::value(&event)))}
                onblur={act.reform(settle)}
            />
            if let Some(problem) = problem { <p class="problem">{ problem.message.clone() }</p> }
        </div>
    }
}
