use yew::prelude::*;

use crate::{
    billing::CostKind,
    decision::Standing,
    questionnaire::Answers,
    units::{Usd, text},
    workload::Case,
};

/// Months a proposal is added up over.
const TERMS: [f64; 3] = [1.0, 12.0, 36.0];

/// What an option costs over a month, a year and three years, with what setting it up takes.
pub(super) fn proposal_costs(standing: &Standing, answers: &Answers) -> Html {
    let bill = standing.assessment.bill(Case::Typical);
    let more = bill.more();
    let monthly = [CostKind::Infrastructure, CostKind::Work].map(|kind| bill.total(kind));
    let hours = standing.assessment.hosting.setup.typical;
    let setup = answers.hourly_rate * hours.value();
    let over = |usd: Usd, months: f64| usd * months;
    let total = |months: f64| {
        let once = if months > 1.0 { setup } else { Usd::ZERO };
        monthly.iter().fold(once, |sum, usd| sum + over(*usd, months))
    };
    let shown = |usd: Usd, more: &str| answers.amount(usd) + more;
    html! {
        <table class="terms">
            <thead>
                <tr>
                    <th scope="col">{"Expected case, before tax"}</th>
                    for title in ["1 month", "12 months", "36 months"] {
                        <th scope="col" class="number">{title}</th>
                    }
                </tr>
            </thead>
            <tbody>
                for (name, usd, more) in [("Infrastructure", monthly[0], more), ("Labour", monthly[1], "")] {
                    <tr>
                        <th scope="row">{name}</th>
                        for months in TERMS {
                            <td class="number">{shown(over(usd, months), more)}</td>
                        }
                    </tr>
                }
                <tr>
                    <th scope="row">{format!("Setup, once: {} hours", text::trimmed(hours.value(), 1))}</th>
                    <td class="number">{"–"}</td>
                    <td class="number">{shown(setup, "")}</td>
                    <td class="number">{shown(setup, "")}</td>
                </tr>
            </tbody>
            <tbody class="subtotal">
                <tr>
                    <th scope="row">{"Total"}</th>
                    for months in TERMS {
                        <td class="number">{shown(total(months), more)}</td>
                    }
                </tr>
            </tbody>
        </table>
    }
}
