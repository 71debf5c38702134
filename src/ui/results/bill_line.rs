use yew::prelude::*;

use crate::{
    billing::{CostLine, Section},
    browser::event,
    session::{Action, Field, Typed},
    ui::Act,
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct BillLineProps {
    pub line: CostLine,
    /// The price of one unit, as shown.
    pub unit_price: String,
    /// What it adds to a month, as shown; none when it is not priced.
    pub monthly: Option<String>,
    /// The reader's own price, as typed earlier.
    pub own: String,
    pub typed: Option<Typed>,
    pub act: Act,
}

/// One line of the bill, with where its price is from and room for a price of one's own.
#[component]
pub(super) fn BillLine(props: &BillLineProps) -> Html {
    let line = &props.line;
    let (brief, source) = match &line.price {
        Ok(price) => (format!("{}, {} confidence", price.as_of, price.confidence), price.source.to_string()),
        Err(missing) => ("No price".to_owned(), text::capital(&missing.why.to_string())),
    };
    let open = !props.own.is_empty() || props.typed.is_some();
    html! {
        <tr class={if line.price.is_err() { "not-priced" } else { "" }}>
            <th scope="row">
                { line.name.clone() }
                if !line.note.is_empty() { <small>{ line.note.clone() }</small> }
            </th>
            <td class="number">{ text::quantity(line.quantity.value(), line.unit) }</td>
            <td class="number">{ if line.price.is_ok() { props.unit_price.clone() } else { "not priced".to_owned() } }</td>
            <td class="number">{ props.monthly.clone().unwrap_or_else(|| "not priced".to_owned()) }</td>
            <td class="source">
                <details class="provenance" {open}>
                    <summary>{ brief }<span class="unseen">{ format!(": {}", line.name) }</span></summary>
                    <p>{ format!("{source}.") }</p>
                    if line.section == Section::Infrastructure { { own_price(props) } }
                </details>
            </td>
        </tr>
    }
}

fn own_price(props: &BillLineProps) -> Html {
    let field = Field::Price(props.line.sku.clone());
    let id = format!("own-{}-{}", props.line.sku, props.line.name.len());
    let (typing, settling) = (field.clone(), field);
    let problem = props.typed.as_ref().and_then(|typed| typed.problem.as_ref());
    let shown = props.typed.as_ref().map_or_else(|| props.own.clone(), |typed| typed.text.clone());
    html! {
        <div class="own">
            <label for={id.clone()}>{ "Your price for one unit, in US dollars" }</label>
            <input
                {id}
                type="text"
                inputmode="decimal"
                autocomplete="off"
                value={shown}
                aria-invalid={if problem.is_some() { "true" } else { "false" }}
                oninput={props.act.reform(move |event: InputEvent| Action::Type(typing.clone(), event::value(&event)))}
                onblur={props.act.reform(move |_| Action::Settle(settling.clone()))}
            />
            if let Some(problem) = problem { <p class="problem">{ format!("{}.", problem.message) }</p> }
        </div>
    }
}
