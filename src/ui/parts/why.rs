use yew::prelude::*;

/// Why something is asked, for who wants to know.
pub(crate) fn why(label: &'static str, text: &'static str) -> Html {
    html! {
        <details class="why">
            <summary>{"Why?"}<span class="unseen">{" "}{label}</span></summary>
            <p>{text}{"."}</p>
        </details>
    }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn_html;

    #[test]
    fn why_says_what_it_is_about() {
        expect![[r#"<details class="why"><summary>Why?<span class="unseen"> Budget</span></summary><p>It rules options out.</p></details>"#]].assert_eq(&drawn_html(why("Budget", "It rules options out")));
    }
}
