use std::rc::Rc;

use yew::prelude::*;

use super::{option_row::OptionRow, points::PointsTable};
use crate::{
    decision::Verdict,
    session::Session,
    ui::{Act, advice::Advised},
};

#[derive(Properties, PartialEq)]
pub(super) struct ScoreSectionProps {
    pub session: Rc<Session>,
    pub advised: Advised,
    pub act: Act,
}

/// The options that would do, by points, and where the points come from.
#[component]
pub(super) fn ScoreSection(props: &ScoreSectionProps) -> Html {
    let ScoreSectionProps { session, advised, act } = props;
    let eligible = || advised.standings.iter().filter(|standing| standing.verdict != Verdict::RuledOut);
    let title = match eligible().count() {
        0 => "No option meets every must-have".to_owned(),
        1 => "One option meets every must-have".to_owned(),
        count => format!("{count} options meet every must-have"),
    };
    html! {
        <section class="panel" aria-labelledby="score-title">
            <h2 id="score-title">{ title }</h2>
            <ol class="option-list">
                { for eligible().map(|standing| {
                    let option = standing.assessment.hosting.id;
                    html! {
                        <OptionRow key={option.0} {option} advised={advised.clone()} open={session.is_open(option)} act={act.clone()} />
                    }
                }) }
            </ol>
            <PointsTable advised={advised.clone()} />
        </section>
    }
}
