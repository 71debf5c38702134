use yew::prelude::*;

/// What is wrong with the text in a field; the field is described by it.
pub(crate) fn problem(field: &str, text: impl Into<AttrValue>) -> Html {
    html! { <p class="problem" id={problem_id(field)}>{text.into()}</p> }
}

/// Identifier of what is wrong with the field of this one.
pub(crate) fn problem_id(field: &str) -> String {
    format!("{field}-problem")
}
