use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ScrollerProps {
    pub label: AttrValue,
    #[prop_or_default]
    pub class: Classes,
    pub children: Html,
}

/// A region that scrolls by itself where it is too large; by its name and place in the tab order it is reached by
/// keyboard too (WCAG 2.1.1).
#[component]
pub(crate) fn Scroller(ScrollerProps { label, class, children }: &ScrollerProps) -> Html {
    html! {
        <div role="region" aria-label={label} tabindex="0" class={class.clone()}>{children.clone()}</div>
    }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn;

    #[test]
    fn a_scroller_has_a_name_and_takes_the_focus() {
        let children = html! { <table /> };
        expect![[r#"<div role="region" aria-label="Bill" tabindex="0" class="scroller"><table></table></div>"#]]
            .assert_eq(&drawn::<Scroller>(ScrollerProps {
                label: "Bill".into(),
                class: classes!("scroller"),
                children,
            }));
    }
}
