use yew::prelude::*;

use super::{
    chosen::Chosen, design_map::DesignMapChart, diagram::ArchitecturePicture, ranking::Ranking, section::ResultSection,
};
use crate::{
    session::Session,
    ui::{
        act::Act,
        advice::Advised,
        progressive::{Deferred, Part},
        shared::Shared,
    },
};

/// What decides: all options in one table, the one looked at in figures, and its picture.
pub(super) fn summary(
    session: &Shared<Session>,
    advised: &Advised,
    before: Option<&Advised>,
    act: &Act,
    onselect: &Callback<ResultSection>,
) -> Html {
    let looked_at = session.looked_at();
    html! {
        <>
            <Ranking {advised} {looked_at} {act} />
            <Chosen {advised} before={before.cloned()} {looked_at} {act} />
            <Deferred part={Part::Picture}>
                <DesignMapChart {advised} {act} />
                <ArchitecturePicture {advised} {looked_at} onopen={onselect.reform(|_| ResultSection::Architecture)} />
            </Deferred>
        </>
    }
}
