use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct WhyProps {
    pub text: &'static str,
}

/// Why something is asked, for who wants to know.
#[component]
pub(crate) fn Why(props: &WhyProps) -> Html {
    html! {
        <details class="why">
            <summary>{ "Why?" }</summary>
            <p>{ props.text }</p>
        </details>
    }
}
