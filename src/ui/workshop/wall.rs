use yew::prelude::*;

use crate::{
    questionnaire::{Answers, Choice, Criterion, PRESETS},
    report::facts::{self, Row},
    ui::{
        advice::Advised,
        markup::{column, tag},
        parts::{bar::bar, verdict_tag::verdict_tag},
    },
    units::text,
    workshop::Shows,
};

/// A page as the audience has it: to be read, not to be touched.
pub(super) fn wall(shows: Shows, answers: &Answers, advised: &Advised) -> Html {
    match shows {
        Shows::Presets => tag("ul")
            .class("wall-presets")
            .all(PRESETS.iter().map(|preset| {
                tag("li")
                    .class(if (preset.answers)() == *answers { "chosen" } else { "" })
                    .add(tag("strong").add(preset.name))
                    .add(tag("span").add(preset.summary))
                    .html()
            }))
            .html(),
        Shows::Questions(ids) => tag("dl")
            .class("wall-answers")
            .all(ids.iter().map(|id| id.question()).map(|asked| {
                tag("div").add(tag("dt").add(asked.label)).add(tag("dd").add(asked.spoken(answers))).html()
            }))
            .html(),
        Shows::Points => tag("dl")
            .class("wall-points")
            .all(Criterion::ALL.iter().map(|criterion| {
                let points = answers.weights.of(*criterion).value();
                tag("div")
                    .add(tag("dt").add(criterion.label()))
                    .add(tag("dd").add(bar(answers.weights.share(*criterion), "accent")).add(text::trimmed(points, 1)))
                    .html()
            }))
            .html(),
        Shows::Result => standings(advised),
    }
}

/// All options in a table that can be read from afar.
pub(super) fn standings(advised: &Advised) -> Html {
    tag("table")
        .class("standings")
        .add(
            tag("thead").add(
                tag("tr")
                    .add(column().add("Option"))
                    .add(column().add("Verdict"))
                    .add(column().add("Points"))
                    .add(column().add("A month")),
            ),
        )
        .add(tag("tbody").all(advised.standings.iter().map(|standing| {
            let Row { name, points, typical, .. } = facts::row(standing, advised);
            tag("tr")
                .add(tag("th").set("scope", "row").add(name))
                .add(tag("td").add(verdict_tag(standing.verdict)))
                .add(tag("td").add(points))
                .add(tag("td").add(typical))
                .html()
        })))
        .html()
}
