use yew::prelude::*;

use crate::{
    decision::Standing,
    options::{Argument, Side},
    session::Action,
    ui::{Act, advice::Advised},
    units::text,
};

/// Everything about one option for this client.
pub(super) fn option_panel(standing: &Standing, advised: &Advised, act: &Act) -> Html {
    let assessment = &standing.assessment;
    let hosting = assessment.hosting;
    let option = hosting.id;
    let arguments: Vec<&Argument> = advised.arguments(standing).collect();
    let side = |side: Side| {
        arguments
            .iter()
            .filter(|argument| argument.side == side)
            .map(|argument| {
                html! {
                    <li>{ sentence(argument.text) }<cite>{ argument.source }</cite></li>
                }
            })
            .collect::<Vec<_>>()
    };
    let recovery = &assessment.recovery;
    html! {
        <>
            <p class="lead">{ sentence(hosting.summary) }</p>
            <div class="for-and-against">
                <section><h4>{ "Speaks for it here" }</h4><ul>{ for side(Side::For) }</ul></section>
                <section><h4>{ "Speaks against it here" }</h4><ul>{ for side(Side::Against) }</ul></section>
                { list("What it takes away", hosting.takes_away) }
                { list("What it needs from the team", hosting.needs) }
                <section>
                    <h4>{ "What fails alone" }</h4>
                    <ul>
                        { for assessment.availability.single_points.iter().map(|point| html! {
                            <li>{ format!("{}: {}.", point.name, point.why) }</li>
                        }) }
                        if assessment.availability.single_points.is_empty() {
                            <li>{ "No part of it takes the site down alone." }</li>
                        }
                    </ul>
                </section>
                <section>
                    <h4>{ "How it comes back" }</h4>
                    <ul>
                        <li>{ format!("A server is lost: {}.", recovery.server.how) }</li>
                        <li>{ format!("An Availability Zone is lost: {}.", recovery.zone.how) }</li>
                        <li>{ format!("Data is spoiled: {}.", recovery.spoiled.how) }</li>
                    </ul>
                </section>
            </div>
            <p><strong>{ "How changes reach the site: " }</strong>{ format!("{}.", hosting.deployment) }</p>
            <p><strong>{ "When it is outgrown: " }</strong>{ format!("{}.", hosting.next) }</p>
            <button type="button" onclick={act.reform(move |_| Action::Look(Some(option)))}>
                { "Show its architecture and bill" }
            </button>
        </>
    }
}

fn list(title: &'static str, entries: &'static [&'static str]) -> Html {
    html! {
        <section>
            <h4>{ title }</h4>
            <ul>
                { for entries.iter().map(|entry| html! { <li>{ sentence(entry) }</li> }) }
                if entries.is_empty() { <li>{ "Nothing." }</li> }
            </ul>
        </section>
    }
}

fn sentence(text: &str) -> String {
    format!("{}.", text::capital(text))
}
