//! What runs the site now: what everything else is set beside.

use crate::{
    choices::Pages,
    questionnaire::{
        Answers, Input, Question, QuestionId, Section, Touches, Unsure, UntilKnown,
        question::{COMMON, Refusal, choice_token, number_token, offered, perhaps},
        today::{self, NOTHING},
    },
    units::Usd,
};

pub(super) const TODAY: Question = Question {
    id: QuestionId::Today,
    section: Section::Today,
    label: "What runs the site today?",
    hint: "The one server that PHP runs on",
    why: "It lives through the same week as what is proposed, so that you see what a move brings, and when it has paid for itself",
    input: Input::Choice(today::machines),
    touches: Touches::Comparison,
    read: |answers| answers.today.unwrap_or(NOTHING).to_owned(),
    write: |answers, given| match given.text {
        NOTHING => Ok(Answers { today: None, ..answers }),
        name => Ok(Answers { today: Some(today::machine(name).ok_or(Refusal::UnknownChoice)?), ..answers }),
    },
    ..COMMON
};

pub(super) const TODAY_BILL: Question = Question {
    id: QuestionId::TodayBill,
    section: Section::Today,
    label: "Today's hosting bill",
    hint: "A month, in US dollars, with everything that hosting costs",
    why: "What a move saves or costs is counted from this",
    input: Input::Number { min: 0.0, max: 1_000_000.0, unit: "USD", example: "60", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::Says("the list price of that machine, set up as proposed here")),
    touches: Touches::Comparison,
    relevant: |answers| answers.today.is_some(),
    read: |answers| perhaps(answers.today_bill, |usd| number_token(usd.value())),
    write: |answers, given| Ok(Answers { today_bill: given.perhaps_number()?.map(Usd::new), ..answers }),
    ..COMMON
};

pub(super) const TODAY_PAGES: Question = Question {
    id: QuestionId::TodayPages,
    section: Section::Today,
    label: "Is there a page cache today?",
    hint: "A caching plugin, the web server's own, or a content delivery network that keeps pages",
    why: "Without one every page view runs PHP, which is most of what a server has to do",
    input: Input::Choice(offered::<Pages>),
    touches: Touches::Comparison,
    relevant: |answers| answers.today.is_some(),
    read: |answers| choice_token(answers.today_pages),
    write: |answers, given| Ok(Answers { today_pages: given.choice()?, ..answers }),
    ..COMMON
};
