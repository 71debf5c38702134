use yew::prelude::*;

use super::chart::hours_chart;
use crate::{
    questionnaire::{Answers, TrafficKind},
    session::Action,
    traffic_log::{Finding, Traffic, figures},
    ui::{act::Act, parts::tick_box::tick_box},
    units::text,
    workload::Workload,
};

/// What a log says: its hours, the answers it gives and those it leaves open, and what its week would be without some of it.
pub(super) fn log_card(traffic: &Traffic, answers: &Answers, act: &Act) -> Html {
    html! {
        <div class="log-card">
            {files(traffic)}
            {hours_chart(traffic)}
            {answered(traffic)}
            for warning in traffic.warnings() {
                <p class="log-warning">{warning}</p>
            }
            {without(answers, act)}
            <details class="more">
                <summary>{"All figures, with what they mean"}</summary>
                <dl class="log-figures">
                    for figure in figures(traffic) {
                        <dt>{figure.what}</dt>
                        <dd>{figure.figure}<span class="hint">{figure.meaning}</span></dd>
                    }
                </dl>
            </details>
        </div>
    }
}

/// The files that were not read, and why.
fn files(traffic: &Traffic) -> Html {
    let told = traffic.files.iter().filter_map(|file| {
        if let Some(why) = &file.refused {
            return Some(format!("{} was not read: {why}.", file.name));
        }
        if let Some(same) = file.same_as.and_then(|number| traffic.files.get(number)) {
            return Some(format!("{} begins like {} and was not counted again.", file.name, same.name));
        }
        file.damaged.then(|| format!("{} is damaged or ends early.", file.name))
    });
    told.map(|text| html! { <p class="log-warning">{text}</p> }).collect()
}

fn answered(traffic: &Traffic) -> Html {
    let findings = traffic.findings();
    let written = |value: f64, unit: &str| {
        if unit.is_empty() { format!("{} %", text::significant(value * 100.0, 2)) } else { text::significant(value, 3) }
    };
    html! {
        <>
            <dl class="log-figures">
                for finding in &findings {
                    if let Ok([low, typical, high]) = finding.range {
                        {{
                            let parameter = Workload::parameter(finding.id);
                            html! {
                                <>
                                    <dt>{parameter.name}</dt>
                                    <dd>
                                        <strong>{written(typical, parameter.unit)}</strong>
                                        if low < high {
                                            {format!(" ({} to {})", written(low, parameter.unit), written(high, parameter.unit))}
                                        }
                                        <span class="hint">{finding.definition}</span>
                                    </dd>
                                </>
                            }
                        }}
                    }
                }
            </dl>
            for (why, names) in open(&findings) {
                <p class="hint">{format!("Stays as answered, for {why}: {names}.")}</p>
            }
        </>
    }
}

/// What the log leaves open, by the reason, in the order found.
fn open(findings: &[Finding]) -> Vec<(&str, String)> {
    let mut reasons: Vec<(&str, String)> = Vec::new();
    for finding in findings {
        let Err(why) = &finding.range else { continue };
        let name = Workload::parameter(finding.id).name;
        match reasons.iter_mut().find(|(known, _)| known == why) {
            Some((_, names)) => *names += &format!(", {}", name.to_lowercase()),
            None => reasons.push((why, name.to_lowercase())),
        }
    }
    reasons
}

/// What could be kept away from PHP, and how much of it the week holds.
fn without(answers: &Answers, act: &Act) -> Html {
    let Some(replay) = &answers.replay else { return Html::default() };
    let kinds = TrafficKind::ALL.into_iter().filter_map(|kind| Some((kind, kind.kept_away_by()?, replay.weekly(kind))));
    let kinds: Vec<_> = kinds.filter(|(.., total)| *total > 0).collect();
    html! {
        <fieldset class="log-without">
            <legend>{"What is simulated is this log's. What if you"}</legend>
            for (kind, by, total) in kinds {
                {{
                    let next = Answers { replay: Some(replay.toggled(kind)), ..answers.clone() };
                    let ontick = act.reform(move |_: bool| Action::Take(Box::new(next.clone())));
                    let label = format!("{by} ({} requests a week)", text::grouped(total as f64));
                    tick_box("switch", label, replay.keeps_away(kind), &ontick)
                }}
            }
            <p class="hint">{"Other visits below scale its readers and bots; attacks stay as they were. The minutes stay in this page: a link carries the figures, and shows a usual week of that size."}</p>
        </fieldset>
    }
}
