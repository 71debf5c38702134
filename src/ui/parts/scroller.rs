use yew::prelude::*;

/// A region that scrolls by itself where it is too large; by its name and place in the tab order it is reached by
/// keyboard too (WCAG 2.1.1).
pub(crate) fn scroller(label: impl Into<AttrValue>, class: impl Into<Classes>, content: Html) -> Html {
    html! { <div role="region" aria-label={label.into()} tabindex="0" class={class.into()}>{content}</div> }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn_html;

    #[test]
    fn a_scroller_has_a_name_and_takes_the_focus() {
        expect![[r#"<div role="region" aria-label="Bill" tabindex="0" class="scroller"><table></table></div>"#]]
            .assert_eq(&drawn_html(scroller("Bill", "scroller", html! { <table /> })));
    }
}
