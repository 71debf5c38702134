use yew::prelude::*;

/// A part of the result under a heading of its own; `id` is the heading's.
pub(crate) fn panel(id: &'static str, title: impl Into<AttrValue>, content: Html) -> Html {
    section(id, heading(id, title.into()), content)
}

fn heading(id: &'static str, title: AttrValue) -> Html {
    html! { <h2 {id}>{title}</h2> }
}

fn section(id: &'static str, head: Html, content: Html) -> Html {
    html! { <section class="panel" aria-labelledby={id}>{head}{content}</section> }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn_html;

    fn content() -> Html {
        html! { <p>{"Every option fits."}</p> }
    }

    #[test]
    fn a_panel_is_called_by_its_heading() {
        expect![[r#"<section aria-labelledby="out-title" class="panel"><h2 id="out-title">Ruled out</h2><p>Every option fits.</p></section>"#]]
            .assert_eq(&drawn_html(panel("out-title", "Ruled out", content())));
    }
}
