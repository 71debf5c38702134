use yew::prelude::*;

use crate::{browser::document, ui::markup::tag};

/// A link within the page that leaves the address alone, for the address holds the answers.
pub(crate) fn jump(to: &'static str, class: &'static str, text: &'static str) -> Html {
    let jump = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        document::focus(to);
    });
    tag("a").class(class).attr("href", format!("#{to}")).onclick(jump).add(text).html()
}
