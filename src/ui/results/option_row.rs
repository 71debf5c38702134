use yew::prelude::*;

use super::option_panel::OptionPanel;
use crate::{
    browser::event,
    decision::Verdict,
    options::{OptionId, hosting},
    session::Action,
    ui::{
        Act,
        advice::Advised,
        parts::{bar::Bar, verdict_tag::VerdictTag},
    },
    units::text,
    workload::Case,
};

#[derive(Properties, PartialEq)]
pub(super) struct OptionRowProps {
    pub option: OptionId,
    pub advised: Advised,
    /// Whether its panel is open, as Yew compares it.
    pub open: bool,
    pub act: Act,
    /// What stands between the figures and the panel.
    #[prop_or_default]
    pub children: Html,
}

/// An option in a list: its figures, and its panel behind a button.
#[component]
pub(super) fn OptionRow(props: &OptionRowProps) -> Html {
    let OptionRowProps { option, advised, open, act, children } = props;
    let Some(standing) = advised.option(option.0) else { return Html::default() };
    let option = *option;
    let assessment = &standing.assessment;
    let answers = &advised.answers;
    let panel = format!("panel-{}", option.0);
    let best = standing.verdict == Verdict::Recommended;
    html! {
        <li class={if best { "option-row best" } else { "option-row" }}>
            <div class="option-head">
                <h3>
                    <button
                        type="button"
                        aria-expanded={if *open { "true" } else { "false" }}
                        aria-controls={panel.clone()}
                        onclick={act.reform(move |_| Action::Toggle(option))}
                    >
                        { assessment.hosting.name }
                    </button>
                </h3>
                <VerdictTag verdict={standing.verdict} />
            </div>
            <dl class="option-figures">
                <div class="scored">
                    <dt>{ "Points" }</dt>
                    <dd>
                        { text::grouped(standing.score.total.value()) }
                        <Bar share={standing.score.total.value() / 100.0} class={if best { "accent" } else { "" }} />
                    </dd>
                </div>
                <div><dt>{ "A month" }</dt><dd>{ answers.amount(assessment.monthly(Case::Typical, answers.work)) }</dd></div>
                <div><dt>{ "Down a year" }</dt><dd>{ assessment.availability.downtime.to_string() }</dd></div>
                <div><dt>{ "Back in" }</dt><dd>{ assessment.recovery.time().to_string() }</dd></div>
                <div><dt>{ "Work a month" }</dt><dd>{ format!("{} h", text::trimmed(assessment.hosting.operations.typical.value(), 1)) }</dd></div>
            </dl>
            { children.clone() }
            <div id={panel} class="option-panel" hidden={!open}>
                if *open { <OptionPanel {option} advised={advised.clone()} act={act.clone()} /> }
            </div>
        </li>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ChooserProps {
    /// The element's name on the page.
    pub id: &'static str,
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
    pub act: Act,
}

/// Chooses whose architecture and bill are shown.
#[component]
pub(super) fn Chooser(props: &ChooserProps) -> Html {
    let ChooserProps { id, advised, looked_at, act } = props;
    let choose = act.reform(|event: Event| Action::Look(hosting(&event::value(&event)).map(|hosting| hosting.id)));
    html! {
        <label class="chooser" for={*id}>
            <span>{ "Show" }</span>
            <select id={*id} onchange={choose}>
                <option value="" selected={looked_at.is_none()}>{ first_choice(advised) }</option>
                { for advised.standings.iter().skip(1).map(|standing| {
                    let hosting = standing.assessment.hosting;
                    html! {
                        <option value={hosting.id.0} selected={*looked_at == Some(hosting.id)}>{ hosting.name }</option>
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
