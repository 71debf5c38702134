use yew::prelude::*;

use crate::{decision::Verdict, ui::advice::Advised, units::text};

#[derive(Properties, PartialEq)]
pub(super) struct VerdictBarProps {
    pub advised: Advised,
}

/// The verdict in a sentence, with its reason; it stays in sight.
#[component]
pub(super) fn VerdictBar(props: &VerdictBarProps) -> Html {
    let headline = &props.advised.headline;
    let found = props.advised.standings.first().is_some_and(|first| first.verdict == Verdict::Recommended);
    html! {
        <header class={if found { "verdict" } else { "verdict nothing-fits" }}>
            <h2>{ headline.verdict.clone() }</h2>
            <p>{ format!("{}.", text::capital(&headline.reason)) }</p>
        </header>
    }
}
