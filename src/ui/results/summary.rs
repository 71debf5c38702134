use yew::prelude::*;

use super::{chosen::Chosen, diagram::ArchitecturePicture, ranking::Ranking};
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
pub(super) fn summary(session: &Shared<Session>, advised: &Advised, before: Option<&Advised>, act: &Act) -> Html {
    let looked_at = session.looked_at();
    html! {
        <>
            <Ranking {advised} {looked_at} {act} />
            <Chosen {advised} before={before.cloned()} {looked_at} {act} />
            <Deferred part={Part::Picture}>
                <ArchitecturePicture {advised} {looked_at} />
            </Deferred>
        </>
    }
}
