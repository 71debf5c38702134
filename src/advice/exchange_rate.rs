//! Amounts in a currency whose rate nobody has set, or at a rate that cannot be right.

use super::finding::{Finding, Severity, Situation};
use crate::{questionnaire::ClosedSet, units::text};

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let answers = situation.answers;
    let currency = answers.currency;
    let told = |title: String, detail: String| Finding {
        rule: "exchange-rate",
        severity: Severity::Warning,
        title,
        detail,
        remedy: "Say what one US dollar is, under hourly rate, currency and tax".to_owned(),
        source: "your answers; euro foreign exchange reference rates, European Central Bank",
        views: Vec::new(),
    };
    if answers.lacks_rate() {
        return Some(told(
            format!("Amounts are still in US dollars ({}: no rate yet)", currency.label()),
            "Prices are US dollar list prices, and there is no rate yet to convert them at".to_owned(),
        ));
    }
    let (rate, plausible) = (answers.exchange.value(), currency.plausible());
    (!plausible.contains(&rate)).then(|| {
        let [low, high] = [*plausible.start(), *plausible.end()].map(|rate| text::significant(rate, 3));
        told(
            format!("A US dollar at {} {} cannot be right", text::significant(rate, 4), currency.code()),
            format!(
                "Since 2000 a dollar has stayed between {low} and {high} {}; every amount here is off with it",
                currency.code()
            ),
        )
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

    fn told(currency: Currency, rate: f64) -> Option<Finding> {
        Given::new(Answers { currency, exchange: Ratio::new(rate), ..Answers::default() }, single()).told(check)
    }

    #[test]
    fn a_currency_without_its_rate_is_told() {
        assert_eq!(told(Currency::Eur, 1.0).unwrap().severity, Severity::Warning);
    }

    #[test]
    fn dollars_and_a_currency_with_its_rate_are_not() {
        assert_eq!(told(Currency::Eur, 0.92), None);
        assert_eq!(told(Currency::Usd, 1.0), None);
    }

    /// Rates of the mid-2020s are taken in every currency; the same rate upside down or a hundredfold is a slip.
    #[test]
    fn a_rate_that_cannot_be_right_is_told() {
        let rates = [
            (Currency::Eur, 0.92),
            (Currency::Gbp, 0.78),
            (Currency::Chf, 0.88),
            (Currency::Cad, 1.37),
            (Currency::Aud, 1.52),
            (Currency::Inr, 84.0),
            (Currency::Jpy, 150.0),
            (Currency::Brl, 5.6),
        ];
        for (currency, rate) in rates {
            assert_eq!(told(currency, rate), None, "{}", currency.code());
            let title = told(currency, rate * 100.0).unwrap().title;
            assert!(title.ends_with(&format!("{} cannot be right", currency.code())), "{title}");
        }
        assert!(told(Currency::Inr, 1.0 / 84.0).is_some());
    }
}
