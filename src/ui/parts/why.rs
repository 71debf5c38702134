use yew::prelude::*;

use crate::ui::markup::tag;

/// Why something is asked, for who wants to know.
pub(crate) fn why(label: &'static str, text: &'static str) -> Html {
    tag("details")
        .class("why")
        .add(tag("summary").add("Why?").add(tag("span").class("unseen").add(format!(" {label}"))))
        .add(tag("p").add(format!("{text}.")))
        .html()
}
