use yew::prelude::*;

use super::{option_row::option_row, points::points_tables};
use crate::{
    decision::Verdict,
    session::Session,
    ui::{
        Act,
        advice::Advised,
        markup::{panel, tag},
    },
};

/// The options that would do, by points, and where the points come from.
pub(super) fn score_section(session: &Session, advised: &Advised, act: &Act) -> Html {
    let eligible = || advised.standings.iter().filter(|standing| standing.verdict != Verdict::RuledOut);
    let title = match eligible().count() {
        0 => "No option meets every must-have".to_owned(),
        1 => "One option meets every must-have".to_owned(),
        count => format!("{count} options meet every must-have"),
    };
    panel("score-title", title)
        .add(
            tag("ol")
                .class("option-list")
                .all(eligible().map(|standing| option_row(standing, Html::default(), session, advised, act))),
        )
        .add(points_tables(advised))
        .html()
}
