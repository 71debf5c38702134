use yew::prelude::*;

use crate::{
    decision::Standing,
    report::derivations,
    ui::{
        advice::Advised,
        parts::{cite::source_link, scroller::scroller},
    },
};

/// How the figures of an option come about: formula, inputs, and sources as links. One line until it is opened.
pub(super) fn worked_out(label: &'static str, standing: &Standing, advised: &Advised) -> Html {
    let table = html! {
        <table>
            <thead>
                <tr>
                    for title in ["Figure", "Formula", "Inputs", "Sources"] {
                        <th scope="col">{title}</th>
                    }
                </tr>
            </thead>
            <tbody>
                for derived in derivations(standing, advised) {
                    <tr>
                        <th scope="row">{derived.figure}<strong>{derived.value}</strong></th>
                        <td>{derived.formula}</td>
                        <td>{derived.inputs}</td>
                        <td>
                            <ul>
                                for source in derived.sources {
                                    <li>{source_link(&source.name, source.page)}</li>
                                }
                            </ul>
                        </td>
                    </tr>
                }
            </tbody>
        </table>
    };
    html! {
        <details class="worked-out">
            <summary>{label}</summary>
            {scroller(format!("Formulas, inputs and sources: {}", standing.assessment.hosting.name), "scroller", table)}
        </details>
    }
}
