use yew::prelude::*;

use crate::{
    options::{Argument, OptionId, Side},
    ui::{
        advice::Advised,
        parts::{cite::cite, panel::panel},
    },
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct OptionPanelProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
}

/// What speaks for and against the option looked at, and what it asks of whoever runs it.
#[component]
pub(super) fn OptionPanel(OptionPanelProps { advised, looked_at }: &OptionPanelProps) -> Html {
    let Some(standing) = advised.looked_at(*looked_at) else { return Html::default() };
    let assessment = &standing.assessment;
    let hosting = assessment.hosting;
    let arguments: Vec<&Argument> = advised.arguments(standing).collect();
    let recovery = &assessment.recovery;
    let content = html! {
        <div class="option-panel">
            <p class="lead">{text::sentence(hosting.summary)}</p>
            <div class="for-and-against">
                {side("Pros", Side::For, &arguments)}
                {side("Cons", Side::Against, &arguments)}
                {list("What you give up", hosting.takes_away)}
                {list("What it needs from the team", hosting.needs)}
                <section>
                    <h3>{"Single points of failure"}</h3>
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
                    <h3>{"Recovery"}</h3>
                    <ul>
                        <li>{"A server is lost: "}{recovery.server.way}{"."}</li>
                        <li>{"An Availability Zone is lost: "}{recovery.zone.way}{"."}</li>
                        <li>{"Data is corrupted: "}{recovery.spoiled.way}{"."}</li>
                    </ul>
                </section>
            </div>
            <p><strong>{"How changes reach the site: "}</strong>{hosting.deployment}{"."}</p>
            if let Some(found) = advised.outgrown(standing) {
                <p>
                    <strong>{"At the growth expected: "}</strong>
                    {format!("{found}.")}
                </p>
            }
            <p><strong>{"When it is outgrown: "}</strong>{hosting.next}{"."}</p>
        </div>
    };
    panel("option-title", hosting.name, content)
}

fn side(title: &'static str, side: Side, arguments: &[&Argument]) -> Html {
    html! {
        <section>
            <h3>{title}</h3>
            <ul>
                for argument in arguments.iter().filter(|argument| argument.side == side) {
                    <li>{text::sentence(argument.text)}{cite(argument.source)}</li>
                }
            </ul>
        </section>
    }
}

fn list(title: &'static str, entries: &'static [&'static str]) -> Html {
    html! {
        <section>
            <h3>{title}</h3>
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
