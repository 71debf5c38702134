use yew::prelude::*;

use super::option_row::chooser;
use crate::{
    architecture::Zone,
    browser::{
        canvas, clock, event,
        screen::{self, Paper},
    },
    charts::{self, Figure, Span, Subject},
    decision::Standing,
    options::OptionId,
    session::Appearance,
    simulation::{Event, Events, Rules, Week, simulate},
    ui::{
        Act,
        advice::Advised,
        hooks::{use_after, use_value},
        markup::tag,
    },
    units::{Count, Minutes},
};

/// How long drawing waits for the answer to be shown first, in milliseconds.
const AFTERWARDS: u32 = 60;

/// What may happen in the week: key, words, and the events it stands for.
type WhatIf = (&'static str, &'static str, fn() -> Events);

/// All that may be asked.
const WHAT_IFS: [WhatIf; 6] = [
    ("none", "An ordinary week", Events::new),
    ("spike", "Ten times the mean for two hours on Wednesday", || {
        vec![Event::Spike {
            start: Minutes::new(3_600.0),
            height: Count::new(10.0),
            rise: Minutes::new(10.0),
            length: Minutes::new(120.0),
        }]
    }),
    ("server", "A web server fails on Tuesday at noon", || {
        vec![Event::InstanceFailure { start: Minutes::new(2_160.0) }]
    }),
    ("zone", "Availability Zone A is lost on Tuesday for two hours", || {
        vec![Event::ZoneLoss { start: Minutes::new(2_160.0), length: Minutes::new(120.0), zone: Zone::A }]
    }),
    ("deployment", "A deployment on Tuesday at noon", || vec![Event::Deployment { start: Minutes::new(2_160.0) }]),
    ("plugin", "A plugin installed in wp-admin on Tuesday at noon", || {
        vec![Event::PluginInstall { start: Minutes::new(2_160.0) }]
    }),
];

#[derive(Properties, PartialEq)]
pub(super) struct SimulatedWeekProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
    pub appearance: Appearance,
    pub act: Act,
}

/// The week of the option looked at, minute by minute, beside another one if that is asked for.
#[component]
pub(super) fn SimulatedWeek(props: &SimulatedWeekProps) -> Html {
    let what_if = use_value(|| 0_usize);
    let beside = use_value(|| None::<usize>);
    let (asked, other) = (*what_if.get(), *beside.get());
    let canvases = use_mut_ref(Vec::<NodeRef>::new);
    let shown =
        use_memo((props.advised.clone(), props.looked_at, asked, other), |(advised, asked, what_if, beside)| {
            let Some(standing) = advised.looked_at(*asked) else { return Vec::new() };
            let other = beside.and_then(|at| advised.standings.get(at));
            figures(advised, standing, other, &(WHAT_IFS[*what_if].2)())
        });
    canvases.borrow_mut().resize_with(shown.len(), NodeRef::default);
    let narrow = use_narrowness();
    use_after((shown.clone(), props.appearance, narrow), {
        let canvases = canvases.clone();
        move |(shown, _, _)| {
            let shown = shown.clone();
            let paint = move |theme: charts::Theme| {
                for (canvas, figure) in canvases.borrow().iter().zip(shown.iter()) {
                    if let Some(canvas) = canvas.cast() {
                        canvas::paint(&canvas, figure, theme);
                    }
                }
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
            let drawing = clock::later(AFTERWARDS, move || paint(canvas::theme()));
            (drawing, on_paper)
        }
    });
    let choose = Callback::from({
        let what_if = what_if.clone();
        move |changed| what_if.set(position(changed))
    });
    let compare = Callback::from({
        let beside = beside.clone();
        move |changed| beside.set(position(changed).checked_sub(1))
    });
    let refs = canvases.borrow();
    tag("section")
        .class("panel")
        .set("aria-labelledby", "week-title")
        .add(
            tag("div")
                .class("panel-head")
                .add(tag("h2").set("id", "week-title").add("The simulated week"))
                .add(chooser("week-option", &props.advised, props.looked_at, &props.act)),
        )
        .add(
            tag("div")
                .class("week-asks")
                .add(tag("label").add("What if ").add(tag("select").onchange(choose).all(
                    WHAT_IFS.iter().enumerate().map(|(i, (key, words, _))| {
                        tag("option")
                            .key(*key)
                            .attr("value", i.to_string())
                            .flag("selected", i == asked)
                            .add(*words)
                            .html()
                    }),
                )))
                .add(
                    tag("label").add("Beside ").add(
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
        .all(shown.iter().zip(refs.iter()).map(|(figure, canvas)| drawn(figure, canvas)))
        .html()
}

/// The position chosen in a list.
fn position(changed: yew::Event) -> usize {
    event::value(&changed).parse().unwrap_or_default()
}

/// The charts of one option, or of two on one axis.
fn figures(advised: &Advised, standing: &Standing, other: Option<&Standing>, events: &Events) -> Vec<Figure> {
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
    charts::all(&subjects, Span::WEEK)
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
        .add(
            tag("details").class("more").add(tag("summary").add("Show data")).add(
                tag("div")
                    .class("scroll")
                    .set("role", "region")
                    .attr("aria-label", format!("{}: data", figure.title))
                    .set("tabindex", "0")
                    .add(
                        tag("table")
                            .add(tag("thead").add(tag("tr").all(
                                figure.table.columns.iter().map(|name| tag("th").set("scope", "col").add(name).html()),
                            )))
                            .add(
                                tag("tbody").all(figure.table.rows.iter().map(|row| {
                                    tag("tr").all(row.iter().map(|cell| tag("td").add(cell).html())).html()
                                })),
                            ),
                    ),
            ),
        )
        .html()
}

/// Whether the screen is narrow, so that charts are drawn anew when that changes.
#[hook]
fn use_narrowness() -> bool {
    let narrow = use_value(|| false);
    use_after((), {
        let narrow = narrow.clone();
        move |()| {
            narrow.set(screen::is_narrow());

            screen::on_narrow(move |now| narrow.set(now))
        }
    });

    *narrow.get()
}
