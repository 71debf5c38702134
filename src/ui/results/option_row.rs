use yew::prelude::*;

use super::option_panel::option_panel;
use crate::{
    browser::event,
    decision::{Standing, Verdict},
    options::{OptionId, hosting},
    report::facts,
    session::{Action, Session},
    ui::{
        Act,
        advice::Advised,
        parts::{bar::bar, verdict_tag::verdict_tag},
    },
    units::text,
    workload::Case,
};

/// An option in a list: its figures, and its panel behind a button.
pub(super) fn option_row(standing: &Standing, more: Html, session: &Session, advised: &Advised, act: &Act) -> Html {
    let assessment = &standing.assessment;
    let option = assessment.hosting.id;
    let open = session.is_open(option);
    let answers = &advised.answers;
    let panel = format!("panel-{}", option.0);
    let best = standing.verdict == Verdict::Recommended;
    html! {
        <li key={option.0} class={if best { "option-row best" } else { "option-row" }}>
            <div class="option-head">
                <h3>
                    <button
                        type="button"
                        aria-expanded={if open { "true" } else { "false" }}
                        aria-controls={panel.clone()}
                        onclick={act.reform(move |_| Action::Toggle(option))}
                    >
                        { assessment.hosting.name }
                    </button>
                </h3>
                { verdict_tag(standing.verdict) }
            </div>
            <dl class="option-figures">
                <div class="scored">
                    <dt>{ "Points" }</dt>
                    <dd>
                        { text::grouped(standing.score.total.value()) }
                        { bar(standing.score.total.value() / 100.0, if best { "accent" } else { "" }) }
                    </dd>
                </div>
                <div><dt>{ "A month" }</dt><dd>{ facts::month(standing, answers, Case::Typical) }</dd></div>
                <div><dt>{ "Down a year" }</dt><dd>{ assessment.availability.downtime.to_string() }</dd></div>
                <div><dt>{ "Back in" }</dt><dd>{ assessment.recovery.time().to_string() }</dd></div>
                <div><dt>{ "Work a month" }</dt><dd>{ format!("{} h", text::trimmed(assessment.hosting.operations.typical.value(), 1)) }</dd></div>
            </dl>
            { more }
            <div id={panel} class="option-panel" hidden={!open}>
                if open { { option_panel(standing, advised, act) } }
            </div>
        </li>
    }
}

/// Chooses whose architecture and bill are shown.
pub(super) fn chooser(id: &'static str, advised: &Advised, looked_at: Option<OptionId>, act: &Act) -> Html {
    let choose = act.reform(|event: Event| Action::Look(hosting(&event::value(&event)).map(|hosting| hosting.id)));
    html! {
        <label class="chooser" for={id}>
            <span>{ "Show" }</span>
            <select {id} onchange={choose}>
                <option value="" selected={looked_at.is_none()}>{ first_choice(advised) }</option>
                { for advised.standings.iter().skip(1).map(|standing| {
                    let hosting = standing.assessment.hosting;
                    html! {
                        <option value={hosting.id.0} selected={looked_at == Some(hosting.id)}>{ hosting.name }</option>
                    }
                }) }
            </select>
        </label>
    }
}

fn first_choice(advised: &Advised) -> String {
    let name = advised.standings.first().map(|first| first.assessment.hosting.name).unwrap_or_default();
    match advised.recommended() {
        Some(_) => format!("{name} (fits best)"),
        None => format!("{name} (nearest)"),
    }
}
