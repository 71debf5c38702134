use yew::prelude::*;

use crate::{
    browser::event,
    decision::COST_SWING,
    questionnaire::{Answers, ClosedSet, Criterion, Priorities},
    session::{Action, Field, Session},
    ui::{
        act::Act,
        parts::text_field::{complaint, text_field},
    },
    units::text,
};

/// The 100 points: ready-made spreads, and every criterion by hand.
pub(crate) fn weights_editor(session: &Session, act: &Act) -> Html {
    let weights = session.answers().weights;
    let total = weights.total().value();
    html! {
        <fieldset class="section">
            <legend><h2>{"Set priorities"}</h2></legend>
            <p class="hint">{"Distribute 100 points over what an option can be good at"}</p>
            <div class="spreads" role="group" aria-label="Priority presets">
                for priorities in Priorities::ALL {
                    <button
                        type="button"
                        class="chip"
                        aria-pressed={(priorities.weights() == weights).to_string()}
                        onclick={act.reform(|_| Action::Weigh(*priorities))}
                    >
                        {priorities.label()}
                    </button>
                }
            </div>
            <div class="points">
                for criterion in Criterion::ALL {
                    {points_row(*criterion, session, act)}
                }
            </div>
            <p class="sum">
                {sum(total)}
                if total != 100.0 {
                    <button type="button" onclick={act.reform(|_| Action::Rescale)}>{"Rescale to 100"}</button>
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

/// What the points stand for, in the currency amounts are shown in.
pub(crate) fn swing(criterion: Criterion, answers: &Answers) -> String {
    match criterion {
        Criterion::Cost if answers.converts() => {
            let [dearest, cheapest] = COST_SWING.map(|usd| answers.amount(usd));
            format!("from {dearest} down to {cheapest} a month")
        }
        Criterion::Cost
        | Criterion::Headroom
        | Criterion::Availability
        | Criterion::Recovery
        | Criterion::EditorFreedom
        | Criterion::Effort
        | Criterion::Runway
        | Criterion::DeploymentSafety => criterion.swing().to_owned(),
    }
}

fn points_row(criterion: Criterion, session: &Session, act: &Act) -> Html {
    let field = Field::Points(criterion);
    let (id, value) = (field.key(), field.read(session.answers()));
    let slide = act.reform(move |event: InputEvent| Action::Slide(Field::Points(criterion), event::value(&event)));
    html! {
        <div class="point-row" key={criterion.token()}>
            <label for={id.clone()}>{criterion.label()}<small>{swing(criterion, session.answers())}</small></label>
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
            {text_field(&field, &id, session, act)}
            {complaint(&field, &id, session)}
        </div>
    }
}
