use yew::prelude::*;

use crate::{
    session::{Field, Session},
    ui::{
        act::Act,
        advice::Advised,
        parts::{
            panel::panel,
            scroller::scroller,
            text_field::{complaint, text_field},
        },
        shared::Shared,
    },
    units::text,
    workload::{Assumption, Whose},
};

#[derive(Properties, PartialEq)]
pub(super) struct AssumptionsPanelProps {
    pub session: Shared<Session>,
    pub advised: Advised,
    pub act: Act,
}

/// Everything that was taken for granted, with its range and evidence, and room for a figure of one's own.
#[component]
pub(super) fn AssumptionsPanel(AssumptionsPanelProps { session, advised, act }: &AssumptionsPanelProps) -> Html {
    let assumptions = &advised.workload.assumptions;
    let own = assumptions.iter().filter(|assumption| assumption.whose == Whose::Yours).count();
    let title = match own {
        0 => format!("Technical assumptions ({})", assumptions.len()),
        own => format!("Technical assumptions ({}, {own} overridden)", assumptions.len()),
    };
    let content = html! {
        <>
            <p class="quiet">
                {"Defaults for everything you did not enter. Type a value to override; clear it to restore."}
            </p>
                {scroller("Technical assumptions", "scroller", html! {
                    <table class="assumptions">
                        <thead>
                            <tr>
                                <th scope="col">{"Assumption"}</th>
                                <th scope="col" class="number">{"Low"}</th>
                                <th scope="col" class="number">{"Expected"}</th>
                                <th scope="col" class="number">{"High"}</th>
                                <th scope="col">{"Override"}</th>
                                <th scope="col">{"Evidence"}</th>
                            </tr>
                        </thead>
                        <tbody>
                            for assumption in assumptions {
                                {row(assumption, session, act)}
                            }
                        </tbody>
                    </table>
                })}
        </>
    };
    panel("assumptions-title", title, content)
}

fn row(assumption: &Assumption, session: &Session, act: &Act) -> Html {
    let parameter = &assumption.parameter;
    let field = Field::Assumption(parameter.id);
    let id = field.key();
    let unit = if parameter.unit.is_empty() { "fraction, 0 to 1" } else { parameter.unit };
    let [low, typical, high] = assumption.used.map(|value| text::significant(value, 3));
    html! {
        <tr key={parameter.id.token()} class={if assumption.whose == Whose::Yours { "yours" } else { "" }}>
            <th scope="row">
                <label for={id.clone()}>{parameter.name}</label>
                <small>{unit}{"; "}{assumption.whose.label()}</small>
            </th>
            <td class="number">{low}</td>
            <td class="number">{typical}</td>
            <td class="number">{high}</td>
            <td>
                {text_field(&field, &id, session, act)}
                {complaint(&field, &id, session)}
            </td>
            <td class="source">
                if assumption.whose == Whose::Measured {
                    {format!("Measured in {}", session.answers().measured.source())}
                } else {
                    {text::capital(parameter.evidence)}{"; "}{parameter.confidence}{" confidence"}
                }
            </td>
        </tr>
    }
}
