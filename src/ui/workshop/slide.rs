use yew::prelude::*;

use crate::{
    questionnaire::{Answers, ClosedSet, Criterion, PRESETS},
    report::facts::{self, Row},
    ui::{
        advice::Advised,
        parts::{bar::bar, verdict_tag::verdict_tag},
    },
    units::text,
    workshop::Shows,
};

/// A page as the audience has it: to be read, not to be touched.
pub(super) fn slide(shows: Shows, answers: &Answers, advised: &Advised) -> Html {
    match shows {
        Shows::Presets => html! {
            <ul class="slide-presets">
                for preset in PRESETS {
                    <li class={classes!(((preset.answers)() == *answers).then_some("chosen"))}>
                        <strong>{preset.name}</strong>
                        <span>{preset.summary}</span>
                    </li>
                }
            </ul>
        },
        Shows::Questions(ids) => html! {
            <dl class="slide-answers">
                for asked in ids.iter().map(|id| id.question()) {
                    <div><dt>{asked.label}</dt><dd>{asked.spoken(answers)}</dd></div>
                }
            </dl>
        },
        Shows::Points => html! {
            <dl class="slide-points">
                for criterion in Criterion::ALL {
                    <div>
                        <dt>{criterion.label()}</dt>
                        <dd>
                            {bar(answers.weights.share(*criterion), "accent")}
                            {text::trimmed(answers.weights.of(*criterion).value(), 1)}
                        </dd>
                    </div>
                }
            </dl>
        },
        Shows::Result => standings(advised),
    }
}

/// All options in a table that can be read from afar.
pub(super) fn standings(advised: &Advised) -> Html {
    let rows = advised.standings.iter().map(|standing| (facts::row(standing, advised), standing.verdict));
    html! {
        <table class="standings">
            <thead>
                <tr>
                    <th scope="col">{"Option"}</th>
                    <th scope="col">{"Verdict"}</th>
                    <th scope="col">{"Points"}</th>
                    <th scope="col">{"A month"}</th>
                </tr>
            </thead>
            <tbody>
                for (Row { name, points, typical, .. }, verdict) in rows {
                    <tr>
                        <th scope="row">{name}</th>
                        <td>{verdict_tag(verdict)}</td>
                        <td>{points}</td>
                        <td>{typical}</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}
