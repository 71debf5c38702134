use yew::prelude::*;

use crate::ui::markup::tag;

/// What is wrong with what stands in a field; the field is described by it.
#[inline(never)]
pub(crate) fn problem(field: &str, text: String) -> Html {
    tag("p").class("problem").attr("id", problem_id(field)).add(text).html()
}

/// The identifier of what is wrong with the field of this one.
#[inline(never)]
pub(crate) fn problem_id(field: &str) -> String {
    format!("{field}-problem")
}
