use yew::prelude::*;

use crate::{
    advice::{CHECKLIST_SOURCE, Holds},
    ui::{
        advice::Advised,
        markup::{panel, tag},
    },
    units::text,
};

/// The seven points on whether AWS is right at all.
pub(super) fn checklist(advised: &Advised) -> Html {
    let points = &advised.checklist;
    let met = points.iter().filter(|point| point.holds == Holds::Yes).count();
    panel("checklist-title", format!("Is AWS right at all? {met} of {} points say so", points.len()))
        .add(tag("ul").class("checklist").all(points.iter().map(|point| {
            let (class, mark, word) = match point.holds {
                Holds::Yes => ("holds", "✓", "Yes: "),
                Holds::No => ("holds-not", "–", "No: "),
            };
            tag("li")
                .class(class)
                .add(tag("span").class("mark").set("aria-hidden", "true").add(mark))
                .add(
                    tag("span")
                        .add(tag("span").class("unseen").add(word))
                        .add(point.says)
                        .add(tag("small").add(text::sentence(&point.because))),
                )
                .html()
        })))
        .add(tag("cite").add(CHECKLIST_SOURCE))
        .html()
}
