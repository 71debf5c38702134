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
    ui::{
        hooks::{use_after, use_value},
        markup::{button, component, tag, together},
    },
};

/// What can be done with the sitting as a whole.
pub(super) fn toolbar(session: &Session, act: &Act, workshop: Option<Callback<MouseEvent>>) -> Html {
    let appearance = session.appearance();
    let show =
        act.reform(|event: Event| Action::Show(Appearance::from_token(&event::value(&event)).unwrap_or_default()));
    tag("div")
        .class("toolbar")
        .add(button().flag("disabled", !session.can_undo()).onclick(act.reform(|_| Action::Undo)).add("Undo"))
        .add(button().flag("disabled", !session.can_redo()).onclick(act.reform(|_| Action::Redo)).add("Redo"))
        .add(button().onclick(act.reform(|_| Action::Reset)).add("Reset"))
        .add(component::<CopyLink>(CopyLinkProps { link: session.link() }))
        .add(button().onclick(Callback::from(|_| document::print())).add("Print"))
        .add(workshop.map(|workshop| button().onclick(workshop).add("Workshop")))
        .add(tag("label").class("theme").add(tag("span").set("aria-hidden", "true").add("Theme")).add(
            tag("select").set("aria-label", "Theme").onchange(show).all(Appearance::ALL.iter().map(|choice| {
                tag("option")
                    .attr("value", choice.token())
                    .flag("selected", *choice == appearance)
                    .add(choice.label())
                    .html()
            })),
        ))
        .html()
}

#[derive(Properties, PartialEq)]
struct CopyLinkProps {
    /// The fragment. A new one takes back what was said of the last copy.
    link: String,
}

/// Copies the address, or shows it to be copied by hand where the browser will not.
#[component]
fn CopyLink(props: &CopyLinkProps) -> Html {
    let outcome = use_value(|| None::<Copied>);
    use_after(props.link.clone(), {
        let outcome = outcome.clone();
        move |_| outcome.set(None)
    });
    let present = *outcome.get();
    use_after(present, {
        let outcome = outcome.clone();
        move |now| (*now == Some(Copied::Yes)).then(|| clock::later(2_500, move || outcome.set(None)))
    });
    let copy = {
        let (outcome, link) = (outcome.clone(), props.link.clone());
        Callback::from(move |_| {
            let outcome = outcome.clone();
            clipboard::copy(&address::with(&link), move |copied| outcome.set(Some(copied)));
        })
    };
    together((
        button().class("copy").onclick(copy).add(if present == Some(Copied::Yes) {
            "Link copied"
        } else {
            "Copy link"
        }),
        (present == Some(Copied::Refused)).then(|| {
            tag("label")
                .class("link-to-copy")
                .add(tag("span").add("Copy this address"))
                .add(tag("input").set("type", "text").flag("readonly", true).value(address::with(&props.link)))
        }),
    ))
}
