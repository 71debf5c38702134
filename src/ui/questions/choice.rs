use yew::prelude::*;

use super::question::Row;
use crate::{
    browser::event,
    questionnaire::{Input, NOT_SURE, Question},
    session::{Action, Field},
    ui::markup::{tag, together},
};

/// One of a closed set: all to be seen where there are few, a list where there are many.
pub(super) fn choice_input(row: &Row<'_>, help: Html, described: String) -> Html {
    let offered = offered(row.asked);
    if offered.len() <= 4 { radios(row, offered, help, described) } else { list(row, offered, help, described) }
}

type Offered = Vec<(&'static str, &'static str)>;

fn offered(asked: &Question) -> Offered {
    let mut offered = match asked.input {
        Input::Choice(choices) => choices(),
        Input::Number { .. } => Vec::new(),
    };
    if asked.may_be_open() {
        offered.push((NOT_SURE, "I'm not sure"));
    }
    offered
}

fn radios(row: &Row<'_>, offered: Offered, help: Html, described: String) -> Html {
    let id = row.asked.id;
    tag("fieldset")
        .class("radios")
        .attr("aria-describedby", described)
        .add(tag("legend").add(row.asked.label))
        .add(help)
        .add(tag("div").class("options").all(offered.into_iter().map(|(token, label)| {
            tag("label")
                .class("option")
                .add(
                    tag("input")
                        .set("type", "radio")
                        .attr("name", id.token())
                        .value(token)
                        .checked(row.value == token)
                        .onchange(row.act.reform(move |_| Action::Choose(Field::Question(id), token.to_owned()))),
                )
                .add(tag("span").add(label))
                .html()
        })))
        .html()
}

fn list(row: &Row<'_>, offered: Offered, help: Html, described: String) -> Html {
    let id = row.asked.id;
    let choose = row.act.reform(move |event: Event| Action::Choose(Field::Question(id), event::value(&event)));
    together((
        tag("label").class("asked").attr("for", id.token()).add(row.asked.label),
        help,
        tag("select").attr("id", id.token()).attr("aria-describedby", described).onchange(choose).all(
            offered.into_iter().map(|(token, label)| {
                tag("option").attr("value", token).flag("selected", row.value == token).add(label).html()
            }),
        ),
    ))
}
