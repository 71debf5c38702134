use yew::prelude::*;

use super::{option_row::OptionRow, points::points_tables};
use crate::{
    decision::Verdict,
    session::Session,
    ui::{act::Act, advice::Advised, parts::panel::Panel, shared::Shared},
};

#[derive(Properties, PartialEq)]
pub(super) struct ScorePanelProps {
    pub session: Shared<Session>,
    pub advised: Advised,
    pub act: Act,
}

/// The options that meet every must-have, by points, and where the points come from.
#[component]
pub(super) fn ScorePanel(ScorePanelProps { session, advised, act }: &ScorePanelProps) -> Html {
    let eligible = advised.standings.iter().filter(|standing| standing.verdict != Verdict::RuledOut);
    let eligible: Vec<_> = eligible.map(|standing| standing.assessment.hosting.id).collect();
    let title = match eligible.len() {
        0 => "No option meets every must-have".to_owned(),
        1 => "One option meets every must-have".to_owned(),
        count => format!("{count} options meet every must-have"),
    };
    html! {
        <Panel id="score-title" {title}>
            <ol class="option-list">
                for option in eligible {
                    <OptionRow key={option.0} {advised} {option} open={session.is_open(option)} {act} />
                }
            </ol>
            {points_tables(advised)}
        </Panel>
    }
}
