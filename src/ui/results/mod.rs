//! What comes of it.

use std::rc::Rc;

use yew::prelude::*;

use super::Act;
use crate::session::Session;

#[derive(Properties, PartialEq)]
pub(super) struct ResultsProps {
    pub session: Rc<Session>,
    pub act: Act,
}

/// The recommendation and all that stands behind it.
#[component]
pub(super) fn Results(props: &ResultsProps) -> Html {
    html! {
        <section class="results" id="result" aria-label="Recommendation" tabindex="-1">
            <p>{ props.session.link() }</p>
        </section>
    }
}
