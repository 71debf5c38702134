use yew::prelude::*;

use super::option_panel::option_panel;
use crate::{
    browser::event,
    decision::{Standing, Verdict},
    options::{OptionId, hosting},
    report::facts,
    session::{Action, Session},
    ui::{
        Act,
        advice::Advised,
        markup::{button, tag},
        parts::{bar::bar, verdict_tag::verdict_tag},
    },
    units::text,
    workload::Case,
};

/// An option in a list: its figures, and its panel behind a button.
pub(super) fn option_row(standing: &Standing, more: Html, session: &Session, advised: &Advised, act: &Act) -> Html {
    let assessment = &standing.assessment;
    let option = assessment.hosting.id;
    let open = session.is_open(option);
    let answers = &advised.answers;
    let panel = format!("panel-{}", option.0);
    let best = standing.verdict == Verdict::Recommended;
    tag("li")
        .key(option.0)
        .class(if best { "option-row best" } else { "option-row" })
        .add(
            tag("div")
                .class("option-head")
                .add(
                    tag("h3").add(
                        button()
                            .attr("aria-expanded", if open { "true" } else { "false" })
                            .attr("aria-controls", panel.clone())
                            .onclick(act.reform(move |_| Action::Toggle(option)))
                            .add(assessment.hosting.name),
                    ),
                )
                .add(verdict_tag(standing.verdict)),
        )
        .add(
            tag("dl")
                .class("option-figures")
                .add(
                    tag("div").class("scored").add(tag("dt").add("Points")).add(
                        tag("dd")
                            .add(text::grouped(standing.score.total.value()))
                            .add(bar(standing.score.total.value() / 100.0, if best { "accent" } else { "" })),
                    ),
                )
                .add(tag("div").add(tag("dt").add("A month")).add(tag("dd").add(facts::month(
                    standing,
                    answers,
                    Case::Typical,
                ))))
                .add(
                    tag("div")
                        .add(tag("dt").add("Down a year"))
                        .add(tag("dd").add(assessment.availability.downtime.to_string())),
                )
                .add(
                    tag("div").add(tag("dt").add("Back in")).add(tag("dd").add(assessment.recovery.time().to_string())),
                )
                .add(tag("div").add(tag("dt").add("Work a month")).add(
                    tag("dd").add(format!("{} h", text::trimmed(assessment.hosting.operations.typical.value(), 1))),
                )),
        )
        .add(more)
        .add(
            tag("div")
                .attr("id", panel)
                .class("option-panel")
                .flag("hidden", !open)
                .add(open.then(|| option_panel(standing, advised, act))),
        )
        .html()
}

/// Chooses whose architecture and bill are shown.
pub(super) fn chooser(id: &'static str, advised: &Advised, looked_at: Option<OptionId>, act: &Act) -> Html {
    let choose = act.reform(|event: Event| Action::Look(hosting(&event::value(&event)).map(|hosting| hosting.id)));
    tag("label")
        .class("chooser")
        .attr("for", id)
        .add(tag("span").add("Show"))
        .add(
            tag("select")
                .attr("id", id)
                .onchange(choose)
                .add(tag("option").set("value", "").flag("selected", looked_at.is_none()).add(first_choice(advised)))
                .all(advised.standings.iter().skip(1).map(|standing| {
                    let hosting = standing.assessment.hosting;
                    tag("option")
                        .attr("value", hosting.id.0)
                        .flag("selected", looked_at == Some(hosting.id))
                        .add(hosting.name)
                        .html()
                })),
        )
        .html()
}

fn first_choice(advised: &Advised) -> String {
    let name = advised.standings.first().map(|first| first.assessment.hosting.name).unwrap_or_default();
    match advised.recommended() {
        Some(_) => format!("{name} (fits best)"),
        None => format!("{name} (nearest)"),
    }
}
