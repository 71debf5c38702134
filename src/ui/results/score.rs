use yew::prelude::*;

use super::{option_row::OptionRow, points::points_tables};
use crate::{
    decision::{Standing, Verdict},
    session::Session,
    ui::{act::Act, advice::Advised, parts::panel::panel, shared::Shared},
};

#[derive(Properties, PartialEq)]
pub(super) struct ScorePanelProps {
    pub session: Shared<Session>,
    pub advised: Advised,
    pub act: Act,
}

/// The options that meet every must-have or are at risk of missing one, by points, and where the points come from.
#[component]
pub(super) fn ScorePanel(ScorePanelProps { session, advised, act }: &ScorePanelProps) -> Html {
    let eligible = advised.standings.iter().filter(|standing| standing.verdict != Verdict::RuledOut);
    let eligible: Vec<_> = eligible.map(|standing| standing.assessment.hosting.id).collect();
    let count = |risky: bool| {
        let fits = |standing: &&Standing| standing.verdict != Verdict::RuledOut && standing.at_risk.is_empty() != risky;
        advised.standings.iter().filter(fits).count()
    };
    let mut title = match count(false) {
        0 => "No option meets every must-have".to_owned(),
        1 => "One option meets every must-have".to_owned(),
        count => format!("{count} options meet every must-have"),
    };
    if count(true) > 0 {
        title.push_str(&format!(", {} at risk of missing one", count(true)));
    }
    let content = html! {
        <>
            <ol class="option-list">
                for option in eligible {
                    <OptionRow key={option.0} {advised} {option} open={session.is_open(option)} {act} />
                }
            </ol>
            {points_tables(advised)}
        </>
    };
    panel("score-title", title, content)
}
