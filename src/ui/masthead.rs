use yew::prelude::*;

use super::{act::Act, toolbar::toolbar};
use crate::{kit::Kit, session::Session};

/// Whose page this is, and what can be done with the session as a whole.
pub(super) fn masthead(
    kit: &Kit,
    session: &Session,
    act: &Act,
    onworkshop: Option<&Callback<MouseEvent>>,
    export: Html,
) -> Html {
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
            <div class="tools">{toolbar(session, act, onworkshop)}{export}</div>
        </header>
    }
}
