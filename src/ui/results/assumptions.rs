use yew::prelude::*;

use crate::{
    session::{Field, Session},
    ui::{
        Act,
        advice::Advised,
        parts::text_field::{complaint, text_field},
    },
    units::text,
    workload::{Assumption, Whose},
};

/// Everything that was taken for granted, with its range and evidence, and room for a figure of one's own.
pub(super) fn assumptions(session: &Session, advised: &Advised, act: &Act) -> Html {
    let assumptions = &advised.workload.assumptions;
    let own = assumptions.iter().filter(|assumption| assumption.whose == Whose::Yours).count();
    let title = match own {
        0 => format!("Technical assumptions ({})", assumptions.len()),
        own => format!("Technical assumptions ({}, {own} of them yours)", assumptions.len()),
    };
    html! {
        <section class="panel" aria-labelledby="assumptions-title">
            <h2 id="assumptions-title">{ title }</h2>
            <p class="quiet">{ "What nobody said is taken from these ranges. Put a figure of your own in place of any; empty the field to take ours again." }</p>
            <details class="more" open={own > 0}>
                <summary>{ "Show and change them" }</summary>
                <div class="scroller" role="region" aria-label="Technical assumptions" tabindex="0">
                    <table class="assumptions">
                        <thead>
                            <tr>
                                <th scope="col">{ "Assumption" }</th>
                                <th scope="col" class="number">{ "Light" }</th>
                                <th scope="col" class="number">{ "Typical" }</th>
                                <th scope="col" class="number">{ "Heavy" }</th>
                                <th scope="col">{ "Yours" }</th>
                                <th scope="col">{ "Evidence" }</th>
                            </tr>
                        </thead>
                        <tbody>
                            { for assumptions.iter().map(|assumption| row(assumption, session, act)) }
                        </tbody>
                    </table>
                </div>
            </details>
        </section>
    }
}

fn row(assumption: &Assumption, session: &Session, act: &Act) -> Html {
    let parameter = &assumption.parameter;
    let field = Field::Assumption(parameter.id.to_owned());
    let id = field.key();
    let [low, typical, high] = assumption.used.map(|value| text::significant(value, 3));
    html! {
        <tr key={parameter.id} class={if assumption.whose == Whose::Yours { "yours" } else { "" }}>
            <th scope="row">
                <label for={id.clone()}>{ parameter.name }</label>
                <small>{ format!("{}; {}", unit(parameter.unit), assumption.whose.label()) }</small>
            </th>
            <td class="number">{ low }</td>
            <td class="number">{ typical }</td>
            <td class="number">{ high }</td>
            <td>{ text_field(&field, &id, session, act) }{ complaint(&field, &id, session) }</td>
            <td class="source">{ format!("{}; {} confidence", text::capital(parameter.evidence), parameter.confidence) }</td>
        </tr>
    }
}

const fn unit(unit: &'static str) -> &'static str {
    if unit.is_empty() { "a share, 0 to 1" } else { unit }
}
