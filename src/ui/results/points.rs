use yew::prelude::*;

use crate::{
    decision::{Contribution, Standing},
    questionnaire::Choice,
    ui::{
        advice::Advised,
        markup::{column, scroller, tag, together},
        parts::bar::bar,
    },
    units::text,
};

/// Where the points of the first two options come from, and those of all others behind a button.
pub(super) fn points_tables(advised: &Advised) -> Html {
    let standings = &advised.standings;
    together((
        tag("h3").add("Where the points come from"),
        table("Points of the first two options", &standings[..standings.len().min(2)]),
        tag("details")
            .class("more")
            .add(tag("summary").add("All options"))
            .add(table("Points of all options", standings)),
    ))
}

fn table(name: &'static str, standings: &[Standing]) -> Html {
    let Some(first) = standings.first() else { return Html::default() };
    let part = |standing: &Standing, i: usize| standing.score.contributions.get(i).map(cell).unwrap_or_default();
    scroller(name.into())
        .class("scroller")
        .add(
            tag("table")
                .class("points-table")
                .add(
                    tag("thead").add(
                        tag("tr").add(column().add("Criterion")).all(
                            standings.iter().map(|standing| column().add(standing.assessment.hosting.name).html()),
                        ),
                    ),
                )
                .add(tag("tbody").all(first.score.contributions.iter().enumerate().map(|(i, contribution)| {
                    tag("tr")
                        .add(tag("th").set("scope", "row").add(contribution.criterion.label()).add(tag("small").add(
                            format!(
                                "{} points to give, {}",
                                points(contribution.weight.value()),
                                contribution.criterion.swing()
                            ),
                        )))
                        .all(standings.iter().map(|standing| part(standing, i)))
                        .html()
                })))
                .add(tag("tfoot").add(
                    tag("tr").add(tag("th").set("scope", "row").add("Score")).all(
                        standings.iter().map(|standing| {
                            tag("td").add(tag("strong").add(points(standing.score.total.value()))).html()
                        }),
                    ),
                )),
        )
        .html()
}

fn cell(contribution: &Contribution) -> Html {
    tag("td")
        .add(tag("span").class("given").add(points(contribution.points.value())))
        .add(bar(contribution.outcome.value, ""))
        .add(tag("small").add(contribution.outcome.shown.clone()))
        .html()
}

fn points(value: f64) -> String {
    text::trimmed(value, 1)
}
