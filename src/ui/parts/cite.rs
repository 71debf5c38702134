use yew::prelude::*;

use crate::report::source_pages;

/// Where something is from, with links to the publishers' own pages.
pub(crate) fn cite(text: &str) -> Html {
    html! {
        <cite>
            for (at, (source, page)) in source_pages(text).into_iter().enumerate() {
                if at > 0 {
                    {"; "}
                }
                {source_link(source, page.unwrap_or_default())}
            }
        </cite>
    }
}

/// A source as a link to its publisher's page; as a text where it has none.
pub(crate) fn source_link(name: &str, page: &'static str) -> Html {
    if page.is_empty() {
        return html! { {name} };
    }
    html! { <a href={page} target="_blank" rel="noopener noreferrer">{name}</a> }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn_html;

    #[test]
    fn what_has_a_page_is_a_link_and_the_rest_a_text() {
        expect![[r#"<cite><a href="https://aws.amazon.com/s3/pricing/" target="_blank" rel="noopener noreferrer">Amazon S3 pricing, requests</a>; your answers</cite>"#]]
            .assert_eq(&drawn_html(cite("Amazon S3 pricing, requests; your answers")));
    }
}
