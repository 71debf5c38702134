use yew::prelude::*;

/// A bar beside a number that says the same: `share` of it is filled, 0 to 1.
pub(crate) fn bar(share: f64, class: &'static str) -> Html {
    let width = format!("{:.2}", share.clamp(0.0, 1.0) * 100.0);
    html! {
        <svg class={classes!("bar", class)} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width="100" height="8" />
            <rect class="fill" {width} height="8" />
        </svg>
    }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn_html;

    #[test]
    fn a_bar_is_filled_by_its_share_and_never_beyond() {
        expect![[r#"<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" class="bar accent"><rect width="100" height="8" class="track"></rect><rect width="25.00" height="8" class="fill"></rect></svg>"#]].assert_eq(&drawn_html(bar(0.25, "accent")));
        assert!(drawn_html(bar(7.0, "")).contains(r#"width="100.00""#));
    }
}
