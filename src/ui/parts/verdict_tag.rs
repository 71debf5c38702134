use yew::prelude::*;

use crate::decision::Verdict;

/// What became of an option, as a word with a mark: never by colour alone.
pub(crate) fn verdict_tag(verdict: Verdict) -> Html {
    let (class, mark, words) = match verdict {
        Verdict::Recommended => ("best", "★", "Recommended"),
        Verdict::Eligible => ("fits", "✓", "Meets requirements"),
        Verdict::AtRisk => ("risk", "!", "At risk of missing a requirement"),
        Verdict::RuledOut => ("out", "✕", "Excluded"),
    };
    html! { <span class={classes!("tag", class)}><span aria-hidden="true">{mark}</span>{words}</span> }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn_html;

    #[test]
    fn a_verdict_is_told_in_words() {
        let tags = html! {
            for verdict in [Verdict::Recommended, Verdict::Eligible, Verdict::AtRisk, Verdict::RuledOut] {
                {verdict_tag(verdict)}
            }
        };
        expect![[r#"<span class="tag best"><span aria-hidden="true">★</span>Recommended</span><span class="tag fits"><span aria-hidden="true">✓</span>Meets requirements</span><span class="tag risk"><span aria-hidden="true">!</span>At risk of missing a requirement</span><span class="tag out"><span aria-hidden="true">✕</span>Excluded</span>"#]].assert_eq(&drawn_html(tags));
    }
}
