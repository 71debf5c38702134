//! Amounts in a currency whose rate nobody has set.

use super::finding::{Case, Finding, Severity};
use crate::questionnaire::Choice;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let currency = case.answers.currency;
    case.answers.lacks_rate().then(|| Finding {
        rule: "exchange-rate",
        severity: Severity::Warning,
        title: format!("Amounts are still in US dollars ({}: no rate yet)", currency.label()),
        detail: "Prices are US dollar list prices, and there is no rate yet to convert them at".to_owned(),
        remedy: "Say what one US dollar is, under hourly rate, currency and tax".to_owned(),
        source: "your answers",
        views: Vec::new(),
    })
}
