use yew::prelude::*;

use crate::{
    decision::{Contribution, Standing},
    options::OptionId,
    questionnaire::{Answers, ClosedSet},
    ui::{
        advice::Advised,
        parts::{bar::bar, panel::panel, scroller::scroller},
        questions::swing,
    },
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct PointsPanelProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
}

/// Where the score of the option looked at comes from, beside that of the first one that is another; and of all options.
#[component]
pub(super) fn PointsPanel(PointsPanelProps { advised, looked_at }: &PointsPanelProps) -> Html {
    let Some(shown) = advised.looked_at(*looked_at) else { return Html::default() };
    let is_other = |standing: &&Standing| standing.assessment.hosting.id != shown.assessment.hosting.id;
    let pair: Vec<&Standing> = std::iter::once(shown).chain(advised.standings.iter().find(is_other)).collect();
    let all: Vec<&Standing> = advised.standings.iter().collect();
    let content = html! {
        <>
            {table("Scores of two options", &pair, &advised.answers)}
            <details class="more">
                <summary>{"All options"}</summary>
                {table("Scores of all options", &all, &advised.answers)}
            </details>
        </>
    };
    panel("points-title", "Score breakdown", content)
}

/// The scores of all options, part by part.
pub(super) fn points_table(advised: &Advised) -> Html {
    table("Scores of all options", &advised.standings.iter().collect::<Vec<_>>(), &advised.answers)
}

fn table(label: &'static str, standings: &[&Standing], answers: &Answers) -> Html {
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
                        {row(i, contribution, standings, answers)}
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
fn row(i: usize, contribution: &Contribution, standings: &[&Standing], answers: &Answers) -> Html {
    let criterion = contribution.criterion;
    html! {
        <tr>
            <th scope="row">
                {criterion.label()}
                <small>{"Weight "}{points(contribution.weight.value())}{" · "}{swing(criterion, answers)}</small>
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
