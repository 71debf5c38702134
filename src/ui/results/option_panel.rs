use yew::prelude::*;

use super::downtime::downtime;
use crate::{
    decision::Standing,
    options::{Argument, Side},
    session::Action,
    ui::{act::Act, advice::Advised},
    units::text,
};

/// Everything about one option for this client.
pub(super) fn option_panel(standing: &Standing, advised: &Advised, act: &Act) -> Html {
    let assessment = &standing.assessment;
    let hosting = assessment.hosting;
    let arguments: Vec<&Argument> = advised.arguments(standing).collect();
    let recovery = &assessment.recovery;
    html! {
        <>
            <p class="lead">{text::sentence(hosting.summary)}</p>
            <div class="for-and-against">
                {side("Speaks for it here", Side::For, &arguments)}
                {side("Speaks against it here", Side::Against, &arguments)}
                {list("What it takes away", hosting.takes_away)}
                {list("What it needs from the team", hosting.needs)}
                <section>
                    <h4>{"What fails alone"}</h4>
                    <ul>
                        for point in &assessment.single_points {
                            <li>{&point.name}{": "}{&point.why}{"."}</li>
                        }
                        if assessment.single_points.is_empty() {
                            <li>{"No part of it takes the site down alone."}</li>
                        }
                    </ul>
                </section>
                <section>
                    <h4>{"How it comes back"}</h4>
                    <ul>
                        <li>{"A server is lost: "}{recovery.server.way}{"."}</li>
                        <li>{"An Availability Zone is lost: "}{recovery.zone.way}{"."}</li>
                        <li>{"Data is spoiled: "}{recovery.spoiled.way}{"."}</li>
                    </ul>
                </section>
            </div>
            {downtime(standing, advised)}
            <p><strong>{"How changes reach the site: "}</strong>{hosting.deployment}{"."}</p>
            <p><strong>{"When it is outgrown: "}</strong>{hosting.next}{"."}</p>
            <button type="button" onclick={act.reform(move |_| Action::Look(Some(hosting.id)))}>
                {"Show its architecture and bill"}
            </button>
        </>
    }
}

fn side(title: &'static str, side: Side, arguments: &[&Argument]) -> Html {
    html! {
        <section>
            <h4>{title}</h4>
            <ul>
                for argument in arguments.iter().filter(|argument| argument.side == side) {
                    <li>{text::sentence(argument.text)}<cite>{argument.source}</cite></li>
                }
            </ul>
        </section>
    }
}

fn list(title: &'static str, entries: &'static [&'static str]) -> Html {
    html! {
        <section>
            <h4>{title}</h4>
            <ul>
                for entry in entries {
                    <li>{text::sentence(entry)}</li>
                }
                if entries.is_empty() {
                    <li>{"Nothing."}</li>
                }
            </ul>
        </section>
    }
}
