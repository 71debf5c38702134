use std::rc::Rc;

use yew::prelude::*;

use super::{
    Act, address::use_address, advice::use_advice, announcer::use_announcement, parts::jump::jump,
    print::answers_in_print, questions::questions, results::results, toolbar::toolbar,
};
use crate::{
    browser::{document, storage},
    questionnaire::Choice,
    session::{Action, Appearance, Session},
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
    let sitting =
        use_reducer_eq(|| Sitting(Rc::new(Session::open(&props.fragment).after(Action::Show(props.appearance)))));
    let session = Rc::clone(&sitting.0);
    let act: Act = use_callback((), {
        let dispatcher = sitting.dispatcher();
        move |action, ()| dispatcher.dispatch(action)
    });
    let (advised, before) = use_advice(&session);
    let announcement = use_announcement(&session, &advised);
    use_address(&session, &act);
    use_appearance(session.appearance());
    use_shortcuts(&act);
    html! {
        <>
            { jump("result", "skip", "Skip to the recommendation") }
            { announcement }
            <header class="masthead">
                <div class="brand">
                    <h1>{ "Groundplan" }</h1>
                    <p>{ "Which hosting architecture fits your WordPress site, what it costs a month, and why" }</p>
                </div>
                { toolbar(&session, &act) }
            </header>
            <main class="columns">
                { questions(&session, &act) }
                { results(&session, &advised, before.as_ref(), &act) }
                { answers_in_print(session.answers()) }
            </main>
        </>
    }
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
