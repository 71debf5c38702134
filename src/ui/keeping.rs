use yew::prelude::*;

use super::{Act, home::Home};
use crate::{
    browser::{
        address,
        storage::{self, Kept},
    },
    session::Action,
    ui::{
        hooks::{State, use_after, use_value},
        markup::{button, tag},
    },
};

/// Under what name the answers are kept on the device.
const SITTING: &str = "sitting";

/// Something about what the device keeps that the reader should know.
#[derive(Clone, PartialEq)]
pub(super) enum Notice {
    /// It keeps nothing.
    Denied,
    /// It kept these answers from last time.
    Before(String),
    /// Another tab has kept these answers since.
    Elsewhere(String),
}

/// Keeps the answers on the device, so that closing the window loses nothing; and gives what there is to say of it.
/// Inside another page nothing is kept.
#[hook]
pub(super) fn use_keeping(link: &str, home: &Home) -> State<Option<Notice>> {
    let notice = use_value(|| None::<Notice>);
    let is_ours = *home == Home::Own;
    let opened = use_mut_ref(|| None::<String>);
    let told = use_mut_ref(|| false);
    use_after(link.to_owned(), {
        let (notice, opened) = (notice.clone(), opened.clone());
        move |link| {
            if !is_ours {
                return;
            }
            let first = opened.borrow().is_none();
            if first {
                *opened.borrow_mut() = Some(link.clone());
                let before = storage::read(SITTING).filter(|kept| address::fragment().is_empty() && kept != link);
                notice.set(before.map(Notice::Before));
                return;
            }
            let denied = storage::write(SITTING, link) == Kept::No;
            let news = denied && !std::mem::replace(&mut *told.borrow_mut(), denied);
            notice.set(news.then_some(Notice::Denied));
        }
    });
    use_after(link.to_owned(), {
        let notice = notice.clone();
        move |link| {
            let link = link.clone();
            let changed = move |other| notice.set((other != link).then_some(Notice::Elsewhere(other)));

            if is_ours { storage::on_change(SITTING, changed) } else { None }
        }
    });
    notice
}

/// What there is to say of it.
pub(super) fn notices(notice: &State<Option<Notice>>, mine: &str, act: &Act) -> Html {
    let away = {
        let notice = notice.clone();
        Callback::from(move |_: MouseEvent| notice.set(None))
    };
    let take = |link: &str| {
        let (link, notice) = (link.to_owned(), notice.clone());
        act.reform(move |_: MouseEvent| {
            notice.set(None);
            Action::Arrive(link.clone())
        })
    };
    tag("div")
        .class("notices")
        .set("role", "status")
        .add(match &*notice.get() {
            None => Html::default(),
            Some(Notice::Denied) => tag("section")
                .class("notice")
                .set("aria-label", "Not kept")
                .add(tag("p").add(
                    "This browser keeps nothing for this page. Your answers are in its address: copy \
                     the link to come back to them.",
                ))
                .add(button().onclick(away).add("Put this note away"))
                .html(),
            Some(Notice::Before(link)) => tag("section")
                .class("notice")
                .set("aria-label", "Kept answers")
                .add(tag("p").add("Your answers from last time are kept on this device. What you see starts afresh."))
                .add(button().onclick(take(link)).add("Go on with them"))
                .add(button().onclick(forget(notice)).add("Forget them"))
                .html(),
            Some(Notice::Elsewhere(link)) => tag("section")
                .class("notice")
                .set("aria-label", "Changed in another tab")
                .add(tag("p").add(
                    "Another tab has changed the answers. The last change counts: this device now \
                     keeps those of the other tab.",
                ))
                .add(button().onclick(take(link)).add("Show them here"))
                .add(button().onclick(keep_mine(mine, notice)).add("Keep these instead"))
                .html(),
        })
        .html()
}

fn forget(notice: &State<Option<Notice>>) -> Callback<MouseEvent> {
    let notice = notice.clone();
    Callback::from(move |_| {
        storage::forget(SITTING);
        notice.set(None);
    })
}

fn keep_mine(link: &str, notice: &State<Option<Notice>>) -> Callback<MouseEvent> {
    let (link, notice) = (link.to_owned(), notice.clone());
    Callback::from(move |_| {
        let _ = storage::write(SITTING, &link);
        notice.set(None);
    })
}
