use yew::prelude::*;

use crate::ui::markup::{Tag, tag};

/// Begins a text field that a number is typed into: what stands in it, what describes it, and whether that is wrong.
pub(crate) fn decimal_field(id: AttrValue, shown: String, described: String, is_wrong: bool) -> Tag {
    tag("input")
        .attr("id", id)
        .set("type", "text")
        .set("inputmode", "decimal")
        .set("autocomplete", "off")
        .value(shown)
        .attr("aria-describedby", described)
        .set("aria-invalid", if is_wrong { "true" } else { "false" })
}
