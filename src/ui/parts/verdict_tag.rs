use yew::prelude::*;

use crate::decision::Verdict;

#[derive(Properties, PartialEq)]
pub(crate) struct VerdictTagProps {
    pub verdict: Verdict,
}

/// What became of an option, as a word with a mark: never by colour alone.
#[component]
pub(crate) fn VerdictTag(props: &VerdictTagProps) -> Html {
    let (class, mark, word) = match props.verdict {
        Verdict::Recommended => ("tag best", "★", "Fits best"),
        Verdict::Eligible => ("tag fits", "✓", "Would do"),
        Verdict::RuledOut => ("tag out", "✕", "Ruled out"),
    };
    html! { <span {class}><span aria-hidden="true">{ mark }</span>{ word }</span> }
}
