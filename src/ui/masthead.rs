use yew::prelude::*;

use super::{act::Act, shared::Shared, toolbar::Toolbar};
use crate::{kit::Kit, session::Session};

#[derive(Properties, PartialEq)]
pub(super) struct MastheadProps {
    pub kit: Shared<Kit>,
    pub session: Shared<Session>,
    pub act: Act,
    /// Opens the workshop, where there is one.
    pub onworkshop: Option<Callback<MouseEvent>>,
}

/// Whose page this is, and what can be done with the session as a whole.
#[component]
pub(super) fn Masthead(MastheadProps { kit, session, act, onworkshop }: &MastheadProps) -> Html {
    html! {
        <header class="masthead">
            <div class="brand">
                if let Some(logo) = &kit.logo {
                    <img class="logo" src={logo.address().to_owned()} alt="" />
                }
                <div>
                    <h1>
                        {"Groundplan"}
                        if let Some(name) = &kit.name {
                            <span class="by">{format!(" by {name}")}</span>
                        }
                    </h1>
                    <p>{"Which hosting architecture fits your WordPress site, what it costs a month, and why"}</p>
                </div>
            </div>
            <Toolbar {session} {act} {onworkshop} />
        </header>
    }
}
