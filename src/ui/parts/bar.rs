use yew::prelude::*;

use crate::ui::markup::tag;

/// A bar beside a number that says the same: `share` of it is filled, 0 to 1.
pub(crate) fn bar(share: f64, class: &'static str) -> Html {
    let width = format!("{:.2}", share.clamp(0.0, 1.0) * 100.0);
    tag("svg")
        .attr("class", classes!("bar", class))
        .set("viewBox", "0 0 100 8")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .add(tag("rect").class("track").set("width", "100").set("height", "8"))
        .add(tag("rect").class("fill").attr("width", width).set("height", "8"))
        .html()
}
