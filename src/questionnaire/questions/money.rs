//! How money is counted and shown.

use crate::{
    questionnaire::{
        Answers, Currency, Input, Question, QuestionId, Section, Touches, WorkInTotal, WouldCommit,
        question::{COMMON, Refusal, choice_token, number_token, offered},
    },
    units::{Ratio, Usd},
};

pub(super) const PURCHASE: Question = Question {
    id: QuestionId::Purchase,
    section: Section::Money,
    label: "Would you commit for a year?",
    hint: "Servers, databases and caches that run all month, nothing paid upfront",
    why: "Who commits pays a quarter to a half less for them, and pays to the end of the term; what Auto Scaling adds stays by the hour",
    input: Input::Choice(offered::<WouldCommit>),
    touches: Touches::Money,
    read: |answers| choice_token(answers.purchase),
    write: |answers, given| Ok(Answers { purchase: given.choice()?, ..answers }),
    ..COMMON
};

pub(super) const RATE: Question = Question {
    id: QuestionId::Rate,
    section: Section::Money,
    label: "Hourly rate",
    hint: "In US dollars",
    why: "Hours are money: a cheap server that needs care is not cheap",
    input: Input::Number { min: 0.0, max: 1_000.0, unit: "USD", example: "75", unlimited: None },
    touches: Touches::Money,
    read: |answers| number_token(answers.hourly_rate.value()),
    write: |answers, given| Ok(Answers { hourly_rate: Usd::new(given.number()?), ..answers }),
    ..COMMON
};

pub(super) const WORK: Question = Question {
    id: QuestionId::Work,
    section: Section::Money,
    label: "Include labour in the total?",
    hint: "They are always shown as their own section",
    why: "Decides whether the totals and the budget cap see infrastructure alone; the score counts hours once, as effort",
    input: Input::Choice(offered::<WorkInTotal>),
    touches: Touches::Money,
    read: |answers| choice_token(answers.work),
    write: |answers, given| Ok(Answers { work: given.choice()?, ..answers }),
    ..COMMON
};

pub(super) const CURRENCY: Question = Question {
    id: QuestionId::Currency,
    section: Section::Money,
    label: "Currency",
    hint: "List prices are in US dollars",
    why: "Only how amounts are shown, and the exchange rate is yours to set",
    input: Input::Choice(offered::<Currency>),
    touches: Touches::Money,
    read: |answers| choice_token(answers.currency),
    // A rate belongs to its currency: back in dollars there is none.
    write: |answers, given| {
        let currency = given.choice()?;
        let exchange = if currency == Currency::Usd { Ratio::ONE } else { answers.exchange };
        Ok(Answers { currency, exchange, ..answers })
    },
    ..COMMON
};

pub(super) const EXCHANGE: Question = Question {
    id: QuestionId::Exchange,
    section: Section::Money,
    label: "Exchange rate (per USD)",
    hint: "In the currency above; amounts stay in dollars until this is set",
    why: "There is no live rate: the page works offline",
    input: Input::Number { min: 0.000_1, max: 100_000.0, unit: "", example: "0.92", unlimited: None },
    touches: Touches::Money,
    relevant: |answers| answers.currency != Currency::Usd,
    read: |answers| number_token(answers.exchange.value()),
    write: |answers, given| {
        let exchange = Ratio::new(given.number()?);
        let is_dollars = answers.currency == Currency::Usd;
        if is_dollars && exchange != Ratio::ONE {
            Err(Refusal::NoCurrency)
        } else {
            Ok(Answers { exchange, ..answers })
        }
    },
    ..COMMON
};

pub(super) const VAT: Question = Question {
    id: QuestionId::Vat,
    section: Section::Money,
    label: "Value added tax",
    hint: "In per cent, 0 for none",
    why: "AWS list prices are before tax",
    input: Input::Number { min: 0.0, max: 50.0, unit: "%", example: "19", unlimited: None },
    touches: Touches::Money,
    read: |answers| number_token(answers.vat.as_percent()),
    write: |answers, given| Ok(Answers { vat: Ratio::percent(given.number()?), ..answers }),
    ..COMMON
};
