use yew::prelude::*;

use crate::{
    questionnaire::{Answers, Choice, Criterion, PRESETS, question},
    report::facts::{self, Row},
    ui::{
        advice::Advised,
        parts::{bar::bar, verdict_tag::verdict_tag},
    },
    units::text,
    workshop::Shows,
};

/// A page as the audience has it: to be read, not to be touched.
pub(super) fn wall(shows: Shows, answers: &Answers, advised: &Advised) -> Html {
    match shows {
        Shows::Presets => html! {
            <ul class="wall-presets">
                { for PRESETS.iter().map(|preset| html! {
                    <li class={if (preset.answers)() == *answers { "chosen" } else { "" }}>
                        <strong>{ preset.name }</strong>
                        <span>{ preset.summary }</span>
                    </li>
                }) }
            </ul>
        },
        Shows::Questions(ids) => html! {
            <dl class="wall-answers">
                { for ids.iter().filter_map(|id| question(id)).map(|asked| html! {
                    <div><dt>{ asked.label }</dt><dd>{ asked.spoken(answers) }</dd></div>
                }) }
            </dl>
        },
        Shows::Points => html! {
            <dl class="wall-points">
                { for Criterion::ALL.iter().map(|criterion| {
                    let points = answers.weights.of(*criterion).value();
                    html! {
                        <div>
                            <dt>{ criterion.label() }</dt>
                            <dd>{ bar(answers.weights.share(*criterion), "accent") }{ text::trimmed(points, 1) }</dd>
                        </div>
                    }
                }) }
            </dl>
        },
        Shows::Result => standings(advised),
    }
}

/// All options in a table that can be read from afar.
pub(super) fn standings(advised: &Advised) -> Html {
    html! {
        <table class="standings">
            <thead>
                <tr><th scope="col">{ "Option" }</th><th scope="col">{ "Verdict" }</th><th scope="col">{ "Points" }</th><th scope="col">{ "A month" }</th></tr>
            </thead>
            <tbody>
                { for advised.standings.iter().map(|standing| {
                    let Row { name, points, typical, .. } = facts::row(standing, advised);
                    html! {
                        <tr>
                            <th scope="row">{ name }</th>
                            <td>{ verdict_tag(standing.verdict) }</td>
                            <td>{ points }</td>
                            <td>{ typical }</td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}
