use yew::prelude::*;

use crate::browser::document;

#[derive(Properties, PartialEq)]
pub(crate) struct JumpProps {
    /// The element to go to.
    pub to: &'static str,
    #[prop_or_default]
    pub class: Classes,
    pub children: Html,
}

/// A link within the page that leaves the address alone, for the address holds the answers.
#[component]
pub(crate) fn Jump(props: &JumpProps) -> Html {
    let to = props.to;
    let jump = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        document::focus(to);
    });
    html! { <a class={props.class.clone()} href={format!("#{to}")} onclick={jump}>{ props.children.clone() }</a> }
}
