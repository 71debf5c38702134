use yew::prelude::*;

use crate::{
    decision::Verdict,
    ui::{advice::Advised, markup::tag},
    units::text,
};

/// The verdict in a sentence, with its reason; it stays in sight.
pub(crate) fn verdict_bar(advised: &Advised) -> Html {
    let headline = &advised.headline;
    let found = advised.standings.first().is_some_and(|first| first.verdict == Verdict::Recommended);
    tag("header")
        .class(if found { "verdict" } else { "verdict nothing-fits" })
        .add(tag("h2").add(headline.verdict.clone()))
        .add(tag("p").add(text::sentence(&headline.reason)))
        .html()
}
