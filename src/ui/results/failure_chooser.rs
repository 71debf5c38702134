use yew::prelude::*;

use crate::{
    architecture::{Architecture, ComponentId, Place, Service, Zone},
    availability::{Broken, Failure},
    browser::event,
    diagram::told,
};

/// The list of what could fail, and what happens then: chosen by keyboard or pointer, told in words and on the picture.
pub(super) fn failure_chooser(
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
                <span>{"Simulate failure"}</span>
                <select id="what-if" {onchange}>
                    <option value="" selected={broken.is_none()}>{"none"}</option>
                    <optgroup label="An Availability Zone is lost">
                        for zone in zones {
                            {entry(Broken::Zone(zone), broken, format!("Availability Zone {}", zone.letter()))}
                        }
                    </optgroup>
                    <optgroup label="A part is lost">
                        for component in parts {
                            {entry(Broken::Part(component.id), broken, told(architecture, component))}
                        }
                    </optgroup>
                </select>
            </label>
            <p role="status">{failure.map(Failure::told).unwrap_or_default()}</p>
        </div>
    }
}

fn entry(this: Broken, chosen: Option<Broken>, name: String) -> Html {
    html! { <option value={token(this)} selected={chosen == Some(this)}>{name}{" fails"}</option> }
}

pub(super) fn token(broken: Broken) -> String {
    match broken {
        Broken::Zone(zone) => format!("zone {}", zone.letter()),
        Broken::Part(id) => id.0.to_owned(),
    }
}

pub(super) fn parsed(token: &str, known: &[ComponentId]) -> Option<Broken> {
    let zone = Zone::ALL.into_iter().find(|zone| self::token(Broken::Zone(*zone)) == token);
    zone.map(Broken::Zone).or_else(|| known.iter().find(|id| id.0 == token).map(|id| Broken::Part(*id)))
}
