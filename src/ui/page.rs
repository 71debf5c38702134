use yew::prelude::*;

use super::{
    act::Act,
    advice::{Advised, State},
    announcer::Announcer,
    autosave::{Autosave, autosave_notice},
    call_to_action::{CallToAction, what_is_told},
    export::ExportMenu,
    home::Home,
    masthead::masthead,
    parts::jump::jump,
    questions::questions,
    results::{Addressed, Results},
    scenarios::Compared,
    shared::Shared,
};
use crate::{kit::Kit, session::Session};

#[derive(Properties, PartialEq)]
pub(super) struct PageProps {
    pub kit: Shared<Kit>,
    pub home: Home,
    pub session: Shared<Session>,
    pub advised: Advised,
    pub compared: Compared,
    pub state: State,
    /// The advice it is compared with.
    pub before: Option<Advised>,
    pub autosave: Autosave,
    pub act: Act,
    /// Whom the proposal is for.
    pub addressed: Addressed,
    pub onaddress: Callback<Addressed>,
    /// Opens the workshop, where there is one.
    pub onworkshop: Option<Callback<MouseEvent>>,
}

/// The advisor: what is asked on one side, what comes of it on the other.
#[component]
pub(super) fn Page(props: &PageProps) -> Html {
    let PageProps {
        kit,
        home,
        session,
        advised,
        compared,
        state,
        before,
        autosave,
        addressed,
        onaddress,
        act,
        onworkshop,
    } = props;
    let link = AttrValue::from(session.link());
    let problem = session.problems().last().map(|problem| problem.message.clone());
    let news = problem.unwrap_or_else(|| advised.headline.verdict.clone());
    // A frame may not print.
    let export = html! {
        if *home == Home::Own {
            <ExportMenu {session} {advised} addressed={addressed.clone()} {onaddress} />
        }
    };
    html! {
        <>
            {jump("result", "skip", "Skip to the recommendation")}
            <Announcer text={news} />
            {masthead(kit, session, act, onworkshop.as_ref(), export)}
            {autosave_notice(autosave, &link, act)}
            <main class="columns">
                {questions(session, act)}
                <Results {session} {advised} compared={compared.clone()} state={*state} before={before.clone()} home={home.clone()} {act}>
                    <CallToAction {kit} home={home.clone()} {advised} link={link.clone()} />
                    {what_is_told(home)}
                </Results>
            </main>
        </>
    }
}
