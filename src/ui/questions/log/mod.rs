//! The client's own access log: chosen or dropped, read on the device, and taken for answers.

mod card;
mod chart;
mod probe;

use yew::prelude::*;

use card::log_card;
use probe::probe;

use crate::{
    background::{LogsRead, Progress},
    browser::logs,
    questionnaire::{Answers, Replay},
    session::{Action, Session},
    site_probe::SiteProbe,
    traffic_log::Traffic,
    ui::{
        act::Act,
        background::{Reading, Running, read_logs},
        shared::Shared,
    },
    units::text,
};

/// What is said before anything is read.
const PRIVACY: &str =
    "It is read in this page and never leaves your device. Only figures are kept: no address, no path, no name.";

#[derive(Properties, PartialEq)]
struct TrafficLogProps {
    answers: Answers,
    act: Act,
}

/// How far it is.
#[derive(Clone, PartialEq)]
enum State {
    Nothing,
    Reading(Progress),
    Measured(Shared<Traffic>),
    Probed(String),
    Failed(String),
}

/// Where a log is dropped, and what it says.
pub(super) fn traffic_log(session: &Session, act: &Act) -> Html {
    html! { <TrafficLog answers={session.answers().clone()} {act} /> }
}

#[component]
fn TrafficLog(TrafficLogProps { answers, act }: &TrafficLogProps) -> Html {
    let state = use_state_eq(|| State::Nothing);
    let is_over = use_state_eq(|| false);
    let running = use_mut_ref(|| None::<Running>);
    // The answers as they are when the reading is done, not as they were when it began.
    let latest = use_mut_ref(Answers::default);
    latest.replace(answers.clone());
    let read = {
        let (state, running, latest, act) = (state.setter(), running.clone(), latest.clone(), act.clone());
        Callback::from(move |files: Vec<gloo::file::File>| {
            if files.is_empty() {
                return;
            }
            state.set(State::Reading(Progress::default()));
            let (state, latest, act) = (state.clone(), latest.clone(), act.clone());
            let heard = Callback::from(move |reading| match reading {
                Reading::Progress(progress) => state.set(State::Reading(progress)),
                Reading::Read(read) => taken(&read, &state, &latest.borrow(), &act),
                Reading::Unread(name) => state.set(State::Failed(format!("{name} could not be read."))),
            });
            running.replace(Some(read_logs(files, heard)));
        })
    };
    let onchange = read.reform(|event: Event| logs::chosen(&event));
    let ondrop = {
        let is_over = is_over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(false);
            read.emit(logs::dropped(&event));
        })
    };
    let over = |to: bool| {
        let is_over = is_over.setter();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(to);
        })
    };
    let oncancel = {
        let state = state.setter();
        Callback::from(move |_: MouseEvent| {
            running.take();
            state.set(State::Nothing);
        })
    };
    html! {
        <section class="log" aria-labelledby="log-title">
            <h3 id="log-title">{"Measure instead of guessing"}</h3>
            <div
                class={classes!("log-drop", is_over.then_some("over"))}
                {ondrop}
                ondragover={over(true)}
                ondragleave={over(false)}
            >
                <p>{"Drop the site's access logs here: Apache, nginx, Caddy, IIS, CloudFront or a load balancer, also .gz, of any size."}</p>
                <label class="file">
                    <span>{"Choose access logs"}</span>
                    <input type="file" multiple=true aria-describedby="log-privacy" {onchange} />
                </label>
                <p class="hint" id="log-privacy">{PRIVACY}</p>
            </div>
            <div role="status">
                {match &*state {
                    State::Nothing => Html::default(),
                    State::Failed(why) => html! { <p class="problem">{why.clone()}</p> },
                    State::Reading(progress) => reading(progress, &oncancel),
                    State::Measured(traffic) => html! { <p>{said(traffic)}</p> },
                    State::Probed(told) => html! { <p>{told.clone()}</p> },
                }}
            </div>
            {probe()}
            if let State::Measured(traffic) = &*state {
                {log_card(traffic, answers, act)}
            } else if !answers.measured.is_empty() {
                <p class="hint">{kept(answers)}</p>
            }
        </section>
    }
}

/// Takes what was measured for answers, as one step that can be taken back.
fn taken(read: &LogsRead, state: &UseStateSetter<State>, answers: &Answers, act: &Act) {
    let mut answers = answers.clone();
    let mut told = None;
    for probe in &read.probes {
        match SiteProbe::read(probe) {
            Ok(probe) => {
                answers = probe.answers(&answers);
                told = Some(probe.told());
            }
            Err(problem) => return state.set(State::Failed(format!("The {problem}."))),
        }
    }
    let traffic = read.traffic.clone();
    if let (Some(told), 0) = (told, traffic.lines) {
        act.emit(Action::Take(Box::new(answers)));
        return state.set(State::Probed(told));
    }
    if traffic.lines == 0 {
        let why = traffic.files.iter().filter_map(|file| Some(format!("{} is {}.", file.name, file.refused.as_ref()?)));
        let told: Vec<String> = why.collect();
        let told = if told.is_empty() { "No line could be read.".to_owned() } else { told.join(" ") };
        return state.set(State::Failed(told));
    }
    let replay = read.replay.clone();
    act.emit(Action::Take(Box::new(Answers { replay, ..traffic.answers(&answers) })));
    state.set(State::Measured(Shared::new(traffic)));
}

fn reading(progress: &Progress, oncancel: &Callback<MouseEvent>) -> Html {
    let Progress { read, total, seconds } = *progress;
    let speed = if seconds > 0.0 { read / seconds } else { 0.0 };
    let left = if speed > 0.0 { ((total - read) / speed).ceil() } else { 0.0 };
    let megabytes = |bytes: f64| text::significant(bytes / 1e6, 3);
    html! {
        <div class="log-reading">
            <progress max={total.max(1.0).to_string()} value={read.to_string()} aria-label="Reading the log"></progress>
            <p>
                {format!("{} of {} MB, {} MB a second", megabytes(read), megabytes(total), megabytes(speed))}
                if left >= 2.0 {
                    {format!(", {left} seconds left")}
                }
            </p>
            <button type="button" onclick={oncancel}>{"Cancel"}</button>
        </div>
    }
}

fn said(traffic: &Traffic) -> String {
    let broken: u64 = traffic.files.iter().map(|file| file.broken).sum();
    let broken =
        if broken == 0 { String::new() } else { format!(", {} could not be read", text::grouped(broken as f64)) };
    format!(
        "{} lines were read{broken}. The answers below are what they say; undo takes them back.",
        text::grouped(traffic.lines as f64)
    )
}

/// What is left of a log that another session read.
fn kept(answers: &Answers) -> String {
    let source = answers.measured.source();
    let week =
        answers.replay.as_ref().map_or("Its minutes are not: drop it again to live through its week.", |_: &Replay| "");
    format!("Figures measured in {source} are among the answers. {week}")
}
