use std::rc::Rc;

use yew::prelude::*;

use crate::{
    browser::event,
    session::{Action, Field, Session, Typed},
    ui::{Act, advice::Advised},
    units::text,
    workload::{Assumption, Whose},
};

#[derive(Properties, PartialEq)]
pub(super) struct AssumptionsProps {
    pub session: Rc<Session>,
    pub advised: Advised,
    pub act: Act,
}

/// Everything that was taken for granted, with its range and evidence, and room for a figure of one's own.
#[component]
pub(super) fn Assumptions(props: &AssumptionsProps) -> Html {
    let AssumptionsProps { session, advised, act } = props;
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
                            { for assumptions.iter().map(|assumption| {
                                let field = Field::Assumption(assumption.parameter.id.to_owned());
                                html! {
                                    <AssumptionRow
                                        key={assumption.parameter.id}
                                        assumption={assumption.clone()}
                                        own={field.read(session.answers())}
                                        typed={session.typed(&field).cloned()}
                                        act={act.clone()}
                                    />
                                }
                            }) }
                        </tbody>
                    </table>
                </div>
            </details>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct AssumptionRowProps {
    assumption: Assumption,
    own: String,
    typed: Option<Typed>,
    act: Act,
}

#[component]
fn AssumptionRow(props: &AssumptionRowProps) -> Html {
    let parameter = &props.assumption.parameter;
    let field = Field::Assumption(parameter.id.to_owned());
    let id = field.key();
    let (typing, settling) = (field.clone(), field);
    let problem = props.typed.as_ref().and_then(|typed| typed.problem.as_ref());
    let shown = props.typed.as_ref().map_or_else(|| props.own.clone(), |typed| typed.text.clone());
    let [low, typical, high] = props.assumption.used.map(|value| text::significant(value, 3));
    html! {
        <tr class={if props.assumption.whose == Whose::Yours { "yours" } else { "" }}>
            <th scope="row">
                <label for={id.clone()}>{ parameter.name }</label>
                <small>{ format!("{}; {}", unit(parameter.unit), props.assumption.whose.label()) }</small>
            </th>
            <td class="number">{ low }</td>
            <td class="number">{ typical }</td>
            <td class="number">{ high }</td>
            <td>
                <input
                    {id}
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    value={shown}
                    aria-invalid={if problem.is_some() { "true" } else { "false" }}
                    oninput={props.act.reform(move |event: InputEvent| Action::Type(typing.clone(), event::value(&event)))}
                    onblur={props.act.reform(move |_| Action::Settle(settling.clone()))}
                />
                if let Some(problem) = problem { <p class="problem">{ format!("{}.", problem.message) }</p> }
            </td>
            <td class="source">{ format!("{}; {} confidence", text::capital(parameter.evidence), parameter.confidence) }</td>
        </tr>
    }
}

const fn unit(unit: &'static str) -> &'static str {
    if unit.is_empty() { "a share, 0 to 1" } else { unit }
}
