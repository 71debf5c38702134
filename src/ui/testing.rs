//! Draws a part of the page as text, for tests beside it.

use yew::{LocalServerRenderer, html::BaseComponent, prelude::*};

/// A component as HTML.
pub(crate) fn drawn<C: BaseComponent>(props: C::Properties) -> String {
    // Hydratable output has comments between all parts, which no reader meets.
    pollster::block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

/// What a function draws, as HTML.
pub(crate) fn drawn_html(part: Html) -> String {
    drawn::<Part>(PartProps { part })
}

#[derive(Properties, PartialEq)]
struct PartProps {
    part: Html,
}

#[component]
fn Part(props: &PartProps) -> Html {
    props.part.clone()
}
