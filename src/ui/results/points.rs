use yew::prelude::*;

use crate::{
    decision::{Contribution, Standing},
    questionnaire::Choice,
    ui::{advice::Advised, parts::bar::bar},
    units::text,
};

/// Where the points of the first two options come from, and those of all others behind a button.
pub(super) fn points_tables(advised: &Advised) -> Html {
    let standings = &advised.standings;
    html! {
        <>
            <h3>{ "Where the points come from" }</h3>
            { table("Points of the first two options", &standings[..standings.len().min(2)]) }
            <details class="more">
                <summary>{ "All options" }</summary>
                { table("Points of all options", standings) }
            </details>
        </>
    }
}

fn table(name: &'static str, standings: &[Standing]) -> Html {
    let Some(first) = standings.first() else { return Html::default() };
    let part = |standing: &Standing, i: usize| standing.score.contributions.get(i).map(cell).unwrap_or_default();
    html! {
        <div class="scroller" role="region" aria-label={name} tabindex="0">
            <table class="points-table">
                <thead>
                    <tr>
                        <th scope="col">{ "Criterion" }</th>
                        { for standings.iter().map(|standing| html! {
                            <th scope="col">{ standing.assessment.hosting.name }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for first.score.contributions.iter().enumerate().map(|(i, contribution)| html! {
                        <tr>
                            <th scope="row">
                                { contribution.criterion.label() }
                                <small>{ format!("{} points to give, {}", points(contribution.weight.value()), contribution.criterion.swing()) }</small>
                            </th>
                            { for standings.iter().map(|standing| part(standing, i)) }
                        </tr>
                    }) }
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{ "Score" }</th>
                        { for standings.iter().map(|standing| html! {
                            <td><strong>{ points(standing.score.total.value()) }</strong></td>
                        }) }
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

fn cell(contribution: &Contribution) -> Html {
    html! {
        <td>
            <span class="given">{ points(contribution.points.value()) }</span>
            { bar(contribution.outcome.value, "") }
            <small>{ contribution.outcome.shown.clone() }</small>
        </td>
    }
}

fn points(value: f64) -> String {
    text::trimmed(value, 1)
}
