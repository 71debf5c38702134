use yew::prelude::*;

use crate::browser::document;

/// A link within the page that leaves the address alone, for the address holds the answers.
pub(crate) fn jump(to: &'static str, class: &'static str, text: &'static str) -> Html {
    jump_to(to, class, html! { {text} })
}

/// The same, with any content.
pub(crate) fn jump_to(to: &'static str, class: &'static str, content: Html) -> Html {
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        document::focus(to);
    };
    html! { <a {class} href={format!("#{to}")} {onclick}>{content}</a> }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn_html;

    #[test]
    fn a_jump_names_where_it_goes() {
        expect![[r##"<a href="#result" class="skip">Skip to the recommendation</a>"##]].assert_eq(&drawn_html(jump(
            "result",
            "skip",
            "Skip to the recommendation",
        )));
    }
}
