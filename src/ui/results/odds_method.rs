use yew::prelude::*;

use crate::{
    odds::{USES_PHP_SESSIONS, percent, writes_to_disk},
    questionnaire::{ClosedSet, Criterion},
    ui::{
        advice::Advised,
        parts::{panel::panel, scroller::scroller},
    },
    units::text,
};

/// What popular methods say of three options, and of the same three after one is added that is worse than the third in
/// everything that differs: 12, 160 and 420 dollars a month, 2, 3.3 and 3.9 nines, 1, 6 and 12 times the peak, weights 50, 30
/// and 20; added are 1,500 dollars, 3.9 nines, 12 times. `tests/rank_reversal.rs` computes every figure.
const REVERSAL: [(&str, [&str; 3], [&str; 4]); 3] = [
    ("Weighted sum over the range of the options", ["0.500", "0.615", "0.500"], ["0.500", "0.746", "0.863", "0.500"]),
    ("TOPSIS", ["0.581", "0.627", "0.419"], ["0.581", "0.767", "0.789", "0.419"]),
    ("Values on fixed anchors, used here", ["0.527", "0.570", "0.602"], ["0.527", "0.570", "0.602", "0.495"]),
];

/// Whose the documents are that the advice stands on, and what they would rather sell.
const AGENDAS: [(&str, &str); 2] = [
    (
        "AWS, Best Practices for WordPress on AWS (whitepaper)",
        "Written by the seller. It draws what AWS offers, prices nothing, and names no host but AWS.",
    ),
    (
        "A consultant’s articles on WordPress on AWS, 2016 to 2018",
        "Written by somebody who sells advice, and who also says when AWS is not worth it. Prices and limits are old.",
    ),
];

#[derive(Properties, PartialEq)]
pub(super) struct MethodPanelProps {
    pub advised: Advised,
}

/// Why options are compared in this way, with every weight and anchor.
#[component]
pub(super) fn MethodPanel(MethodPanelProps { advised }: &MethodPanelProps) -> Html {
    let content = html! {
        <>
            <p>
                {"Must-haves are no matter of points: what misses one is out, whatever else it is good at. "}
                {"What is left is compared by points: a value from 0 to 1 on each criterion, times its weight, added up "}
                {"(UK DCLG, Multi-criteria analysis: a manual, 2009). "}
                {"How sure that is comes from possible futures (SMAA-2, Lahdelma and Salminen, Operations Research 49(3), 2001)."}
            </p>
            <p>{estimates(advised)}</p>
            <h3>{"Why not another method"}</h3>
            <p>
                {"Popular methods compare options with one another. Then a worse option that is added can change who wins among the rest. "}
                {"Here three options are joined by one that is dearer than the third and better in nothing:"}
            </p>
            {reversal()}
            <details class="more">
                <summary>{"Weights and anchors"}</summary>
                {anchors(advised)}
            </details>
            <details class="more">
                <summary>{"Whose documents this stands on"}</summary>
                <dl class="agendas">
                    for (document, agenda) in AGENDAS {
                        <dt>{document}</dt>
                        <dd>{agenda}</dd>
                    }
                </dl>
            </details>
            <p class="quiet">{"Every assumption with its source and range stands under “Assumptions”."}</p>
        </>
    };
    panel("method-title", "Why this method", content)
}

/// How often an open question without a number is yes.
fn estimates(advised: &Advised) -> String {
    format!(
        "Where nobody says so, plugins write to the disk in {} of the futures of such a site, and use PHP sessions in {}. \
         Both are our estimates; an answer takes their place.",
        percent(writes_to_disk(advised.answers.site).value()),
        percent(USES_PHP_SESSIONS.value())
    )
}

fn reversal() -> Html {
    let content = html! {
        <table class="odds-table">
            <thead>
                <tr>
                    <th scope="col">{"Method"}</th>
                    <th scope="col">{"Three options"}</th>
                    <th scope="col">{"With the fourth"}</th>
                    <th scope="col">{"Who wins"}</th>
                </tr>
            </thead>
            <tbody>
                for (method, three, four) in REVERSAL {
                    <tr>
                        <th scope="row">{method}</th>
                        <td>{three.join(" · ")}</td>
                        <td>{four.join(" · ")}</td>
                        <td>{winners(&three, &four)}</td>
                    </tr>
                }
            </tbody>
        </table>
    };
    scroller("Methods before and after a worse option is added", "scroller", content)
}

/// The places of the highest scores before and after.
fn winners(three: &[&str], four: &[&str]) -> String {
    let first = |scores: &[&str]| {
        let best = scores.iter().max().copied().unwrap_or_default();
        scores.iter().position(|score| *score == best).map_or(0, |at| at + 1)
    };
    let (before, after) = (first(three), first(four));
    if before == after { format!("option {before}, still") } else { format!("option {before}, then option {after}") }
}

fn anchors(advised: &Advised) -> Html {
    let content = html! {
        <table class="odds-table">
            <thead>
                <tr><th scope="col">{"Criterion"}</th><th scope="col">{"Your weight"}</th><th scope="col">{"From worth nothing to worth all"}</th></tr>
            </thead>
            <tbody>
                for criterion in Criterion::ALL {
                    <tr>
                        <th scope="row">{criterion.label()}</th>
                        <td>{text::grouped(advised.answers.weights.share(*criterion) * 100.0)}{" of 100"}</td>
                        <td>{criterion.swing()}</td>
                    </tr>
                }
            </tbody>
        </table>
    };
    scroller("Weights and anchors", "scroller", content)
}
