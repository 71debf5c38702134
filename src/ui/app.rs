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
    parts::jump::jump,
    print::answers_in_print,
    questions::questions,
    results::{Extent, results},
    workshop::{Room, RoomProps, audience, use_slides},
};
use crate::{
    browser::{document, storage},
    kit::Kit,
    questionnaire::Choice,
    session::{Action, Appearance, Session},
    ui::markup::{component, tag, together},
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
}

/// What fills the window.
#[derive(Clone, Copy, PartialEq)]
enum View {
    Page,
    Workshop,
}

/// The sitting as Yew's reducer: the domain does the work.
#[derive(PartialEq)]
struct Sitting(Rc<Session>);

impl Reducible for Sitting {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(self.0.after(action))))
    }
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { home, .. } = props;
    let kit = use_state_eq(|| Rc::new(props.kit.clone()));
    let sitting = use_reducer_eq(|| {
        let appearance = kit.appearance.unwrap_or(props.appearance);
        Sitting(Rc::new(Session::open_in(kit.answers.clone(), &props.fragment).after(Action::Show(appearance))))
    });
    let session = Rc::clone(&sitting.0);
    let act: Act = use_callback((), {
        let dispatcher = sitting.dispatcher();
        move |action, ()| dispatcher.dispatch(action)
    });
    let view = use_state_eq(|| View::Page);
    let (advised, before) = use_advice(&session, &kit);
    let announcement = use_announcement(&session, &advised);
    use_address(&session, &act, home);
    use_appearance(session.appearance());
    use_shortcuts(&act);
    use_host(home, &kit, &session, &advised, &act);
    use_kit(&kit, &act);
    let link = session.link();
    let notice = use_keeping(&link, home);
    let consent = use_consent(&advised, &link);
    let slide = use_slides(home, &act);
    let show = |to: View| {
        let view = view.clone();
        Callback::from(move |_: MouseEvent| view.set(to))
    };
    if *view == View::Workshop {
        return component::<Room>(RoomProps { session, advised, act, leave: show(View::Page) });
    }
    if matches!(home, Home::Audience(_)) {
        return audience(slide, &kit, session.answers(), &advised);
    }
    let is_own = *home == Home::Own;
    let extent = if is_own { Extent::Whole } else { Extent::Folded };
    let after = together((call_to_action(&kit, home, &consent), what_is_told(home)));
    together((
        jump("result", "skip", "Skip to the recommendation"),
        announcement,
        masthead(&kit, &session, &act, is_own.then(|| show(View::Workshop))),
        notices(&notice, &link, &act),
        tag("main")
            .class("columns")
            .add(questions(&session, &act))
            .add(results(&session, &advised, before.as_ref(), (extent, after), &act))
            .add(answers_in_print(session.answers())),
    ))
}

/// Shows the appearance chosen and remembers it.
#[hook]
fn use_appearance(appearance: Appearance) {
    use_effect_with(appearance, |appearance| {
        document::set_appearance((*appearance != Appearance::Device).then(|| appearance.token()));
        storage::write("appearance", appearance.token());
    });
}

/// Undo and redo by keyboard.
#[hook]
fn use_shortcuts(act: &Act) {
    use_effect_with(act.clone(), |act| {
        let act = act.clone();
        let listener = document::on_shortcut(move |shortcut| {
            act.emit(match shortcut {
                document::Shortcut::Undo => Action::Undo,
                document::Shortcut::Redo => Action::Redo,
            });
        });
        move || drop(listener)
    });
}
