use yew::prelude::*;

use super::{
    bill_line::{Context, bill_line},
    option_row::chooser,
};
use crate::{
    billing::{Bill, Section},
    questionnaire::{Answers, WorkInTotal},
    session::{Action, Field, Session},
    ui::{Act, advice::Advised},
    units::{Usd, text},
    workload::Case,
};

/// The bill of the option looked at, line by line.
pub(super) fn bill_section(session: &Session, advised: &Advised, act: &Act) -> Html {
    let Some(standing) = advised.looked_at(session.looked_at()) else { return Html::default() };
    let bill = standing.assessment.bill(Case::Typical);
    let answers = &advised.answers;
    let lines = |section: Section| {
        bill.by_service(section)
            .into_iter()
            .map(|(service, total)| {
                service_lines(&Context { session, answers, act }, bill, section, service, &answers.amount(total))
            })
            .collect::<Vec<_>>()
    };
    let missing = bill.not_priced().count();
    html! {
        <section class="panel" aria-labelledby="bill-title">
            <div class="panel-head">
                <h2 id="bill-title">{ "What it costs a month" }</h2>
                { chooser("bill-option", advised, session.looked_at(), act) }
            </div>
            if missing > 0 {
                <p class="callout warn">
                    { format!(
                        "{} below {} no known price in this region. The total leaves {} out; put a price of your own to count {} in.",
                        text::counted(missing as f64, "line"),
                        if missing == 1 { "has" } else { "have" },
                        if missing == 1 { "it" } else { "them" },
                        if missing == 1 { "it" } else { "them" },
                    ) }
                </p>
            }
            <div class="scroller" role="region" aria-label="Bill" tabindex="0">
                <table class="bill">
                    <thead>
                        <tr>
                            <th scope="col">{ "Item" }</th>
                            <th scope="col" class="number">{ "Quantity" }</th>
                            <th scope="col" class="number">{ "Unit price" }</th>
                            <th scope="col" class="number">{ "A month" }</th>
                            <th scope="col">{ "Source" }</th>
                        </tr>
                    </thead>
                    { for lines(Section::Infrastructure) }
                    <tbody class="subtotal">{ sum("Infrastructure, typical month", answers, bill.total(Section::Infrastructure)) }</tbody>
                    { for lines(Section::Work) }
                    { totals(answers, |case| standing.assessment.monthly(case, answers.work)) }
                </table>
            </div>
            <label class="switch">
                <input
                    type="checkbox"
                    checked={answers.work == WorkInTotal::Counted}
                    onchange={act.reform(|event: Event| {
                        let answer = if crate::browser::event::ticked(&event) { "yes" } else { "no" };
                        Action::Choose(Field::Question("work"), answer.to_owned())
                    })}
                />
                <span>{ "Count people's hours in the total" }</span>
            </label>
        </section>
    }
}

fn service_lines(context: &Context<'_>, bill: &Bill, section: Section, service: &'static str, total: &str) -> Html {
    let lines = bill.lines.iter().filter(|line| line.section == section && line.service == service);
    html! {
        <tbody key={service}>
            <tr class="service">
                <th scope="rowgroup" colspan="3">{ service }</th>
                <td class="number">{ total }</td>
                <td></td>
            </tr>
            { for lines.map(|line| bill_line(line, context)) }
        </tbody>
    }
}

fn sum(name: &'static str, answers: &Answers, usd: Usd) -> Html {
    html! {
        <tr>
            <th scope="row" colspan="3">{ name }</th>
            <td class="number">{ answers.amount(usd) }</td>
            <td></td>
        </tr>
    }
}

fn totals(answers: &Answers, month: impl Fn(Case) -> Usd) -> Html {
    let with_tax = |usd: Usd| answers.tax(usd).map(|tax| usd + tax);
    let counted = match answers.work {
        WorkInTotal::Counted => "with people's hours",
        WorkInTotal::Apart => "without people's hours",
    };
    html! {
        <tbody class="subtotal total">
            <tr>
                <th scope="row" colspan="3">{ format!("Total, {counted}") }</th>
                <td class="number">{ answers.amount(month(Case::Typical)) }</td>
                <td>{ format!(
                    "light month {}, heavy month {}",
                    answers.amount(month(Case::Low)),
                    answers.amount(month(Case::High))
                ) }</td>
            </tr>
            if let Some(total) = with_tax(month(Case::Typical)) {
                <tr>
                    <th scope="row" colspan="3">{ format!("With {} value added tax", answers.vat) }</th>
                    <td class="number">{ answers.amount(total) }</td>
                    <td></td>
                </tr>
            }
        </tbody>
    }
}
