use yew::prelude::*;

use crate::browser::clock;

/// How long nothing must have changed before it is said, in milliseconds.
const DELAY: u32 = 700;

#[derive(Properties, PartialEq)]
pub(super) struct AnnouncerProps {
    /// What is to be said when it changes.
    pub text: AttrValue,
}

/// The page's one live region: says politely what has changed, once it has stopped changing. What is there from the start
/// is not said.
#[component]
pub(super) fn Announcer(AnnouncerProps { text }: &AnnouncerProps) -> Html {
    let said = use_state_eq(AttrValue::default);
    let is_first = use_mut_ref(|| true);
    use_effect_with(text.clone(), {
        let said = said.setter();
        move |text| {
            let text = text.clone();
            let timeout = (!is_first.replace(false)).then(|| clock::later(DELAY, move || said.set(text)));
            move || drop(timeout)
        }
    });
    html! { <p class="unseen" role="status" id="announcement">{&*said}</p> }
}
