use yew::prelude::*;

use super::{
    address::use_address,
    advice::{AdviceCache, AdvicePair, use_advice},
    appearance::{use_appearance, use_kit_appearance},
    autosave::use_autosave,
    background::Sureness,
    embedding::use_embedding,
    home::Home,
    page::Page,
    printing::use_printing,
    progressive::{Progressive, Rendering},
    results::{Addressed, Proposal},
    scenarios::use_scenarios,
    shared::Shared,
    shortcuts::use_shortcuts,
    store::{Store, use_latest},
    workshop::{Audience, Presenter, use_desk},
};
use crate::{
    kit::Kit,
    session::{Action, Appearance, Session},
};

/// Where a session starts from.
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
    /// When its parts are drawn.
    #[prop_or_default]
    pub rendering: Rendering,
    /// Advice that has been worked out before.
    #[prop_or_default]
    pub advice: AdviceCache,
}

/// What fills the window.
#[derive(Clone, Copy, PartialEq)]
enum View {
    Page,
    Workshop,
}

/// The whole page: holds the session, connects it with the browser, and shows the view chosen.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { home, .. } = props;
    let kit = use_state_eq(|| Shared::new(props.kit.clone()));
    let store = use_reducer(|| Store::new(first_session(props)));
    let act = store.dispatcher().to_callback();
    let session = store.value();
    let latest = use_latest(&store);
    let view = use_state_eq(|| View::Page);
    let AdvicePair { advised, before, state } = use_advice(&session, &kit, &props.advice, props.rendering);
    let compared = use_scenarios(&session, &advised, state, &kit, &props.advice, props.rendering);
    let autosave = use_autosave(&session, &latest, home);
    let desk = use_desk();
    let onkit = use_callback(kit.setter(), |set: Kit, kit| kit.set(Shared::new(set)));
    use_address(&session, &latest, &act, home);
    use_appearance(session.appearance());
    use_kit_appearance(&kit, &act);
    use_shortcuts(&act);
    use_embedding(home, &onkit, &session, &advised, &act);
    let show = use_callback(view.setter(), |to: View, view| view.set(to));
    let addressed = use_state_eq(Addressed::default);
    let onaddress = use_callback(addressed.setter(), |to, addressed| addressed.set(to));
    let is_printing = use_printing(&addressed);
    let (kit, sure_of) = ((*kit).clone(), advised.clone());
    let proposal = html! {
        if is_printing {
            <Proposal kit={kit.clone()} addressed={(*addressed).clone()} session={session.clone()} advised={advised.clone()} compared={compared.clone()} workshop={desk.workshop()} act={act.clone()} />
        }
    };
    let view = match (*view, home) {
        (View::Workshop, _) => {
            html! { <Presenter {desk} {session} {latest} {advised} {compared} {before} {act} onleave={show.reform(|_| View::Page)} /> }
        }
        (View::Page, Home::Audience(room)) => {
            html! { <Audience room={room.clone()} {kit} {session} {advised} {compared} {before} {act} /> }
        }
        (View::Page, Home::Own | Home::Within(_)) => {
            let onworkshop = (*home == Home::Own).then(|| show.reform(|_| View::Workshop));
            html! {
                <Page {kit} home={home.clone()} {session} {advised} {compared} {state} {before} {autosave} {act} {onworkshop} addressed={(*addressed).clone()} {onaddress} />
            }
        }
    };
    html! {
        <Sureness advised={sure_of}>
            <Progressive rendering={props.rendering}>{view}{proposal}</Progressive>
        </Sureness>
    }
}

fn first_session(AppProps { fragment, appearance, kit, .. }: &AppProps) -> Session {
    let session = Session::open_with(kit.answers.clone(), fragment);
    session.after(Action::Show(kit.appearance.unwrap_or(*appearance)))
}
