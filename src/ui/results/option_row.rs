use yew::prelude::*;

use super::{
    option_panel::option_panel,
    reasons::{reasons, risks},
};
use crate::{
    decision::{Standing, Verdict},
    options::OptionId,
    report::facts,
    session::Action,
    ui::{
        act::Act,
        advice::Advised,
        parts::{bar::bar, verdict_tag::verdict_tag},
    },
    units::text,
    workload::Case,
};

#[derive(Properties, PartialEq)]
pub(super) struct OptionRowProps {
    pub advised: Advised,
    pub option: OptionId,
    /// Whether its panel is open.
    pub open: bool,
    pub act: Act,
}

/// An option in a list: its figures, why it is ruled out if it is, and its panel behind a button.
#[component]
pub(super) fn OptionRow(OptionRowProps { advised, option, open, act }: &OptionRowProps) -> Html {
    let option = *option;
    let Some(standing) = advised.option(option.0) else { return Html::default() };
    let panel = format!("panel-{}", option.0);
    let best = (standing.verdict == Verdict::Recommended).then_some("best");
    html! {
        <li class={classes!("option-row", best)}>
            <div class="option-head">
                <h3>
                    <button
                        type="button"
                        aria-expanded={open.to_string()}
                        aria-controls={panel.clone()}
                        onclick={act.reform(move |_| Action::Toggle(option))}
                    >
                        {standing.assessment.hosting.name}
                    </button>
                </h3>
                {verdict_tag(standing.verdict)}
            </div>
            {figures(standing, advised)}
            if standing.is_at_risk() {
                {risks(standing)}
            }
            if standing.verdict == Verdict::RuledOut {
                {reasons(standing, &advised.answers, act)}
            }
            <div id={panel} class="option-panel" hidden={!open}>
                if *open {
                    {option_panel(standing, advised, act)}
                }
            </div>
        </li>
    }
}

fn figures(standing: &Standing, advised: &Advised) -> Html {
    let assessment = &standing.assessment;
    let points = standing.score.total.value();
    let accent = if standing.verdict == Verdict::Recommended { "accent" } else { "" };
    let work = text::trimmed(assessment.hosting.operations.typical.value(), 1);
    html! {
        <dl class="option-figures">
            <div class="scored">
                <dt>{"Points"}</dt>
                <dd>{text::grouped(points)}{bar(points / 100.0, accent)}</dd>
            </div>
            <div><dt>{"A month"}</dt><dd>{facts::month(standing, &advised.answers, Case::Typical)}</dd></div>
            <div><dt>{"Down a year"}</dt><dd>{assessment.expected.typical.to_string()}</dd></div>
            <div><dt>{"Back in"}</dt><dd>{assessment.recovery.time().to_string()}</dd></div>
            <div><dt>{"Work a month"}</dt><dd>{work}{" h"}</dd></div>
        </dl>
    }
}
