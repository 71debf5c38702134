use yew::prelude::*;

use super::option_row::OptionRow;
use crate::{
    decision::Verdict,
    session::Session,
    ui::{act::Act, advice::Advised, parts::panel::panel, shared::Shared},
};

#[derive(Properties, PartialEq)]
pub(super) struct RuledOutPanelProps {
    pub session: Shared<Session>,
    pub advised: Advised,
    pub act: Act,
}

/// The options that miss a must-have: because of what, and the smallest change that would let each back in.
#[component]
pub(super) fn RuledOutPanel(RuledOutPanelProps { session, advised, act }: &RuledOutPanelProps) -> Html {
    let out = advised.standings.iter().filter(|standing| standing.verdict == Verdict::RuledOut);
    let out: Vec<_> = out.map(|standing| standing.assessment.hosting.id).collect();
    if out.is_empty() {
        return Html::default();
    }
    let content = html! {
        <>
            <ol class="option-list">
                for option in out {
                    <OptionRow key={option.0} {advised} {option} open={session.is_open(option)} {act} />
                }
            </ol>
        </>
    };
    panel("out-title", "Ruled out, and why", content)
}
