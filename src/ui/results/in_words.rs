use yew::prelude::*;

use crate::{
    diagram::{Connection, Entry, Outline},
    ui::markup::{column, scroller, tag},
};

/// The diagram for who cannot see it: its parts as nested lists in reading order, and what connects them.
pub(super) fn in_words(outline: &Outline) -> Html {
    tag("details")
        .class("more in-words")
        .add(tag("summary").add("The diagram in words"))
        .add(tag("ul").class("outline").all(outline.entries.iter().map(entry)))
        .add(
            scroller("Connections".into()).class("canvas").add(
                tag("table")
                    .add(tag("caption").add("Connections"))
                    .add(
                        tag("thead").add(
                            tag("tr")
                                .add(column().add("From"))
                                .add(column().add("To"))
                                .add(column().add("What"))
                                .add(column().add("How")),
                        ),
                    )
                    .add(tag("tbody").all(outline.connections.iter().map(connection))),
            ),
        )
        .html()
}

fn entry(of: &Entry) -> Html {
    match of {
        Entry::Group { name, entries, .. } => tag("li").add(name).add(tag("ul").all(entries.iter().map(entry))).html(),
        Entry::Part { number, name, size, role, .. } => tag("li")
            .add(format!("{number}. "))
            .add(tag("strong").add(name))
            .add((!size.is_empty()).then(|| format!(", {size}")))
            .add(format!(": {role}."))
            .html(),
    }
}

fn connection(of: &Connection) -> Html {
    tag("tr")
        .add(tag("td").add(&of.from))
        .add(tag("td").add(&of.to))
        .add(tag("td").add(of.what.meaning()))
        .add(tag("td").add(of.protocol))
        .html()
}
