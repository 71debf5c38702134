//! Amounts as the client wants to see them.

use super::{Answers, Currency};
use crate::units::{Ratio, Usd, text};

impl Answers {
    /// An amount in the client's currency, at the client's rate, before tax; in US dollars as long as there is no rate.
    pub fn amount(&self, usd: Usd) -> String {
        (usd * self.exchange.value()).to_string().replacen('$', self.sign(), 1)
    }

    /// A price of one unit in the client's currency, with the digits that tell it from its like.
    pub fn unit_price(&self, usd: Usd) -> String {
        let value = usd.value() * self.exchange.value();
        let exact = text::significant(value, 4);
        let decimals = exact.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let digits = if value < 100.0 && decimals < 2 { format!("{value:.2}") } else { exact };
        format!("{}{digits}", self.sign())
    }

    /// The tax on an amount, where there is any.
    pub fn tax(&self, usd: Usd) -> Option<Usd> {
        (self.vat > Ratio::ZERO).then(|| usd * self.vat.value())
    }

    /// Whether the currency was changed and its rate was not.
    pub fn lacks_rate(&self) -> bool {
        self.currency != Currency::Usd && self.exchange == Ratio::ONE
    }

    /// Whether amounts are shown in another currency than that of the list prices.
    pub fn converts(&self) -> bool {
        self.currency != Currency::Usd && !self.lacks_rate()
    }

    /// The currency amounts are shown in: the one asked for, or US dollars as long as there is no rate.
    pub fn shown_in(&self) -> Currency {
        if self.lacks_rate() { Currency::Usd } else { self.currency }
    }

    fn sign(&self) -> &'static str {
        self.shown_in().sign()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_shown_in_the_clients_currency_at_the_clients_rate() {
        let answers = Answers { currency: Currency::Eur, exchange: Ratio::new(0.5), ..Answers::default() };
        assert_eq!(answers.amount(Usd::new(25.0)), "€12.50");
        assert_eq!(answers.amount(Usd::new(-2_500.0)), "-€1,250");
        assert_eq!(answers.unit_price(Usd::new(1.0)), "€0.50");
        assert_eq!(answers.unit_price(Usd::new(0.000_43)), "€0.000215");
        assert_eq!(answers.unit_price(Usd::new(150.0)), "€75.00");
        let without_rate = Answers { exchange: Ratio::ONE, ..answers };
        assert!(without_rate.lacks_rate() && !Answers::default().lacks_rate());
        assert_eq!(without_rate.amount(Usd::new(25.0)), "$25.00");
        assert_eq!(without_rate.unit_price(Usd::new(1.0)), "$1.00");
    }
}
