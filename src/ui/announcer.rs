use yew::prelude::*;

use super::{
    advice::Advised,
    hooks::{use_after, use_value},
    markup::tag,
};
use crate::{browser::clock, session::Session};

/// How long nothing must have changed before it is said.
const PATIENCE: u32 = 700;

/// The one voice of the page: says politely what has changed, once it has stopped changing.
#[hook]
pub(super) fn use_announcement(session: &Session, advised: &Advised) -> Html {
    let said = use_value(String::new);
    let first = use_mut_ref(|| true);
    let problem = session.problems().last().map(|problem| problem.message.clone());
    let now = problem.unwrap_or_else(|| advised.headline.verdict.clone());
    use_after(now, {
        let said = said.clone();
        move |now| {
            let silent = std::mem::take(&mut *first.borrow_mut());
            let now = now.clone();
            (!silent).then(|| clock::later(PATIENCE, move || said.set(now)))
        }
    });
    tag("p").class("unseen").set("role", "status").set("id", "announcement").add(said.get().clone()).html()
}
