use yew::prelude::*;

use super::{Act, markup::tag, toolbar::toolbar};
use crate::{kit::Kit, session::Session};

/// Whose page this is, and what can be done with the sitting as a whole.
pub(super) fn masthead(kit: &Kit, session: &Session, act: &Act, workshop: Option<Callback<MouseEvent>>) -> Html {
    tag("header")
        .class("masthead")
        .add(
            tag("div")
                .class("brand")
                .add(
                    kit.logo
                        .as_ref()
                        .map(|logo| tag("img").class("logo").attr("src", logo.address().to_owned()).set("alt", "")),
                )
                .add(
                    tag("div")
                        .add(
                            tag("h1")
                                .add("Groundplan")
                                .add(kit.name.as_ref().map(|name| tag("span").class("by").add(format!(" by {name}")))),
                        )
                        .add(tag("p").add(
                            "Which hosting architecture fits your WordPress site, what it costs a month, and why",
                        )),
                ),
        )
        .add(toolbar(session, act, workshop))
        .html()
}
