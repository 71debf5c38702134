//! Amounts in a currency whose rate nobody has set.

use super::finding::{Finding, Severity, Situation};
use crate::questionnaire::ClosedSet;

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let currency = situation.answers.currency;
    situation.answers.lacks_rate().then(|| Finding {
        rule: "exchange-rate",
        severity: Severity::Warning,
        title: format!("Amounts are still in US dollars ({}: no rate yet)", currency.label()),
        detail: "Prices are US dollar list prices, and there is no rate yet to convert them at".to_owned(),
        remedy: "Say what one US dollar is, under hourly rate, currency and tax".to_owned(),
        source: "your answers",
        views: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, single},
        questionnaire::{Answers, Currency},
        units::Ratio,
    };

    #[test]
    fn a_currency_without_its_rate_is_told() {
        let euro = Answers { currency: Currency::Eur, ..Answers::default() };
        assert_eq!(Given::new(euro, single()).told(check).unwrap().severity, Severity::Warning);
    }

    #[test]
    fn dollars_and_a_currency_with_its_rate_are_not() {
        let euro = Answers { currency: Currency::Eur, exchange: Ratio::new(0.92), ..Answers::default() };
        assert_eq!(Given::new(euro, single()).told(check), None);
        assert_eq!(Given::new(Answers::default(), single()).told(check), None);
    }
}
