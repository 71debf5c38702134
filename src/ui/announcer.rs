use std::rc::Rc;

use yew::prelude::*;

use crate::{browser::clock, session::Session};

#[derive(Properties, PartialEq)]
pub(super) struct AnnouncerProps {
    pub session: Rc<Session>,
}

/// The one voice of the page: says politely what has changed, once it has stopped changing.
#[component]
pub(super) fn Announcer(props: &AnnouncerProps) -> Html {
    let said = use_state(String::new);
    let problems: Vec<String> = props.session.problems().map(|problem| problem.message.clone()).collect();
    use_effect_with(problems, {
        let said = said.clone();
        move |problems| {
            let text = problems.last().cloned();
            let later = text.map(|text| clock::later(700, move || said.set(text)));
            move || drop(later)
        }
    });
    html! { <p class="unseen" role="status">{ (*said).clone() }</p> }
}
