use yew::prelude::*;

use super::{
    failure_chooser::{parsed, token},
    picture::drawn,
};
use crate::{
    architecture::{Architecture, ComponentId, Place, Service, Zone},
    availability::{Broken, Failure, failure},
    diagram::{Legend, Orientation, draw, told},
    report,
    simulation::Rules,
    ui::advice::Advised,
};

/// So many parts can be failed by a button of their own; the list of all is in the section Architecture.
const MOST_PARTS: usize = 6;

/// The picture of the first option for a wall: what fails is pressed where `onbreak` is given, and only shown elsewhere.
pub(in crate::ui) fn stage_picture(advised: &Advised, broken: &str, onbreak: Option<&Callback<String>>) -> Html {
    let Some(standing) = advised.standings.first() else { return Html::default() };
    let architecture = &standing.assessment.architecture;
    let known: Vec<ComponentId> = architecture.components.iter().map(|component| component.id).collect();
    let rules = Rules::new(&advised.answers.overrides, advised.answers.operator);
    let failed = parsed(broken, &known).map(|broken| failure(architecture, &rules, broken));
    let failed = failed.filter(|failed| !failed.stops.is_empty());
    let costs = report::overlay(standing, &advised.answers, Legend::Hidden);
    let overlay = failed.as_ref().map_or(costs, report::failing);
    let picture = draw(architecture, Orientation::Landscape);
    html! {
        <div class="stage-picture">
            <div class="stage-buttons" role="group" aria-label="What fails">
                for (key, name) in what_may_fail(architecture) {
                    {choice(&key, name, broken, onbreak)}
                }
            </div>
            {drawn(&picture, &overlay)}
            <p class="stage-said" role="status">
                {failed.as_ref().map_or_else(|| "Nothing fails. Labels show what a part costs a month.".to_owned(), Failure::told)}
            </p>
        </div>
    }
}

/// The zones, and a part of each kind: equal parts fail alike.
fn what_may_fail(architecture: &Architecture) -> Vec<(String, String)> {
    let zones = Zone::ALL.into_iter().filter(|zone| {
        architecture.components.iter().any(|component| matches!(component.place, Place::In(of, _) if of == *zone))
    });
    let mut all: Vec<(String, String)> =
        zones.map(|zone| (token(Broken::Zone(zone)), format!("Zone {} is lost", zone.letter()))).collect();
    let mut kinds: Vec<Service> = Vec::new();
    let parts = architecture.components.iter().filter(|component| component.service != Service::Readers);
    for component in parts {
        if kinds.len() < MOST_PARTS && !kinds.contains(&component.service) {
            kinds.push(component.service.clone());
            all.push((token(Broken::Part(component.id)), format!("{} fails", told(architecture, component))));
        }
    }
    all
}

fn choice(key: &str, name: String, broken: &str, onbreak: Option<&Callback<String>>) -> Html {
    let is_chosen = key == broken;
    let Some(onbreak) = onbreak else {
        return html! { <span class={classes!("chip", is_chosen.then_some("is-tried"))}>{name}</span> };
    };
    let to = if is_chosen { String::new() } else { key.to_owned() };
    html! {
        <button type="button" aria-pressed={is_chosen.to_string()} onclick={onbreak.reform(move |_: MouseEvent| to.clone())}>
            {name}
        </button>
    }
}
