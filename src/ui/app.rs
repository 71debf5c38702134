use std::rc::Rc;

use yew::prelude::*;

use super::{
    Act,
    address::use_address,
    advice::use_advice,
    announcer::use_announcement,
    call::{call_to_action, use_consent, what_is_told},
    home::{Home, use_host, use_kit},
    keeping::{notices, use_keeping},
    masthead::masthead,
    parts::{
        jump::jump,
        steady::{Shown, steady},
    },
    print::answers_in_print,
    questions::questions,
    results::{Extent, Results, ResultsProps},
    shared::Shared,
    unfolding::{Unfolded, use_unfolding},
    workshop::{Room, RoomProps, audience, use_slides},
};
use crate::{
    browser::{document, storage},
    kit::Kit,
    questionnaire::Choice,
    session::{Action, Appearance, Session},
    ui::{
        hooks::{use_after, use_once, use_value},
        markup::{component, tag, together},
    },
};

/// Where a sitting starts from.
#[derive(Properties, PartialEq, Default)]
pub struct AppProps {
    /// The fragment of the address, without its `#`.
    #[prop_or_default]
    pub fragment: AttrValue,
    /// The appearance chosen earlier on this device.
    #[prop_or_default]
    pub appearance: Appearance,
    /// How the page presents itself and what it starts from.
    #[prop_or_default]
    pub kit: Kit,
    /// Where it is shown.
    #[prop_or_default]
    pub home: Home,
    /// How much of it is there from the start.
    #[prop_or_default]
    pub unfolded: Unfolded,
}

/// What fills the window.
#[derive(Clone, Copy, PartialEq)]
enum View {
    Page,
    Workshop,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { home, .. } = props;
    let set = use_value(|| Rc::new(props.kit.clone()));
    let kit = Rc::clone(&set.get());
    let sitting = use_value(|| {
        let kit = &props.kit;
        let appearance = kit.appearance.unwrap_or(props.appearance);
        Rc::new(Session::open_in(kit.answers.clone(), &props.fragment).after(Action::Show(appearance)))
    });
    let act: Act = use_once(|| {
        let sitting = sitting.clone();
        Callback::from(move |action| sitting.change(|session| Rc::new(session.after(action))))
    });
    let session = Rc::clone(&sitting.get());
    let view = use_value(|| View::Page);
    let unfolded = use_unfolding(props.unfolded);
    let (advised, before) = use_advice(&session, &kit);
    let announcement = use_announcement(&session, &advised);
    use_address(&session, &act, home);
    use_appearance(session.appearance());
    use_shortcuts(&act);
    use_host(home, &set, &session, &advised, &act);
    use_kit(&kit, &act);
    let link = session.link();
    let notice = use_keeping(&link, home);
    let consent = use_consent(&advised, &link);
    let slide = use_slides(home, &act);
    let show = |to: View| {
        let view = view.clone();
        Callback::from(move |_: MouseEvent| view.set(to))
    };
    if *view.get() == View::Workshop {
        return component::<Room>(RoomProps { session, advised, act, leave: show(View::Page) });
    }
    if matches!(home, Home::Audience(_)) {
        return audience(slide, &kit, session.answers(), &advised);
    }
    let is_own = *home == Home::Own;
    let extent = if is_own { Extent::Whole } else { Extent::Folded };
    let after = together((call_to_action(&kit, home, &consent), what_is_told(home)));
    let shown = Shown { session: session.clone(), advised, unfolded: Unfolded::Whole, act: act.clone() };
    // The questions unfold in two goes, and are as they are in between.
    let asked = Shown {
        unfolded: if unfolded < Unfolded::Details { Unfolded::Answer } else { Unfolded::Whole },
        ..shown.clone()
    };
    together((
        jump("result", "skip", "Skip to the recommendation"),
        announcement,
        masthead(&kit, &session, &act, is_own.then(|| show(View::Workshop))),
        notices(&notice, &link, &act),
        tag("main")
            .class("columns")
            .add(steady(&asked, |asked| questions(&asked.session, asked.unfolded, &asked.act)))
            .add(component::<Results>(ResultsProps {
                session: Shared::from(session.clone()),
                advised: shown.advised.clone(),
                before,
                extent,
                unfolded,
                after,
                act: act.clone(),
            }))
            .add((unfolded == Unfolded::Whole).then(|| answers_in_print(session.answers()))),
    ))
}

/// Shows the appearance chosen and remembers it.
#[hook]
fn use_appearance(appearance: Appearance) {
    use_after(appearance, |appearance| {
        document::set_appearance((*appearance != Appearance::Device).then(|| appearance.token()));
        storage::write("appearance", appearance.token());
    });
}

/// Undo and redo by keyboard.
#[hook]
fn use_shortcuts(act: &Act) {
    use_after(act.clone(), |act| {
        let act = act.clone();

        document::on_shortcut(move |shortcut| {
            act.emit(match shortcut {
                document::Shortcut::Undo => Action::Undo,
                document::Shortcut::Redo => Action::Redo,
            });
        })
    });
}
