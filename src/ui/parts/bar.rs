use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct BarProps {
    /// What part of the whole width is filled, 0 to 1.
    pub share: f64,
    #[prop_or_default]
    pub class: Classes,
}

/// A bar beside a number that says the same.
#[component]
pub(crate) fn Bar(props: &BarProps) -> Html {
    let width = format!("{:.2}", props.share.clamp(0.0, 1.0) * 100.0);
    html! {
        <svg class={classes!("bar", props.class.clone())} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width="100" height="8" />
            <rect class="fill" {width} height="8" />
        </svg>
    }
}
