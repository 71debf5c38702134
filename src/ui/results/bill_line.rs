use yew::prelude::*;

use crate::{
    billing::{CostKind, CostLine},
    catalog::Price,
    questionnaire::Answers,
    session::{Field, Session},
    ui::{
        act::Act,
        parts::{
            field_group::field_group,
            text_field::{complaint_text, text_field},
        },
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
    let not_priced = || "not priced".to_owned();
    let unit_price = line.price.as_ref().map_or_else(|_| not_priced(), |price| answers.unit_price(price.usd));
    let monthly = line.monthly().map_or_else(not_priced, |usd| answers.amount(usd));
    html! {
        <tr class={if line.price.is_err() { "not-priced" } else { "" }}>
            <th scope="row">
                {&line.name}
                if !line.note.is_empty() {
                    <small>{&line.note}</small>
                }
            </th>
            <td class="number">{text::quantity(line.quantity.value(), line.unit())}</td>
            <td class="number">{unit_price}</td>
            <td class="number">{monthly}</td>
            <td class="source">{provenance(line, context)}</td>
        </tr>
    }
}

fn provenance(line: &CostLine, context: &Context<'_>) -> Html {
    let (brief, source) = match &line.price {
        Ok(price) => (format!("{}, {} confidence", price.as_of, price.confidence), source(price)),
        Err(missing) => ("No price".to_owned(), html! { <p>{text::capital(&missing.why.to_string())}{"."}</p> }),
    };
    let sku = line.item.sku();
    let field = Field::Price(sku.clone());
    let open = context.answers.overrides.contains_key(&sku) || context.session.typed(&field).is_some();
    html! {
        <details class="provenance" {open}>
            <summary>{brief}<span class="unseen">{": "}{&line.name}</span></summary>
            {source}
            if line.kind == CostKind::Infrastructure {
                {own_price(line, &field, context)}
            }
        </details>
    }
}

/// What was read, with the publisher's own page of the price, and the stored copy it was read from.
fn source(price: &Price) -> Html {
    html! {
        <>
            <p>
                if price.page.is_empty() {
                    {price.named()}
                } else {
                    <a href={price.page} target="_blank" rel="noopener noreferrer">{price.named()}</a>
                }
                {"."}
            </p>
            if !price.copy.is_empty() {
                <p class="copy">{"Read from "}{price.copy}{"."}</p>
            }
        </>
    }
}

fn own_price(line: &CostLine, field: &Field, context: &Context<'_>) -> Html {
    let id = format!("{}-{}", field.key(), line.name.len());
    let control = text_field(field, &id, context.session, context.act);
    let complaint = complaint_text(field, context.session);
    field_group(&id, Some("own"), "Override unit price (USD)", control, Some(complaint))
}
