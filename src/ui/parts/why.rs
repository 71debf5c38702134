use yew::prelude::*;

/// Why something is asked, for who wants to know.
pub(crate) fn why(label: &'static str, text: &'static str) -> Html {
    html! {
        <details class="why">
            <summary>{ "Why?" }<span class="unseen">{ format!(" {label}") }</span></summary>
            <p>{ format!("{text}.") }</p>
        </details>
    }
}
