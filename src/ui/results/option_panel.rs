use yew::prelude::*;

use crate::{
    decision::Standing,
    options::{Argument, Side},
    session::Action,
    ui::{
        Act,
        advice::Advised,
        markup::{about, button, tag, together},
    },
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
            .map(|argument| tag("li").add(text::sentence(argument.text)).add(tag("cite").add(argument.source)).html())
            .collect::<Vec<_>>()
    };
    let recovery = &assessment.recovery;
    together((
        tag("p").class("lead").add(text::sentence(hosting.summary)),
        tag("div")
            .class("for-and-against")
            .add(tag("section").add(tag("h4").add("Speaks for it here")).add(tag("ul").all(side(Side::For))))
            .add(tag("section").add(tag("h4").add("Speaks against it here")).add(tag("ul").all(side(Side::Against))))
            .add(list("What it takes away", hosting.takes_away))
            .add(list("What it needs from the team", hosting.needs))
            .add(
                tag("section").add(tag("h4").add("What fails alone")).add(
                    tag("ul")
                        .all(
                            assessment
                                .availability
                                .single_points
                                .iter()
                                .map(|point| tag("li").add(format!("{}: {}.", point.name, point.why)).html()),
                        )
                        .add(
                            (assessment.availability.single_points.is_empty())
                                .then(|| tag("li").add("No part of it takes the site down alone.")),
                        ),
                ),
            )
            .add(
                tag("section").add(tag("h4").add("How it comes back")).add(
                    tag("ul")
                        .add(tag("li").add(format!("A server is lost: {}.", recovery.server.how)))
                        .add(tag("li").add(format!("An Availability Zone is lost: {}.", recovery.zone.how)))
                        .add(tag("li").add(format!("Data is spoiled: {}.", recovery.spoiled.how))),
                ),
            ),
        about("How changes reach the site: ", hosting.deployment),
        about("When it is outgrown: ", hosting.next),
        button().onclick(act.reform(move |_| Action::Look(Some(option)))).add("Show its architecture and bill"),
    ))
}

fn list(title: &'static str, entries: &'static [&'static str]) -> Html {
    tag("section")
        .add(tag("h4").add(title))
        .add(
            tag("ul")
                .all(entries.iter().map(|entry| tag("li").add(text::sentence(entry)).html()))
                .add((entries.is_empty()).then(|| tag("li").add("Nothing."))),
        )
        .html()
}
