use yew::prelude::*;

use crate::{decision::Verdict, ui::advice::Advised, units::text};

/// The verdict in a sentence, with its reason; it stays in sight.
pub(crate) fn verdict_bar(advised: &Advised) -> Html {
    let headline = &advised.headline;
    let found = advised.standings.first().is_some_and(|first| first.verdict == Verdict::Recommended);
    html! {
        <header class={if found { "verdict" } else { "verdict nothing-fits" }}>
            <h2>{ headline.verdict.clone() }</h2>
            <p>{ format!("{}.", text::capital(&headline.reason)) }</p>
        </header>
    }
}
