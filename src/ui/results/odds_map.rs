use std::rc::Rc;

use yew::prelude::*;

use super::chart_figure::ChartFigure;
use crate::{
    background::{Ask, Told},
    browser::event,
    charts::{Chart, RegionChart},
    odds::{Mapping, mappable},
    questionnaire::QuestionId,
    ui::{advice::Advised, background::use_told, parts::panel::panel},
};

#[derive(Properties, PartialEq)]
pub(super) struct MapPanelProps {
    pub advised: Advised,
}

/// Where each option wins: a map of two answers, which the reader chooses.
#[component]
pub(super) fn MapPanel(MapPanelProps { advised }: &MapPanelProps) -> Html {
    let chosen = use_state_eq(|| Mapping::USUAL);
    let [across, upwards] = *chosen;
    let told = use_told(Ask::Regions(*chosen), advised);
    let map = match told.as_deref() {
        // What comes of the map before may still arrive.
        Some(Told::Regions(regions, done)) if [regions.across.question, regions.upwards.question] == *chosen => {
            let chart = Rc::new(Chart::Regions(RegionChart::new(regions, advised)));
            html! {
                <>
                    <ChartFigure {chart} file="groundplan-where-each-wins" />
                    if *done < 1.0 {
                        <progress max="1" value={done.to_string()} aria-label="Places decided on"></progress>
                    }
                </>
            }
        }
        Some(Told::Odds(..) | Told::TurningPoints(..) | Told::Outlook(..) | Told::Regions(..)) | None => {
            html! { <p class="quiet">{"Deciding anew at every place …"}</p> }
        }
    };
    let choose = |at: usize| {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            if let Some(question) = QuestionId::from_token(&event::value(&event)) {
                let mut both = *chosen;
                both[at] = question;
                chosen.set(both);
            }
        })
    };
    let content = html! {
        <>
            <div class="map-axes">
                {axis("map-across", "Across", across, upwards, advised, choose(0))}
                {axis("map-upwards", "Upwards", upwards, across, advised, choose(1))}
            </div>
            {map}
        </>
    };
    panel("map-title", "Where each option wins", content)
}

/// The questions one axis may be of: all but that of the other.
fn axis(
    id: &'static str,
    label: &'static str,
    chosen: QuestionId,
    other: QuestionId,
    advised: &Advised,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="chooser" for={id}>
            <span>{label}</span>
            <select {id} {onchange}>
                for asked in mappable(&advised.answers).filter(|asked| asked.id != other) {
                    <option value={asked.id.token()} selected={asked.id == chosen}>{asked.label.trim_end_matches('?')}</option>
                }
            </select>
        </label>
    }
}
