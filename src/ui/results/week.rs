use std::{cell::Cell, rc::Rc};

use web_sys::{Element, HtmlCanvasElement};
use yew::prelude::*;

use super::{
    option_row::chooser,
    week_asks::{Draft, week_asks},
    week_examples::week_examples,
};
use crate::{
    browser::{
        canvas, clock, event,
        screen::{self, Paper},
    },
    charts::{self, Figure, Mark, Span, Subject, Table},
    decision::Standing,
    options::OptionId,
    questionnaire::Choice,
    session::{Appearance, WhatIf, WhatIfs},
    simulation::{Rules, Week, cat_site, simulate},
    ui::{
        Act,
        advice::Advised,
        hooks::{use_after, use_value},
        markup::{column, scroller, tag},
    },
    units::ordered,
};

/// How long drawing waits for the answer to be shown first, in milliseconds.
const AFTERWARDS: u32 = 60;

#[derive(Properties, PartialEq)]
pub(super) struct SimulatedWeekProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
    pub what_ifs: WhatIfs,
    pub appearance: Appearance,
    pub act: Act,
}

/// The week of the option looked at, minute by minute, beside another one if that is asked for.
#[component]
pub(super) fn SimulatedWeek(props: &SimulatedWeekProps) -> Html {
    let beside = use_value(|| None::<usize>);
    let draft = use_value(Draft::default);
    let other = *beside.get();
    let canvases = use_mut_ref(Vec::<NodeRef>::new);
    let panel = use_node_ref();
    let shown = use_memo(
        (props.advised.clone(), props.looked_at, props.what_ifs.clone(), other),
        |(advised, asked, what_ifs, beside)| {
            let Some(standing) = advised.looked_at(*asked) else { return Vec::new() };
            figures(advised, standing, beside.and_then(|at| advised.standings.get(at)), what_ifs)
        },
    );
    canvases.borrow_mut().resize_with(shown.len(), NodeRef::default);
    use_after((shown.clone(), props.appearance), {
        let (canvases, panel) = (canvases.clone(), panel.clone());
        move |(shown, _)| {
            let shown = shown.clone();
            // Drawing takes longer than all that is drawn took to compute: what is there already is left alone.
            let draw = move |theme: charts::Theme, is_due: fn(&HtmlCanvasElement) -> bool| {
                for (canvas, figure) in canvases.borrow().iter().zip(shown.iter()) {
                    if let Some(canvas) = canvas.cast().filter(is_due) {
                        canvas::paint(&canvas, figure, theme);
                    }
                }
            };
            let paint = {
                let draw = draw.clone();
                move |theme| draw(theme, |_| true)
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
            let is_drawn = Rc::new(Cell::new(false));
            let resizing = panel.cast().and_then(|panel: Element| {
                let is_drawn = Rc::clone(&is_drawn);
                screen::on_resize(&panel, move || {
                    if is_drawn.get() {
                        draw(canvas::theme(), |canvas| !canvas::fits(canvas));
                    }
                })
            });
            let drawing = clock::later(AFTERWARDS, move || {
                is_drawn.set(true);
                paint(canvas::theme());
            });
            (drawing, on_paper, resizing)
        }
    });
    let compare = Callback::from({
        let beside = beside.clone();
        move |changed| beside.set(position(changed).checked_sub(1))
    });
    let refs = canvases.borrow();
    let mut charts: Vec<Html> = shown.iter().zip(refs.iter()).map(|(figure, canvas)| drawn(figure, canvas)).collect();
    let cat_site = charts.pop();
    tag("section")
        .class("panel")
        .node(&panel)
        .set("aria-labelledby", "week-title")
        .add(
            tag("div")
                .class("panel-head")
                .add(tag("h2").set("id", "week-title").add("The simulated week"))
                .add(chooser("week-option", &props.advised, props.looked_at, &props.act)),
        )
        .add(
            tag("div").class("week-asks").add(week_asks(&props.what_ifs, &draft, &props.act)).add(
                tag("label").class("chooser").add(tag("span").add("Beside it")).add(
                    tag("select")
                        .onchange(compare)
                        .add(tag("option").set("value", "0").flag("selected", other.is_none()).add("nothing else"))
                        .all(props.advised.standings.iter().enumerate().map(|(i, standing)| {
                            tag("option")
                                .attr("value", (i + 1).to_string())
                                .flag("selected", other == Some(i))
                                .add(standing.assessment.hosting.name)
                                .html()
                        })),
                ),
            ),
        )
        .all(charts)
        .add(cat_site.map(week_examples))
        .add(props.advised.speed().map(|speed| tag("p").class("quiet speed").add(speed + ".")))
        .html()
}

/// The position chosen in a list.
fn position(changed: yew::Event) -> usize {
    event::value(&changed).parse().unwrap_or_default()
}

/// The charts of one option, or of two on one axis, and last that of the example.
fn figures(advised: &Advised, standing: &Standing, other: Option<&Standing>, what_ifs: &WhatIfs) -> Vec<Figure> {
    let events = &what_ifs.events();
    let rules = Rules::new(&advised.answers.overrides);
    let (demand, shape) = (advised.workload.typical(), &advised.workload.shape);
    let weeks: Vec<_> = std::iter::once(standing)
        .chain(other.filter(|other| other.assessment.hosting.id != standing.assessment.hosting.id))
        .map(|standing| {
            let architecture = &standing.assessment.architecture;
            let week = simulate(architecture, demand, shape, events, &rules);
            let series = Week::series(architecture, demand, shape, events, &rules);
            (standing.assessment.hosting.name, week.outcome, series)
        })
        .collect();
    let subjects: Vec<_> = weeks.iter().map(|(name, outcome, series)| Subject { name, outcome, series }).collect();
    let mut figures = charts::all(&subjects, Span::WEEK);
    if let Some(panel) = figures.first_mut().and_then(|demand| demand.panels.first_mut()) {
        let mark = |what_if: &WhatIf| Mark { at: what_if.start().value(), label: what_if.happening.label().to_owned() };
        panel.marks = ordered(what_ifs.asked().map(mark), |a, b| a.at.total_cmp(&b.at));
    }
    figures.push(charts::cat_site(&cat_site()));
    figures
}

fn drawn(figure: &Figure, canvas: &NodeRef) -> Html {
    tag("figure")
        .class("chart")
        .key(figure.title)
        .add(tag("figcaption").add(tag("strong").add(figure.title)).add(format!(" {}", figure.finding)))
        .add(
            tag("canvas")
                .node(canvas)
                .set("role", "img")
                .attr("aria-label", format!("{}: {}", figure.title, figure.finding))
                .class(if figure.panels.len() > 1 { "tall" } else { "" }),
        )
        .add(tag("details").class("more").add(tag("summary").add("Show data")).add(data(
            "scroll",
            format!("{}: data", figure.title),
            &figure.table,
        )))
        .html()
}

/// A table of texts, which scrolls by itself where it is too large.
pub(super) fn data(class: &'static str, name: String, table: &Table) -> Html {
    scroller(name.into())
        .class(class)
        .add(
            tag("table")
                .add(tag("thead").add(tag("tr").all(table.columns.iter().map(|name| column().add(name).html()))))
                .add(
                    tag("tbody").all(
                        table
                            .rows
                            .iter()
                            .map(|row| tag("tr").all(row.iter().map(|cell| tag("td").add(cell).html())).html()),
                    ),
                ),
        )
        .html()
}
