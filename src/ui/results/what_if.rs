use yew::prelude::*;

use crate::{
    architecture::{Architecture, Component, ComponentId, Place, Service, Zone},
    availability::{Broken, Failure},
    browser::event,
    diagram::told,
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
    html! {
        <div class="what-if">
            <label class="chooser" for="what-if">
                <span>{ "What happens when" }</span>
                <select id="what-if" {onchange}>
                    <option value="" selected={broken.is_none()}>{ "all is well" }</option>
                    <optgroup label="An Availability Zone is lost">
                        { for zones.map(|zone| html! {
                            <option value={token(Broken::Zone(zone))} selected={broken == Some(Broken::Zone(zone))}>
                                { format!("Availability Zone {} fails", zone.letter()) }
                            </option>
                        }) }
                    </optgroup>
                    <optgroup label="A part is lost">
                        { for parts.map(|component| entry(architecture, component, broken)) }
                    </optgroup>
                </select>
            </label>
            <p role="status">{ failure.map(|failure| failure.told.clone()).unwrap_or_default() }</p>
        </div>
    }
}

fn entry(architecture: &Architecture, component: &Component, broken: Option<Broken>) -> Html {
    let this = Broken::Part(component.id);
    html! {
        <option value={token(this)} selected={broken == Some(this)}>
            { format!("{} fails", told(architecture, component)) }
        </option>
    }
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
