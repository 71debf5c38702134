use std::{cell::Cell, rc::Rc};

use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::data_table::data_table;
use crate::{
    browser::{
        canvas,
        screen::{self, Paper},
    },
    charts::{self, Figure},
    session::Appearance,
};

/// How long painting waits for the answer to be shown first, in milliseconds.
const AFTERWARDS: u32 = 60;

#[derive(Properties, PartialEq)]
pub(super) struct WeekChartProps {
    /// Compared by what is in it: comparing takes a fraction of the time that painting takes.
    pub figure: Rc<Figure>,
    pub appearance: Appearance,
}

/// A chart of the week, with what it shows in a sentence and its numbers in a table.
#[component]
pub(super) fn WeekChart(WeekChartProps { figure, appearance }: &WeekChartProps) -> Html {
    let canvas = use_node_ref();
    use_effect_with((Rc::clone(figure), *appearance), {
        let canvas = canvas.clone();
        move |(figure, _)| {
            let painting = canvas.cast().map(|canvas| keep_painted(canvas, Rc::clone(figure)));
            move || drop(painting)
        }
    });
    html! {
        <figure class="chart">
            <figcaption><strong>{figure.title}</strong>{" "}{&figure.finding}</figcaption>
            <canvas
                ref={canvas}
                role="img"
                aria-label={format!("{}: {}", figure.title, figure.finding)}
                class={if figure.panels.len() > 1 { "tall" } else { "" }}
            />
            <details class="more">
                <summary>{"Show data"}</summary>
                {data_table(format!("{}: data", figure.title), "scroll", &figure.table)}
            </details>
        </figure>
    }
}

/// Paints a figure soon, and again for paper and whenever its canvas has another size, until what this gives is dropped.
fn keep_painted(canvas: HtmlCanvasElement, figure: Rc<Figure>) -> impl Sized {
    let paint = {
        let canvas = canvas.clone();
        move |theme| canvas::paint(&canvas, &figure, theme)
    };
    let on_paper = screen::on_paper({
        let paint = paint.clone();
        move |paper| {
            paint(match paper {
                Paper::Ahead => charts::Theme::Light,
                Paper::Done => canvas::theme(),
            });
        }
    });
    // The observer calls at once, too; the first painting waits for the typeface.
    let is_painted = Rc::new(Cell::new(false));
    let on_resize = screen::on_resize(&canvas.clone(), {
        let (paint, is_painted) = (paint.clone(), Rc::clone(&is_painted));
        move || {
            if is_painted.get() && !canvas::fits(&canvas) {
                paint(canvas::theme());
            }
        }
    });
    let first = canvas::paint_later(AFTERWARDS, move || {
        is_painted.set(true);
        paint(canvas::theme());
    });
    (on_paper, on_resize, first)
}
