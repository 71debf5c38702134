use yew::{html::ImplicitClone, prelude::*};

use super::{act::Act, home::Home};
use crate::{
    browser::{
        address,
        storage::{self, Kept},
    },
    session::Action,
};

/// Under what name the answers are kept on the device. It is the name they have always had there.
const NAME: &str = "session";

/// Something about what the device keeps that the reader should know.
#[derive(Clone, PartialEq)]
pub(super) enum Notice {
    /// It keeps nothing.
    Denied,
    /// It kept the answers of this link last time.
    Before(String),
    /// Another tab has since kept the answers of this link.
    Elsewhere(String),
}

/// Answers that are kept on the device, and what there is to say of it.
#[derive(Clone, PartialEq)]
pub(super) struct Autosave {
    notice: UseStateHandle<Option<Notice>>,
}

impl ImplicitClone for Autosave {}

/// Keeps the answers on the device, so that closing the window loses nothing. Inside another page nothing is kept.
#[hook]
pub(super) fn use_autosave(link: &str, home: &Home) -> Autosave {
    let notice = use_state_eq(|| None::<Notice>);
    let is_ours = *home == Home::Own;
    let is_first = use_mut_ref(|| true);
    let is_told = use_mut_ref(|| false);
    use_effect_with(link.to_owned(), {
        let notice = notice.setter();
        move |link| {
            if !is_ours {
                return;
            }
            if is_first.replace(false) {
                let before = storage::read(NAME).filter(|kept| address::fragment().is_empty() && kept != link);
                notice.set(before.map(Notice::Before));
                return;
            }
            let is_denied = storage::write(NAME, link) == Kept::No;
            let is_news = is_denied && !is_told.replace(is_denied);
            notice.set(is_news.then_some(Notice::Denied));
        }
    });
    use_effect_with((link.to_owned(), is_ours), {
        let notice = notice.setter();
        move |(link, is_ours)| {
            let link = link.clone();
            let changed = move |other| notice.set((other != link).then_some(Notice::Elsewhere(other)));
            let listener = is_ours.then(|| storage::on_change(NAME, changed)).flatten();
            move || drop(listener)
        }
    });
    Autosave { notice }
}

/// What there is to say of the answers kept on the device.
pub(super) fn autosave_notice(autosave: &Autosave, link: &AttrValue, act: &Act) -> Html {
    let notice = autosave.notice.setter();
    let close = Callback::from(move |_: MouseEvent| notice.set(None));
    let take = |link: &str| {
        let (link, close) = (link.to_owned(), close.clone());
        act.reform(move |click: MouseEvent| {
            close.emit(click);
            Action::Arrive(link.clone())
        })
    };
    let forget = close.reform(|click: MouseEvent| {
        storage::forget(NAME);
        click
    });
    let keep_mine = {
        let link = link.clone();
        close.reform(move |click: MouseEvent| {
            // That nothing is kept has been said at the first attempt.
            let _ = storage::write(NAME, &link);
            click
        })
    };
    html! {
        <div class="notices" role="status">
            {match &*autosave.notice {
                None => Html::default(),
                Some(Notice::Denied) => html! {
                    <section class="notice" aria-label="Not kept">
                        <p>
                            {"This browser keeps nothing for this page. Your answers are in its address: copy the link to \
                              come back to them."}
                        </p>
                        <button type="button" onclick={close}>{"Put this note away"}</button>
                    </section>
                },
                Some(Notice::Before(link)) => html! {
                    <section class="notice" aria-label="Kept answers">
                        <p>{"Your answers from last time are kept on this device. What you see starts afresh."}</p>
                        <button type="button" onclick={take(link)}>{"Go on with them"}</button>
                        <button type="button" onclick={forget}>{"Forget them"}</button>
                    </section>
                },
                Some(Notice::Elsewhere(link)) => html! {
                    <section class="notice" aria-label="Changed in another tab">
                        <p>
                            {"Another tab has changed the answers. The last change counts: this device now keeps those of \
                              the other tab."}
                        </p>
                        <button type="button" onclick={take(link)}>{"Show them here"}</button>
                        <button type="button" onclick={keep_mine}>{"Keep these instead"}</button>
                    </section>
                },
            }}
        </div>
    }
}
