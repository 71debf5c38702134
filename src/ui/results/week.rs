use std::rc::Rc;

use yew::prelude::*;

use super::{week_chart::WeekChart, week_events::week_events, week_examples::WeekExamples};
use crate::{
    browser::event,
    charts::{self, Figure, Mark, Span, Subject},
    decision::Standing,
    options::OptionId,
    questionnaire::{ClosedSet, Replay},
    session::{Appearance, WhatIf, WhatIfs},
    simulation::{Rules, Week, report::day, simulate},
    ui::{act::Act, advice::Advised, parts::panel::panel},
    units::ordered,
};

#[derive(Properties, PartialEq)]
pub(super) struct WeekPanelProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
    pub what_ifs: WhatIfs,
    pub appearance: Appearance,
    pub act: Act,
}

/// The week of the option looked at, minute by minute, beside another one if that is asked for.
#[component]
pub(super) fn WeekPanel(props: &WeekPanelProps) -> Html {
    let WeekPanelProps { advised, looked_at, what_ifs, appearance, act } = props;
    // The position of the option shown beside the one looked at.
    let beside = use_state_eq(|| None::<usize>);
    let figures =
        use_memo((advised.clone(), *looked_at, what_ifs.clone(), *beside), |(advised, looked_at, what_ifs, beside)| {
            let Some(standing) = advised.looked_at(*looked_at) else { return Vec::new() };
            figures(advised, standing, beside.and_then(|at| advised.standings.get(at)), what_ifs)
        });
    let compare = {
        let beside = beside.clone();
        // The first entry of the list is that there is none.
        move |chosen: yew::Event| {
            beside.set(event::value(&chosen).parse().ok().and_then(|at: usize| at.checked_sub(1)));
        }
    };
    let Some(standing) = advised.looked_at(*looked_at) else { return Html::default() };
    let content = html! {
        <>
            if let Some(replay) = &advised.answers.replay {
                <p class="quiet">{format!(
                    "{} of {}, readers and bots at the size the answers give them. The busiest day is the {}.",
                    if replay.weeks() > 1 { "These are two weeks" } else { "This is the week" },
                    replay.source(),
                    day(replay.busiest_day())
                )}</p>
            }
            <div class="week-events">
                {week_events(what_ifs, act)}
                <label class="chooser">
                    <span>{"Compare with"}</span>
                    <select onchange={compare}>
                        <option value="0" selected={beside.is_none()}>{"none"}</option>
                        for (at, standing) in advised.standings.iter().enumerate() {
                            <option value={(at + 1).to_string()} selected={*beside == Some(at)}>
                                {standing.assessment.hosting.name}
                            </option>
                        }
                    </select>
                </label>
            </div>
            for figure in figures.iter() {
                <WeekChart key={figure.title} {figure} appearance={*appearance} />
            }
            <WeekExamples appearance={*appearance} />
            if let Some(speed) = advised.speed() {
                <p class="quiet speed">{speed}{"."}</p>
            }
        </>
    };
    let weeks = if advised.answers.replay.as_ref().is_some_and(|replay| replay.weeks() > 1) { "Two" } else { "One" };
    panel("week-title", format!("{weeks}-week load simulation: {}", standing.assessment.hosting.name), content)
}

/// The charts of one option, or of two on one axis.
fn figures(advised: &Advised, standing: &Standing, other: Option<&Standing>, what_ifs: &WhatIfs) -> Vec<Rc<Figure>> {
    let events = &what_ifs.events();
    let rules = Rules::new(&advised.answers.overrides, advised.answers.operator);
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
    let replay = advised.answers.replay.as_ref();
    let mut figures = charts::all(&subjects, Span::weeks(replay.map_or(1, Replay::weeks)));
    if let Some(panel) = figures.first_mut().and_then(|demand| demand.panels.first_mut()) {
        let mark = |what_if: &WhatIf| Mark { at: what_if.start().value(), label: what_if.happening.label().to_owned() };
        let busiest =
            replay.map(|replay| Mark { at: replay.busiest_day() as f64 * 1_440.0, label: "Busiest day".to_owned() });
        panel.marks = ordered(what_ifs.asked().map(mark).chain(busiest), |a, b| a.at.total_cmp(&b.at));
    }
    figures.into_iter().map(Rc::new).collect()
}
