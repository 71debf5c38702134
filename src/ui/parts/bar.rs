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
