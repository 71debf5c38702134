use yew::prelude::*;

use crate::{
    billing::{CostLine, Section},
    questionnaire::Answers,
    session::{Field, Session},
    ui::{
        Act,
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
    html! {
        <tr class={if line.price.is_err() { "not-priced" } else { "" }}>
            <th scope="row">
                { line.name.clone() }
                if !line.note.is_empty() { <small>{ line.note.clone() }</small> }
            </th>
            <td class="number">{ text::quantity(line.quantity.value(), line.unit) }</td>
            <td class="number">{ line.price.as_ref().map_or_else(|_| not_priced(), |price| answers.unit_price(price.usd)) }</td>
            <td class="number">{ line.monthly().map_or_else(not_priced, |usd| answers.amount(usd)) }</td>
            <td class="source">
                <details class="provenance" {open}>
                    <summary>{ brief }<span class="unseen">{ format!(": {}", line.name) }</span></summary>
                    <p>{ format!("{source}.") }</p>
                    if line.section == Section::Infrastructure { { own_price(line, &field, context) } }
                </details>
            </td>
        </tr>
    }
}

fn own_price(line: &CostLine, field: &Field, context: &Context<'_>) -> Html {
    let id = format!("{}-{}", field.key(), line.name.len());
    html! {
        <div class="own">
            <label for={id.clone()}>{ "Your price for one unit, in US dollars" }</label>
            { text_field(field, &id, context.session, context.act) }
            { complaint(field, &id, context.session) }
        </div>
    }
}
