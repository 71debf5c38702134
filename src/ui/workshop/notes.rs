use yew::prelude::*;

use super::room::Do;
use crate::{
    browser::event,
    questionnaire::Choice,
    session::Field,
    ui::markup::{Tag, button, tag},
    workshop::{Deed, Entry, Workshop},
};

/// What stays with the presenter: who speaks, and what was decided, by whom and why.
pub(super) fn notes(workshop: &Workshop, run: &Do) -> Html {
    let typed = |deed: fn(String) -> Deed| run.reform(move |event: InputEvent| deed(event::value(&event)));
    tag("aside")
        .class("log")
        .set("aria-labelledby", "log-title")
        .add(tag("h2").set("id", "log-title").add("Your notes"))
        .add(tag("p").class("hint").add("Only in this window and on this device, never in the audience's"))
        .add(tag("label").set("for", "workshop-name").add("Workshop"))
        .add(
            tag("input")
                .set("id", "workshop-name")
                .set("type", "text")
                .set("autocomplete", "off")
                .value(workshop.title().to_owned())
                .oninput(typed(Deed::Call)),
        )
        .add(tag("label").set("for", "speaker").add("Who is speaking"))
        .add(
            tag("input")
                .set("id", "speaker")
                .set("type", "text")
                .set("autocomplete", "off")
                .value(workshop.speaker().to_owned())
                .oninput(typed(Deed::Speaks)),
        )
        .add(
            (workshop.log().entries().is_empty()).then(|| {
                tag("p").class("quiet").add("Answers that change are listed here, with who insisted on them.")
            }),
        )
        .add(
            tag("ol")
                .flag("reversed", true)
                .all(workshop.log().entries().iter().enumerate().rev().map(|(index, entry)| line(index, entry, run))),
        )
        .html()
}

fn line(index: usize, entry: &Entry, run: &Do) -> Html {
    let what = label(&entry.field);
    tag("li")
        .key(index)
        .add(
            tag("p")
                .add(tag("strong").add(what.clone()))
                .add(format!(": {} instead of {} ", shown(&entry.to), shown(&entry.from)))
                .add(tag("span").class("quiet").add(entry.at.clock().to_owned())),
        )
        .add(
            note("Who", format!("Who insisted on {what}"), &entry.who)
                .oninput(run.reform(move |event: InputEvent| Deed::Who(index, event::value(&event)))),
        )
        .add(
            note("Why", format!("Why {what}"), &entry.why)
                .oninput(run.reform(move |event: InputEvent| Deed::Why(index, event::value(&event)))),
        )
        .add(
            button()
                .attr("aria-label", format!("Strike out {what}"))
                .onclick(run.reform(move |_| Deed::Strike(index)))
                .add("Strike out"),
        )
        .html()
}

fn label(field: &Field) -> String {
    match field {
        Field::Question(id) => id.question().label.to_owned(),
        Field::Points(criterion) => {
            format!("Points for {}", Choice::label(*criterion).to_ascii_lowercase())
        }
        Field::Assumption(id) => id.token().to_owned(),
        Field::Price(sku) => sku.clone(),
    }
}

fn shown(token: &str) -> &str {
    if token.is_empty() { "nothing" } else { token }
}

fn note(placeholder: &'static str, label: String, text: &str) -> Tag {
    tag("input")
        .set("type", "text")
        .set("autocomplete", "off")
        .attr("aria-label", label)
        .set("placeholder", placeholder)
        .value(text.to_owned())
}
