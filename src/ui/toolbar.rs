use yew::prelude::*;

use super::act::Act;
use crate::{
    browser::{
        address,
        clipboard::{self, Copied},
        clock, event,
    },
    questionnaire::ClosedSet,
    session::{Action, Appearance, Session},
};

/// How long it is said that the link was copied, in milliseconds.
const SAID_FOR: u32 = 2_500;

/// What can be done with the session as a whole.
pub(super) fn toolbar(session: &Session, act: &Act, onworkshop: Option<&Callback<MouseEvent>>) -> Html {
    let appearance = session.appearance();
    let show =
        act.reform(|event: Event| Action::Show(Appearance::from_token(&event::value(&event)).unwrap_or_default()));
    html! {
        <div class="toolbar">
            <button type="button" disabled={!session.can_undo()} onclick={act.reform(|_| Action::Undo)}>{"Undo"}</button>
            <button type="button" disabled={!session.can_redo()} onclick={act.reform(|_| Action::Redo)}>{"Redo"}</button>
            <button type="button" onclick={act.reform(|_| Action::Reset)}>{"Start over"}</button>
            <CopyLink link={session.link()} />
            if let Some(onclick) = onworkshop {
                <button type="button" {onclick}>{"Workshop"}</button>
            }
            <label class="theme">
                <span aria-hidden="true">{"Theme"}</span>
                <select aria-label="Theme" onchange={show}>
                    for choice in Appearance::ALL {
                        <option value={choice.token()} selected={*choice == appearance}>{choice.label()}</option>
                    }
                </select>
            </label>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CopyLinkProps {
    /// The fragment. A new one takes back what was said of the last copy.
    link: AttrValue,
}

/// Copies the address, or shows it to be copied by hand where the browser refuses.
#[component]
fn CopyLink(CopyLinkProps { link }: &CopyLinkProps) -> Html {
    let outcome = use_state_eq(|| None::<Copied>);
    use_effect_with(link.clone(), {
        let outcome = outcome.setter();
        move |_| outcome.set(None)
    });
    use_effect_with(*outcome, {
        let outcome = outcome.setter();
        move |now| {
            let timeout = (*now == Some(Copied::Yes)).then(|| clock::later(SAID_FOR, move || outcome.set(None)));
            move || drop(timeout)
        }
    });
    let copy = {
        let (outcome, link) = (outcome.setter(), link.clone());
        Callback::from(move |_: MouseEvent| {
            let outcome = outcome.clone();
            clipboard::copy(&address::with(&link), move |copied| outcome.set(Some(copied)));
        })
    };
    let label = if *outcome == Some(Copied::Yes) { "Link copied" } else { "Copy link" };
    html! {
        <>
            <button type="button" class="copy" onclick={copy}>{label}</button>
            if *outcome == Some(Copied::Refused) {
                <label class="link-to-copy">
                    <span>{"Copy this address"}</span>
                    <input type="text" readonly=true value={address::with(link)} />
                </label>
            }
        </>
    }
}
