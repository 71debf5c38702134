use yew::prelude::*;

use super::Act;
use crate::{
    browser::{
        address,
        clipboard::{self, Copied},
        clock, document, event,
    },
    questionnaire::Choice,
    session::{Action, Appearance, Session},
};

/// What can be done with the sitting as a whole.
pub(super) fn toolbar(session: &Session, act: &Act, workshop: Option<Callback<MouseEvent>>) -> Html {
    let appearance = session.appearance();
    let show =
        act.reform(|event: Event| Action::Show(Appearance::from_token(&event::value(&event)).unwrap_or_default()));
    html! {
        <div class="toolbar">
            <button type="button" disabled={!session.can_undo()} onclick={act.reform(|_| Action::Undo)}>{ "Undo" }</button>
            <button type="button" disabled={!session.can_redo()} onclick={act.reform(|_| Action::Redo)}>{ "Redo" }</button>
            <button type="button" onclick={act.reform(|_| Action::Reset)}>{ "Reset" }</button>
            <CopyLink link={session.link()} />
            <button type="button" onclick={Callback::from(|_| document::print())}>{ "Print" }</button>
            if let Some(workshop) = workshop { <button type="button" onclick={workshop}>{ "Workshop" }</button> }
            <label class="theme">
                <span aria-hidden="true">{ "Theme" }</span>
                <select aria-label="Theme" onchange={show}>
                    { for Appearance::ALL.iter().map(|choice| html! {
                        <option value={choice.token()} selected={*choice == appearance}>{ choice.label() }</option>
                    }) }
                </select>
            </label>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CopyLinkProps {
    /// The fragment. A new one takes back what was said of the last copy.
    link: String,
}

/// Copies the address, or shows it to be copied by hand where the browser will not.
#[component]
fn CopyLink(props: &CopyLinkProps) -> Html {
    let outcome = use_state(|| None::<Copied>);
    use_effect_with(props.link.clone(), {
        let outcome = outcome.clone();
        move |_| outcome.set(None)
    });
    use_effect_with(*outcome, {
        let outcome = outcome.clone();
        move |now| {
            let later = (*now == Some(Copied::Yes)).then(|| clock::later(2_500, move || outcome.set(None)));
            move || drop(later)
        }
    });
    let copy = {
        let (outcome, link) = (outcome.clone(), props.link.clone());
        Callback::from(move |_| {
            let outcome = outcome.clone();
            clipboard::copy(&address::with(&link), move |copied| outcome.set(Some(copied)));
        })
    };
    html! {
        <>
            <button type="button" class="copy" onclick={copy}>
                { if *outcome == Some(Copied::Yes) { "Link copied" } else { "Copy link" } }
            </button>
            if *outcome == Some(Copied::Refused) {
                <label class="link-to-copy">
                    <span>{ "Copy this address" }</span>
                    <input type="text" readonly=true value={address::with(&props.link)} />
                </label>
            }
        </>
    }
}
