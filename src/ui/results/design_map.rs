use std::{cell::Cell, rc::Rc};

use yew::{platform::spawn_local, prelude::*};

use super::chart_figure::{ChartFigure, Pick};
use crate::{
    assessment::Client,
    browser::clock,
    charts::{Chart, DesignMap},
    search::Considering,
    session::{Action, adopted},
    ui::{
        act::Act,
        advice::{Advised, SLICE, Stopwatch},
    },
};

#[derive(Properties, PartialEq)]
pub(super) struct DesignMapChartProps {
    pub advised: Advised,
    pub act: Act,
}

/// Every design considered, by cost and downtime. A design that is looked at can be adopted: its choices are then pinned.
#[component]
pub(super) fn DesignMapChart(DesignMapChartProps { advised, act }: &DesignMapChartProps) -> Html {
    let map = use_map(advised);
    let chart = use_memo(Rc::clone(&map), |map| Chart::Map((**map).clone()));
    let onpick = {
        let (map, act, advised) = (Rc::clone(&map), act.clone(), advised.clone());
        Callback::from(move |(at, width)| {
            if let Some(design) = map.read_at(width).get(at).copied() {
                act.emit(Action::Take(Box::new(adopted(&advised.answers, design))));
                act.emit(Action::Look(Some(design.option)));
            }
        })
    };
    html! { <ChartFigure {chart} file="groundplan-designs" pick={Pick { label: "Pin this design", onpick }} /> }
}

/// The map: with the best design of each form at once, with all others as soon as the reader pauses, in slices.
#[hook]
fn use_map(advised: &Advised) -> Rc<DesignMap> {
    let whole = use_state(|| None::<(Advised, Rc<DesignMap>)>);
    let first = use_memo(advised.clone(), |advised| DesignMap::new(advised));
    use_effect_with(advised.clone(), {
        let whole = whole.setter();
        move |advised| {
            let is_wanted = Rc::new(Cell::new(true));
            let (advised, wanted) = (advised.clone(), Rc::clone(&is_wanted));
            let pause = clock::later(PAUSE, move || {
                spawn_local(async move {
                    let mut map = DesignMap::new(&advised);
                    let client = Client::new(&advised.answers, &advised.workload, &advised.catalog);
                    let (mut considered, mut clock) = (Vec::new(), Stopwatch::start());
                    for design in map.left().flat_map(|form| Considering::new(form, &client)) {
                        considered.push(design);
                        clock.pause(SLICE).await;
                        if !wanted.get() {
                            return;
                        }
                    }
                    clock.pause(SLICE).await;
                    map.take(considered);
                    whole.set(Some((advised, Rc::new(map))));
                });
            });
            move || {
                is_wanted.set(false);
                drop(pause);
            }
        }
    });
    match &*whole {
        Some((known, map)) if known == advised => Rc::clone(map),
        Some(_) | None => first,
    }
}

/// Milliseconds without a change after which all designs are considered: a slider that is moved asks for none of them.
const PAUSE: u32 = 150;
