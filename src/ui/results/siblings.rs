use yew::prelude::*;

use crate::{
    advice::siblings,
    decision::Standing,
    questionnaire::ClosedSet,
    report::facts,
    ui::{
        advice::Advised,
        parts::{panel::panel, scroller::scroller},
    },
    units::text,
    workload::Case,
};

#[derive(Properties, PartialEq)]
pub(super) struct SiblingsPanelProps {
    pub advised: Advised,
}

/// What decides between two options that are built alike, where the first has such a sibling.
#[component]
pub(super) fn SiblingsPanel(SiblingsPanelProps { advised }: &SiblingsPanelProps) -> Html {
    let pair = advised.standings.first().and_then(|first| {
        let (common, other) = advised.standings.iter().find_map(|other| Some((siblings(first, other)?, other)))?;
        Some((first, other, common))
    });
    let Some((first, other, common)) = pair else { return Html::default() };
    let both = [first, other];
    let table = html! {
        <table class="siblings">
            <thead>
                <tr>
                    <th scope="col">{"What differs"}</th>
                    for standing in both {
                        <th scope="col">{standing.assessment.hosting.name}</th>
                    }
                </tr>
            </thead>
            <tbody>
                {row("Monthly cost", both.map(|standing| facts::month(standing, &advised.answers, Case::Typical)))}
                {row("Operations effort (h/month)", both.map(|standing| text::trimmed(standing.assessment.operations.typical.value(), 1)))}
                for (criterion, points) in differing(first, other) {
                    {row(format!("Score: {}", criterion.to_lowercase()), points)}
                }
                {row("How changes reach the site", both.map(|standing| text::capital(standing.assessment.hosting.deployment)))}
                {row("What it needs from the team", both.map(|standing| text::capital(&standing.assessment.hosting.needs.join("; "))))}
            </tbody>
        </table>
    };
    let content = html! {
        <>
            <p class="quiet">{text::sentence(&format!("both are {common}: zones, machines, database and delivery are the same"))}</p>
            {scroller("What differs between the two", "scroller", table)}
        </>
    };
    panel("siblings-title", "What decides between the first two", content)
}

fn row(what: impl Into<AttrValue>, values: [String; 2]) -> Html {
    html! {
        <tr>
            <th scope="row">{what.into()}</th>
            for value in values {
                <td>{value}</td>
            }
        </tr>
    }
}

/// The criteria that bring the two another number of points.
fn differing(first: &Standing, other: &Standing) -> Vec<(&'static str, [String; 2])> {
    let pairs = first.score.contributions.iter().zip(&other.score.contributions);
    let told = pairs.map(|(a, b)| (a.criterion.label(), [a, b].map(|part| text::trimmed(part.points.value(), 1))));
    told.filter(|(_, [a, b])| a != b).collect()
}
