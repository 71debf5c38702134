use yew::prelude::*;

use super::bill_line::{Context, bill_line};
use crate::{
    billing::{Bill, BilledService, CostKind},
    decision::Standing,
    questionnaire::{Answers, QuestionId, WorkInTotal},
    report::facts,
    session::{Action, Field, Session},
    ui::{
        act::Act,
        advice::Advised,
        parts::{panel::panel, scroller::scroller, tick_box::tick_box},
        shared::Shared,
    },
    units::{Usd, text},
    workload::Case,
};

#[derive(Properties, PartialEq)]
pub(super) struct BillPanelProps {
    pub session: Shared<Session>,
    pub advised: Advised,
    pub act: Act,
}

/// The bill of the option looked at, line by line.
#[component]
pub(super) fn BillPanel(BillPanelProps { session, advised, act }: &BillPanelProps) -> Html {
    let Some(standing) = advised.looked_at(session.looked_at()) else { return Html::default() };
    let answers = &advised.answers;
    let missing = standing.assessment.bill(Case::Typical).not_priced().count();
    let ontick = act.reform(|ticked| {
        let answer = if ticked { "yes" } else { "no" };
        Action::Choose(Field::Question(QuestionId::Work), answer.to_owned())
    });
    let content = html! {
        <>
            if missing > 0 {
                <p class="callout warn">{warning(missing)}</p>
            }
            {scroller("Bill", "scroller", table(standing, &Context { session, answers, act }))}
            <p>{text::capital(&facts::over_time(standing, answers))}{"."}</p>
            if let Some(commitment) = facts::commitment(standing, answers) {
                <p>{commitment}{"."}</p>
            }
            {tick_box("switch", "Include labour in the total", answers.work == WorkInTotal::Counted, &ontick)}
        </>
    };
    panel("bill-title", format!("Monthly cost: {}", standing.assessment.hosting.name), content)
}

/// The bill of an option by itself.
pub(super) fn bill_lines(session: &Session, advised: &Advised, standing: &Standing, act: &Act) -> Html {
    table(standing, &Context { session, answers: &advised.answers, act })
}

fn warning(missing: usize) -> String {
    let (has, it) = if missing == 1 { ("has", "it") } else { ("have", "them") };
    let lines = text::counted(missing as f64, "line");
    format!(
        "{lines} below {has} no known price in this region. The total leaves {it} out; override the price to count \
         {it} in."
    )
}

fn table(standing: &Standing, context: &Context<'_>) -> Html {
    let bill = standing.assessment.bill(Case::Typical);
    html! {
        <table class="bill">
            <thead>
                <tr>
                    <th scope="col">{"Item"}</th>
                    <th scope="col" class="number">{"Quantity"}</th>
                    <th scope="col" class="number">{"Unit price"}</th>
                    <th scope="col" class="number">{"Monthly cost"}</th>
                    <th scope="col">{"Source"}</th>
                </tr>
            </thead>
            for (service, total) in bill.by_service(CostKind::Infrastructure) {
                {service_lines(context, bill, CostKind::Infrastructure, service, total)}
            }
            <tbody class="subtotal">
                <tr>
                    <th scope="row" colspan="3">{"Infrastructure, expected month"}</th>
                    <td class="number">
                        {context.answers.amount(bill.total(CostKind::Infrastructure)) + bill.more()}
                    </td>
                    <td></td>
                </tr>
            </tbody>
            for (service, total) in bill.by_service(CostKind::Work) {
                {service_lines(context, bill, CostKind::Work, service, total)}
            }
            {totals(context.answers, standing, bill.more())}
        </table>
    }
}

fn service_lines(context: &Context<'_>, bill: &Bill, kind: CostKind, service: BilledService, total: Usd) -> Html {
    let lines = || bill.lines.iter().filter(|line| line.kind == kind && line.item.service() == service);
    let missing = lines().filter(|line| line.price.is_err()).count();
    let more = if missing > 0 { "+" } else { "" };
    // Nothing known is not nothing to pay.
    let total = (missing < lines().count()).then(|| context.answers.amount(total) + more);
    html! {
        <tbody key={service.name()}>
            <tr class="service">
                <th scope="rowgroup" colspan="3">{service.name()}</th>
                <td class="number">{total}</td>
                <td></td>
            </tr>
            for line in lines() {
                {bill_line(line, context)}
            }
        </tbody>
    }
}

fn totals(answers: &Answers, standing: &Standing, more: &str) -> Html {
    let amount = |usd: Usd| answers.amount(usd) + more;
    let [low, typical, high] =
        [Case::Low, Case::Typical, Case::High].map(|case| standing.assessment.monthly(case, answers.work));
    let counted = match answers.work {
        WorkInTotal::Counted => "labour included",
        WorkInTotal::Apart => "without labour",
    };
    let range = match (amount(low), amount(high)) {
        (low, high) if low == high => "same in low and high months".to_owned(),
        (low, high) => format!("low {low}, high {high}"),
    };
    html! {
        <tbody class="subtotal total">
            <tr>
                <th scope="row" colspan="3">{"Total, "}{counted}</th>
                <td class="number">{amount(typical)}</td>
                <td>{range}</td>
            </tr>
            if let Some(tax) = answers.tax(typical) {
                <tr>
                    <th scope="row" colspan="3">{"With "}{answers.vat}{" value added tax"}</th>
                    <td class="number">{amount(typical + tax)}</td>
                    <td></td>
                </tr>
            }
        </tbody>
    }
}
