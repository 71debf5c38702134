use yew::prelude::*;

use crate::{
    decision::{Contribution, Standing},
    questionnaire::ClosedSet,
    ui::{
        advice::Advised,
        parts::{bar::bar, scroller::scroller},
    },
    units::text,
};

/// Where the points of the first two options come from, and those of all others behind a button.
pub(super) fn points_tables(advised: &Advised) -> Html {
    let standings = &advised.standings;
    html! {
        <>
            <h3>{"Where the points come from"}</h3>
            {table("Points of the first two options", &standings[..standings.len().min(2)])}
            <details class="more">
                <summary>{"All options"}</summary>
                {table("Points of all options", standings)}
            </details>
        </>
    }
}

fn table(label: &'static str, standings: &[Standing]) -> Html {
    let Some(first) = standings.first() else { return Html::default() };
    let content = html! {
            <table class="points-table">
                <thead>
                    <tr>
                        <th scope="col">{"Criterion"}</th>
                        for standing in standings {
                            <th scope="col">{standing.assessment.hosting.name}</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for (i, contribution) in first.score.contributions.iter().enumerate() {
                        {row(i, contribution, standings)}
                    }
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{"Score"}</th>
                        for standing in standings {
                            <td><strong>{points(standing.score.total.value())}</strong></td>
                        }
                    </tr>
                </tfoot>
            </table>
    };
    scroller(label, "scroller", content)
}

/// The criterion of some contribution, and what it brings each option.
fn row(i: usize, contribution: &Contribution, standings: &[Standing]) -> Html {
    let criterion = contribution.criterion;
    html! {
        <tr>
            <th scope="row">
                {criterion.label()}
                <small>{points(contribution.weight.value())}{" points to give, "}{criterion.swing()}</small>
            </th>
            for contribution in standings.iter().filter_map(|standing| standing.score.contributions.get(i)) {
                <td>
                    <span class="given">{points(contribution.points.value())}</span>
                    {bar(contribution.performance.value, "")}
                    <small>{&contribution.performance.shown}</small>
                </td>
            }
        </tr>
    }
}

fn points(value: f64) -> String {
    text::trimmed(value, 1)
}
