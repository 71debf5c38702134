use std::rc::Rc;

use yew::prelude::*;

use super::chart_figure::ChartFigure;
use crate::{
    background::{Ask, Told},
    charts::{Chart, RegionChart},
    ui::{advice::Advised, background::use_told, parts::panel::panel},
};

#[derive(Properties, PartialEq)]
pub(super) struct MapPanelProps {
    pub advised: Advised,
}

/// Where each option wins: visits across, the share that no cache may serve upwards.
#[component]
pub(super) fn MapPanel(MapPanelProps { advised }: &MapPanelProps) -> Html {
    let told = use_told(Ask::Regions, advised);
    let content = match told.as_deref() {
        Some(Told::Regions(regions, done)) => {
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
        Some(Told::Odds(..) | Told::TurningPoints(..) | Told::Outlook(..)) | None => {
            html! { <p class="quiet">{"Deciding anew at 120 places …"}</p> }
        }
    };
    panel("map-title", "Where each option wins", content)
}
