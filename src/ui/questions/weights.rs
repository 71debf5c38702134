use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::{Choice, Criterion, Priorities},
    session::{Action, Field, Session},
    ui::{
        Act,
        markup::{button, tag},
        parts::text_field::{complaint, text_field},
    },
    units::text,
};

/// The 100 points: ready-made spreads, and every criterion by hand.
pub(crate) fn weights_editor(session: &Session, act: &Act) -> Html {
    let weights = session.answers().weights;
    tag("fieldset")
        .class("section")
        .add(tag("legend").add(tag("h2").add("What matters most")))
        .add(tag("p").class("hint").add("Spread 100 points over what an option can be good at"))
        .add(tag("div").class("spreads").set("role", "group").set("aria-label", "Ready-made spreads").all(
            Priorities::ALL.iter().map(|priorities| {
                button()
                    .class("chip")
                    .attr("aria-pressed", if priorities.weights() == weights { "true" } else { "false" })
                    .onclick(act.reform(|_| Action::Weigh(*priorities)))
                    .add(priorities.label())
                    .html()
            }),
        ))
        .add(
            tag("div").class("points").all(Criterion::ALL.iter().map(|criterion| points_row(*criterion, session, act))),
        )
        .add(
            tag("p").class("sum").add(sum(weights.total().value())).add(
                (weights.total().value() != 100.0)
                    .then(|| button().onclick(act.reform(|_| Action::Rescale)).add("Rescale to 100")),
            ),
        )
        .html()
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

fn points_row(criterion: Criterion, session: &Session, act: &Act) -> Html {
    let field = Field::Points(criterion);
    let (id, value) = (field.key(), field.read(session.answers()));
    tag("div")
        .class("point-row")
        .key(criterion.token())
        .add(tag("label").attr("for", id.clone()).add(criterion.label()).add(tag("small").add(criterion.swing())))
        .add(
            tag("input")
                .set("type", "range")
                .set("min", "0")
                .set("max", "50")
                .set("step", "1")
                .value(value.clone())
                .attr("aria-label", format!("{}, slider", criterion.label()))
                .attr("aria-valuetext", format!("{value} points"))
                .oninput(
                    act.reform(move |event: InputEvent| Action::Slide(Field::Points(criterion), event::value(&event))),
                )
                .onchange(act.reform(move |_: Event| Action::Settle(Field::Points(criterion)))),
        )
        .add(text_field(&field, &id, session, act))
        .add(complaint(&field, &id, session))
        .html()
}
