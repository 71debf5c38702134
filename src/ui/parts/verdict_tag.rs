use yew::prelude::*;

use crate::{decision::Verdict, ui::markup::tag};

/// What became of an option, as a word with a mark: never by colour alone.
pub(crate) fn verdict_tag(verdict: Verdict) -> Html {
    let (class, mark, word) = match verdict {
        Verdict::Recommended => ("tag best", "★", "Fits best"),
        Verdict::Eligible => ("tag fits", "✓", "Would do"),
        Verdict::RuledOut => ("tag out", "✕", "Ruled out"),
    };
    tag("span").class(class).add(tag("span").set("aria-hidden", "true").add(mark)).add(word).html()
}
