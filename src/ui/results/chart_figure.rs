use std::rc::Rc;

use yew::prelude::*;

use super::data_table::data_table;
use crate::{
    browser::{event, files, screen, typeface},
    charts::{Chart, Plot, Reading, Shape, plot_svg},
    report::csv,
};

/// The width charts are laid out in until it is known how much room there is.
const USUAL: f64 = 720.0;
/// The width of a saved chart, in CSS pixels.
const SAVED: f64 = 1_040.0;

#[derive(Properties, PartialEq)]
pub(super) struct ChartFigureProps {
    pub chart: Rc<Chart>,
    /// What a saved file is called, without its ending.
    pub file: &'static str,
    /// What can be done with a reading of the chart.
    #[prop_or_default]
    pub pick: Option<Pick>,
}

/// Something to do with what is read of a chart: its place among the readings at the width the chart is drawn in.
#[derive(Clone, PartialEq)]
pub(super) struct Pick {
    /// The words on the button.
    pub label: &'static str,
    pub onpick: Callback<(usize, f64)>,
}

/// A chart of options: what it shows in a sentence, the picture with its figures read out by pointer and by keyboard, its
/// numbers as a table, and both as files.
#[component]
pub(super) fn ChartFigure(ChartFigureProps { chart, file, pick }: &ChartFigureProps) -> Html {
    let room = use_node_ref();
    let width = use_width(&room);
    let plot = use_memo((Rc::clone(chart), width as u32), |(chart, width)| chart.plot(f64::from(*width)));
    let read = use_state_eq(|| None::<usize>);
    // What was pressed stays to be read when the pointer leaves; another chart has other readings.
    let kept = use_state_eq(|| None::<usize>);
    use_effect_with(Rc::clone(&plot), {
        let (read, kept) = (read.setter(), kept.setter());
        move |_| {
            read.set(None);
            kept.set(None);
        }
    });
    let is_table_open = use_state_eq(|| false);
    let last = plot.readings.len().saturating_sub(1);
    let at = (*read).or(*kept).map(|at| at.min(last));
    let onkeydown = {
        let read = read.clone();
        move |key: KeyboardEvent| {
            let to = match (key.key().as_str(), at) {
                ("ArrowRight" | "ArrowDown", None) | ("Home", _) => 0,
                ("ArrowRight" | "ArrowDown", Some(at)) => (at + 1).min(last),
                ("ArrowLeft" | "ArrowUp", at) => at.unwrap_or(0).saturating_sub(1),
                ("End", _) => last,
                _ => return,
            };
            key.prevent_default();
            read.set(Some(to));
        }
    };
    let point = Pointing { read: read.setter(), kept: kept.setter() };
    let leave = {
        let read = read.setter();
        move |_: PointerEvent| read.set(None)
    };
    let picked = pick.as_ref().map(|Pick { label, onpick }| {
        let onclick = at.map(|at| onpick.reform(move |_: MouseEvent| (at, width)));
        (*label, onclick)
    });
    let ontoggle = {
        let is_table_open = is_table_open.setter();
        move |toggled: Event| is_table_open.set(event::is_open(&toggled))
    };
    let said = at.and_then(|at| plot.readings.get(at)).map(|reading| reading.says.clone());
    let title = chart.title();
    let save = |save: fn(&str, &Chart)| {
        let (chart, file) = (Rc::clone(chart), *file);
        move |_: MouseEvent| save(file, &chart)
    };
    html! {
        <figure class="plot">
            <figcaption><strong>{title}</strong><span>{chart.finding()}</span></figcaption>
            <div
                ref={room}
                class="plot-room"
                tabindex="0"
                role="group"
                aria-label={format!("{title}: read its figures with the arrow keys")}
                {onkeydown}
            >
                {drawn(&plot, &format!("{title}. {}", chart.finding()), at, &point, leave)}
            </div>
            <p class="readout" role="status">
                {said.unwrap_or_else(|| "Point at the chart, or use the arrow keys, to read its figures.".to_owned())}
            </p>
            <div class="plot-tools">
                if let Some((label, onclick)) = picked {
                    <button type="button" disabled={onclick.is_none()} {onclick}>{label}</button>
                }
                <details class="more" {ontoggle}>
                    <summary>{"Show data"}<span class="unseen">{": "}{title}</span></summary>
                    if *is_table_open {
                        {data_table(format!("{title}: data"), "scroller", &chart.table())}
                    }
                </details>
                <div class="save" role="group" aria-label={format!("Save the chart: {title}")}>
                    <button type="button" onclick={save(save_svg)}>{"SVG"}</button>
                    <button type="button" onclick={save(save_csv)}>{"CSV"}</button>
                </div>
            </div>
        </figure>
    }
}

fn save_svg(name: &str, chart: &Chart) {
    files::save(&format!("{name}.svg"), "image/svg+xml", &plot_svg(chart, SAVED, typeface::address().as_deref()));
}

fn save_csv(name: &str, chart: &Chart) {
    files::save(&format!("{name}.csv"), "text/csv", &csv(&chart.table()));
}

/// How wide the room of a chart is, in CSS pixels.
#[hook]
fn use_width(room: &NodeRef) -> f64 {
    let width = use_state_eq(|| USUAL);
    use_effect_with((), {
        let (room, width) = (room.clone(), width.setter());
        move |()| {
            let element = room.cast::<web_sys::Element>();
            let resizing = element.and_then(|element| {
                let known = element.clone();
                screen::on_resize(&element, move || {
                    let now = f64::from(known.client_width());
                    if now > 0.0 {
                        width.set(now);
                    }
                })
            });
            move || drop(resizing)
        }
    });
    *width
}

/// What is read while the pointer is there, and what is kept once it was pressed.
#[derive(Clone)]
struct Pointing {
    read: UseStateSetter<Option<usize>>,
    kept: UseStateSetter<Option<usize>>,
}

fn drawn(
    plot: &Plot,
    label: &str,
    at: Option<usize>,
    point: &Pointing,
    onpointerleave: impl Fn(PointerEvent) + 'static,
) -> Html {
    let (width, height) = (plot.width, plot.height);
    html! {
        <svg
            viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()}
            height={height.to_string()}
            role="img"
            aria-label={label.to_owned()}
            {onpointerleave}
        >
            for shape in &plot.shapes {
                {element(shape)}
            }
            for (i, reading) in plot.readings.iter().enumerate() {
                {hit(i, reading, at == Some(i), point)}
            }
        </svg>
    }
}

fn hit(at: usize, reading: &Reading, is_lit: bool, point: &Pointing) -> Html {
    let area = &reading.area;
    let Pointing { read, kept } = point.clone();
    html! {
        <rect
            key={at}
            class={classes!("hit", is_lit.then_some("lit"))}
            x={format!("{:.1}", area.x)}
            y={format!("{:.1}", area.y)}
            width={format!("{:.1}", area.width)}
            height={format!("{:.1}", area.height)}
            onpointerenter={move |_: PointerEvent| read.set(Some(at))}
            onclick={move |_: MouseEvent| kept.set(Some(at))}
        />
    }
}

fn element(shape: &Shape) -> Html {
    match shape {
        Shape::Rect { class, area } => html! {
            <rect
                class={*class}
                x={format!("{:.1}", area.x)}
                y={format!("{:.1}", area.y)}
                width={format!("{:.1}", area.width)}
                height={format!("{:.1}", area.height)}
            />
        },
        Shape::Path { class, d } => html! { <path class={*class} d={d.clone()} /> },
        Shape::Dot { class, x, y } => html! {
            <circle class={*class} cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="4" />
        },
        Shape::Text { class, x, y, anchor, text } => html! {
            <text class={*class} x={format!("{x:.1}")} y={format!("{y:.1}")} text-anchor={anchor.name()}>{text}</text>
        },
    }
}
