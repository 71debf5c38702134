use yew::prelude::*;

use crate::{
    architecture::{Architecture, Component, ComponentId, Place, Service, Zone},
    availability::{Broken, Failure},
    browser::event,
    diagram::told,
    ui::markup::tag,
};

/// The list of what could fail, and what happens then: chosen by keyboard or pointer, told in words and on the picture.
pub(super) fn what_if(
    architecture: &Architecture,
    failure: Option<&Failure>,
    choose: &Callback<Option<Broken>>,
) -> Html {
    let broken = failure.map(|failure| failure.broken);
    let known: Vec<ComponentId> = architecture.components.iter().map(|component| component.id).collect();
    let onchange = choose.reform(move |event: Event| parsed(&event::value(&event), &known));
    let zones = Zone::ALL.into_iter().filter(|zone| {
        architecture.components.iter().any(|component| matches!(component.place, Place::In(of, _) if of == *zone))
    });
    let parts = architecture.components.iter().filter(|component| component.service != Service::Readers);
    tag("div")
        .class("what-if")
        .add(
            tag("label").class("chooser").set("for", "what-if").add(tag("span").add("What happens when")).add(
                tag("select")
                    .set("id", "what-if")
                    .onchange(onchange)
                    .add(tag("option").set("value", "").flag("selected", broken.is_none()).add("all is well"))
                    .add(tag("optgroup").set("label", "An Availability Zone is lost").all(zones.map(|zone| {
                        tag("option")
                            .attr("value", token(Broken::Zone(zone)))
                            .flag("selected", broken == Some(Broken::Zone(zone)))
                            .add(format!("Availability Zone {} fails", zone.letter()))
                            .html()
                    })))
                    .add(
                        tag("optgroup")
                            .set("label", "A part is lost")
                            .all(parts.map(|component| entry(architecture, component, broken))),
                    ),
            ),
        )
        .add(tag("p").set("role", "status").add(failure.map(|failure| failure.told.clone()).unwrap_or_default()))
        .html()
}

fn entry(architecture: &Architecture, component: &Component, broken: Option<Broken>) -> Html {
    let this = Broken::Part(component.id);
    tag("option")
        .attr("value", token(this))
        .flag("selected", broken == Some(this))
        .add(format!("{} fails", told(architecture, component)))
        .html()
}

fn token(broken: Broken) -> String {
    match broken {
        Broken::Zone(zone) => format!("zone {}", zone.letter()),
        Broken::Part(id) => id.0.to_owned(),
    }
}

fn parsed(token: &str, known: &[ComponentId]) -> Option<Broken> {
    let zone = Zone::ALL.into_iter().find(|zone| self::token(Broken::Zone(*zone)) == token);
    zone.map(Broken::Zone).or_else(|| known.iter().find(|id| id.0 == token).map(|id| Broken::Part(*id)))
}
