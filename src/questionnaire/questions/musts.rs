//! What rules an option out.

use crate::{
    catalog::Region,
    questionnaire::{
        Answers, BackIn, DataLoss, Depth, Input, Question, QuestionId, Section, Touches, ZoneLoss,
        question::{COMMON, NO_LIMIT, Refusal, choice_token, limit, offered},
    },
    units::{Minutes, Seconds, Usd},
};

pub(super) const BUDGET: Question = Question {
    id: QuestionId::Budget,
    section: Section::Musts,
    depth: Depth::First,
    label: "Monthly budget cap",
    hint: "In US dollars, or none",
    why: "Options above it are ruled out; the page says by how much",
    input: Input::Number { min: 5.0, max: 1_000_000.0, unit: "USD", example: "500", unlimited: Some(NO_LIMIT) },
    touches: Touches::Judgement,
    read: |answers| limit(answers.budget.map(Usd::value)),
    write: |answers, given| Ok(Answers { budget: given.limit()?.map(Usd::new), ..answers }),
    ..COMMON
};

pub(super) const RESPONSE: Question = Question {
    id: QuestionId::Response,
    section: Section::Musts,
    depth: Depth::First,
    label: "Response time at the server",
    hint: "Within it 95 % of a week's page views that reach PHP are answered, or none",
    why: "Cached pages are quick anywhere; the others wait for PHP, the database and files. What is slower is ruled out, and at risk within 40 %, as times are not known better",
    input: Input::Number { min: 0.1, max: 60.0, unit: "seconds", example: "2", unlimited: Some(NO_LIMIT) },
    touches: Touches::Judgement,
    read: |answers| limit(answers.max_response.map(Seconds::value)),
    write: |answers, given| Ok(Answers { max_response: given.limit()?.map(Seconds::new), ..answers }),
    ..COMMON
};

pub(super) const OUTAGE: Question = Question {
    id: QuestionId::Outage,
    section: Section::Musts,
    depth: Depth::First,
    label: "Maximum downtime per year",
    hint: "Expected minutes down in all, or none",
    why: "Held against what is expected on average; options that are down for longer are ruled out, and how likely a worse year is, is told",
    input: Input::Number { min: 1.0, max: 100_000.0, unit: "minutes", example: "480", unlimited: Some(NO_LIMIT) },
    touches: Touches::Judgement,
    read: |answers| limit(answers.max_outage.map(Minutes::value)),
    write: |answers, given| Ok(Answers { max_outage: given.limit()?.map(Minutes::new), ..answers }),
    ..COMMON
};

pub(super) const ZONE: Question = Question {
    id: QuestionId::Zone,
    section: Section::Musts,
    depth: Depth::First,
    label: "Must it survive the loss of an Availability Zone?",
    hint: "The loss of a data centre, without people stepping in",
    why: "Only servers and data in two zones do; that is where most of the cost of high availability goes",
    input: Input::Choice(offered::<ZoneLoss>),
    touches: Touches::Architecture,
    read: |answers| choice_token(answers.zone_loss),
    write: |answers, given| Ok(Answers { zone_loss: given.choice()?, ..answers }),
    ..COMMON
};

pub(super) const RPO: Question = Question {
    id: QuestionId::Rpo,
    section: Section::Musts,
    depth: Depth::First,
    label: "How much data may be lost?",
    hint: "The recovery point objective, RPO",
    why: "Daily snapshots lose a day; a managed database loses minutes or nothing",
    input: Input::Choice(offered::<DataLoss>),
    touches: Touches::Architecture,
    read: |answers| choice_token(answers.data_loss),
    write: |answers, given| Ok(Answers { data_loss: given.choice()?, ..answers }),
    ..COMMON
};

pub(super) const RTO: Question = Question {
    id: QuestionId::Rto,
    section: Section::Musts,
    depth: Depth::First,
    label: "How soon must it be back?",
    hint: "From the failure until the site is back: the recovery time objective, RTO",
    why: "What fails over takes minutes; by hand it takes until somebody comes, and then the restore. A miss within that range is a risk and rules nothing out",
    input: Input::Choice(offered::<BackIn>),
    touches: Touches::Judgement,
    read: |answers| choice_token(answers.back_in),
    write: |answers, given| Ok(Answers { back_in: given.choice()?, ..answers }),
    ..COMMON
};

pub(super) const REGION: Question = Question {
    id: QuestionId::Region,
    section: Section::Musts,
    depth: Depth::First,
    label: "In which region?",
    hint: "Prices and the law that applies depend on it",
    why: "Every price is of this region; what is not priced there is said so, never taken from another",
    input: Input::Choice(|| Region::ALL.into_iter().map(|region| (region.code(), region.name())).collect()),
    touches: Touches::Architecture,
    read: |answers| answers.region.code().to_owned(),
    write: |answers, given| {
        let region = Region::from_code(&given.text.to_ascii_lowercase()).ok_or(Refusal::UnknownChoice)?;
        Ok(Answers { region, ..answers })
    },
    ..COMMON
};
