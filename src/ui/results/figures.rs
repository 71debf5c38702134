use yew::prelude::*;

use crate::{
    session::{Figure, figures},
    ui::{advice::Advised, markup::tag},
};

/// The figures of the option that comes first, each with what it was before the last change.
pub(super) fn figure_tiles(advised: &Advised, before: Option<&Advised>) -> Html {
    let before = before.map(|before| figures(before)).unwrap_or_default();
    let was = |figure: &Figure| {
        let earlier = before.iter().find(|earlier| earlier.name == figure.name);
        earlier.filter(|earlier| earlier.value != figure.value).map(|earlier| format!("was {}", earlier.value))
    };
    tag("dl")
        .class("figures")
        .all(figures(advised).iter().map(|figure| {
            tag("div")
                .add(tag("dt").add(figure.name))
                .add(
                    tag("dd")
                        .add(tag("strong").add(figure.value.clone()))
                        .add(tag("span").add(figure.more.clone()))
                        .add(tag("span").class("was").add(was(figure))),
                )
                .html()
        }))
        .html()
}
