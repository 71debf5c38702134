use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct PanelProps {
    /// Identifier of the heading.
    pub id: AttrValue,
    pub title: AttrValue,
    /// What stands beside the heading.
    #[prop_or_default]
    pub beside: Option<Html>,
    pub children: Html,
}

/// A part of the result under a heading of its own.
#[component]
pub(crate) fn Panel(PanelProps { id, title, beside, children }: &PanelProps) -> Html {
    let heading = html! { <h2 {id}>{title}</h2> };
    html! {
        <section class="panel" aria-labelledby={id}>
            if let Some(beside) = beside {
                <div class="panel-head">{heading}{beside.clone()}</div>
            } else {
                {heading}
            }
            {children.clone()}
        </section>
    }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn;

    fn panel(beside: Option<Html>) -> String {
        let children = html! { <p>{"Every option fits."}</p> };
        drawn::<Panel>(PanelProps { id: "out-title".into(), title: "Ruled out".into(), beside, children })
    }

    #[test]
    fn a_panel_is_called_by_its_heading() {
        expect![[r#"<section aria-labelledby="out-title" class="panel"><h2 id="out-title">Ruled out</h2><p>Every option fits.</p></section>"#]]
            .assert_eq(&panel(None));
    }

    #[test]
    fn what_stands_beside_the_heading_shares_its_line() {
        expect![[r#"<section aria-labelledby="out-title" class="panel"><div class="panel-head"><h2 id="out-title">Ruled out</h2><a>More</a></div><p>Every option fits.</p></section>"#]]
            .assert_eq(&panel(Some(html! { <a>{"More"}</a> })));
    }
}
