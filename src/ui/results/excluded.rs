use yew::prelude::*;

use super::reasons::reasons;
use crate::{
    decision::Verdict,
    ui::{act::Act, advice::Advised, parts::panel::panel},
};

#[derive(Properties, PartialEq)]
pub(super) struct ExcludedPanelProps {
    pub advised: Advised,
    pub act: Act,
}

/// The options that miss a must-have: because of what, and the smallest change that would let each back in.
#[component]
pub(super) fn ExcludedPanel(ExcludedPanelProps { advised, act }: &ExcludedPanelProps) -> Html {
    let out: Vec<_> = advised.standings.iter().filter(|standing| standing.verdict == Verdict::RuledOut).collect();
    if out.is_empty() {
        return Html::default();
    }
    let content = html! {
        <ol class="excluded">
            for standing in &out {
                <li key={standing.assessment.hosting.id.0}>
                    <h3>{standing.assessment.hosting.name}</h3>
                    {reasons(standing, &advised.answers, act)}
                </li>
            }
        </ol>
    };
    panel("excluded-title", format!("Excluded options ({})", out.len()), content)
}
