use yew::prelude::*;

use crate::{
    billing::{CostLine, Section},
    questionnaire::Answers,
    session::{Field, Session},
    ui::{
        Act,
        markup::tag,
        parts::text_field::{complaint, text_field},
    },
    units::text,
};

/// What a line is shown with.
pub(super) struct Context<'a> {
    pub session: &'a Session,
    pub answers: &'a Answers,
    pub act: &'a Act,
}

/// One line of the bill, with where its price is from and room for a price of one's own.
pub(super) fn bill_line(line: &CostLine, context: &Context<'_>) -> Html {
    let answers = context.answers;
    let (brief, source) = match &line.price {
        Ok(price) => (format!("{}, {} confidence", price.as_of, price.confidence), price.source.to_string()),
        Err(missing) => ("No price".to_owned(), text::capital(&missing.why.to_string())),
    };
    let field = Field::Price(line.sku.clone());
    let open = answers.overrides.contains_key(&line.sku) || context.session.typed(&field).is_some();
    let not_priced = || "not priced".to_owned();
    tag("tr")
        .class(if line.price.is_err() { "not-priced" } else { "" })
        .add(
            tag("th")
                .set("scope", "row")
                .add(line.name.clone())
                .add((!line.note.is_empty()).then(|| tag("small").add(line.note.clone()))),
        )
        .add(tag("td").class("number").add(text::quantity(line.quantity.value(), line.unit)))
        .add(
            tag("td")
                .class("number")
                .add(line.price.as_ref().map_or_else(|_| not_priced(), |price| answers.unit_price(price.usd))),
        )
        .add(tag("td").class("number").add(line.monthly().map_or_else(not_priced, |usd| answers.amount(usd))))
        .add(
            tag("td").class("source").add(
                tag("details")
                    .class("provenance")
                    .flag("open", open)
                    .add(tag("summary").add(brief).add(tag("span").class("unseen").add(format!(": {}", line.name))))
                    .add(tag("p").add(format!("{source}.")))
                    .add((line.section == Section::Infrastructure).then(|| own_price(line, &field, context))),
            ),
        )
        .html()
}

fn own_price(line: &CostLine, field: &Field, context: &Context<'_>) -> Html {
    let id = format!("{}-{}", field.key(), line.name.len());
    tag("div")
        .class("own")
        .add(tag("label").attr("for", id.clone()).add("Your price for one unit, in US dollars"))
        .add(text_field(field, &id, context.session, context.act))
        .add(complaint(field, &id, context.session))
        .html()
}
