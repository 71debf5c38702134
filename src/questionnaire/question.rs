use super::{Answers, ClosedSet, DemandParameter, QuestionId, Said, number};
use crate::{
    codec::Problem,
    units::{Usd, text},
};

/// The fieldset a question stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What is hosted.
    Site,
    /// What runs it now.
    Today,
    /// Who runs it, and how.
    Work,
    /// Must-haves.
    Musts,
    /// Points, and how money is counted.
    Money,
}

impl Section {
    /// All fieldsets, in the order asked.
    pub const ALL: [Self; 5] = [Self::Site, Self::Today, Self::Work, Self::Musts, Self::Money];

    /// The statement above the fieldset.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Site => "Your site",
            Self::Today => "What runs today",
            Self::Work => "How you work",
            Self::Musts => "Requirements",
            Self::Money => "Cost settings",
        }
    }
}

/// How a question is answered.
#[derive(Clone, Copy)]
pub enum Input {
    /// A number in a range, in a unit, perhaps with a word for "no limit".
    Number {
        /// Smallest sensible value.
        min: f64,
        /// Largest sensible value.
        max: f64,
        /// The unit as shown behind the number; empty for plain counts.
        unit: &'static str,
        /// What an answer may look like.
        example: &'static str,
        /// The word that stands for no limit at all, where there is one.
        unlimited: Option<&'static str>,
    },
    /// One of a closed set: token and label of each.
    Choice(fn() -> Vec<(&'static str, &'static str)>),
}

/// Whether "I'm not sure" is an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsure {
    /// It is, and it widens the range of the result.
    Offered(UntilKnown),
    /// People know this, or it is theirs to decide.
    NotOffered,
}

/// What a question is counted with while nobody knows its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UntilKnown {
    /// The range of a parameter, in its unit.
    Range {
        /// The parameter.
        of: DemandParameter,
        /// The unit as shown behind the range.
        unit: &'static str,
    },
    /// The range of a parameter that is a share, in per cent.
    Percent {
        /// The parameter.
        of: DemandParameter,
    },
    /// The busiest minutes, compared with the mean.
    Peak,
    /// The growth of traffic taken in each case.
    Growth,
    /// What the media library is taken to grow by each month.
    MediaGrowth,
    /// Something that is no number.
    Says(&'static str),
}

/// What another answer to a question changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touches {
    /// What is asked of the servers, and with it everything else.
    Demand,
    /// What is built, and what it costs.
    Architecture,
    /// How what is built is judged: must-haves, reasons, points.
    Judgement,
    /// How money is counted and shown.
    Money,
    /// What the answer is set beside; the answer itself stays.
    Comparison,
}

/// How soon a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// At once: it decides much, and people know the answer.
    First,
    /// On request, for who wants to be exact.
    Detail,
}

/// One question, with all that is needed to ask it, to read its answer and to write it down again.
#[derive(Clone, Copy)]
pub struct Question {
    /// Its name; the token is the key in links and files.
    pub id: QuestionId,
    /// Where it is asked.
    pub section: Section,
    /// How soon it is asked.
    pub depth: Depth,
    /// What is asked, in the client's words.
    pub label: &'static str,
    /// One short sentence of help, without a full stop.
    pub hint: &'static str,
    /// Why it is asked: what it changes.
    pub why: &'static str,
    /// How it is answered.
    pub input: Input,
    /// Whether it may be left open, and what is counted with then.
    pub unsure: Unsure,
    /// What another answer changes.
    pub touches: Touches,
    /// Whether it makes sense to ask, after what was said to the other questions.
    pub relevant: fn(&Answers) -> bool,
    /// The present answer as its token.
    pub(super) read: fn(&Answers) -> String,
    /// The answers with this one changed to what was given.
    pub(super) write: fn(Answers, &Given<'_>) -> Result<Answers, Refusal>,
}

/// What most questions have in common; words, input and how it is read and written are each row's own.
pub(super) const COMMON: Question = Question {
    id: QuestionId::Site,
    section: Section::Site,
    depth: Depth::Detail,
    label: "",
    hint: "",
    why: "",
    input: Input::Choice(Vec::new),
    unsure: Unsure::NotOffered,
    touches: Touches::Judgement,
    relevant: |_| true,
    read: |_| String::new(),
    write: |_, _| Err(Refusal::UnknownChoice),
};

/// Why an answer was not taken, before it is put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    NotANumber,
    OutOfRange,
    UnknownChoice,
    /// A rate of exchange for dollars into dollars.
    NoCurrency,
}

/// The unit of amounts of money.
pub const DOLLARS: &str = "USD";
/// The token that stands for "I'm not sure".
pub const NOT_SURE: &str = "unsure";
/// The token that stands for no limit at all.
pub(super) const NO_LIMIT: &str = "none";

/// More choices than so many are not all listed in a message.
const MOST_LISTED: usize = 12;

impl Question {
    /// The present answer as its token: what links and files carry.
    pub fn read(&self, answers: &Answers) -> String {
        (self.read)(answers)
    }

    /// Whether "I'm not sure" is an answer to it.
    pub const fn may_be_open(&self) -> bool {
        matches!(self.unsure, Unsure::Offered(_))
    }

    /// The same answers with this one changed.
    ///
    /// # Errors
    /// Says what was given and what would be right, when the text is not an answer to this question.
    pub fn answer(&self, answers: &Answers, text: &str) -> Result<Answers, Problem> {
        let given = Given { text: text.trim(), input: self.input };
        (self.write)(answers.clone(), &given)
            .map_err(|refusal| Problem { field: self.id.to_string(), message: self.message(refusal, text) })
    }

    /// The answer as a person reads it: `300,000`, `Shop (WooCommerce)`, `I'm not sure`.
    pub fn spoken(&self, answers: &Answers) -> String {
        let token = self.read(answers);
        if token == NOT_SURE {
            return "I'm not sure".to_owned();
        }
        match self.input {
            Input::Choice(choices) => {
                choices().into_iter().find(|(known, _)| *known == token).map_or(token, |(_, label)| label.to_owned())
            }
            Input::Number { unit, unlimited, .. } => match (number::parse(&token, unit), unlimited) {
                (None, Some(_)) => "No limit".to_owned(),
                (None, None) => token,
                (Some(value), _) => {
                    let shown = if value >= 10_000.0 { text::grouped(value) } else { text::trimmed(value, 2) };
                    let said = format!("{shown} {unit}").trim_end().to_owned();
                    if unit == DOLLARS && answers.converts() {
                        format!("{} ({said})", answers.amount(Usd::new(value)))
                    } else {
                        said
                    }
                }
            },
        }
    }

    fn message(&self, refusal: Refusal, given: &str) -> String {
        let given = text::cut(given, 40);
        match (refusal, self.input) {
            (Refusal::NoCurrency, Input::Choice(_) | Input::Number { .. }) => {
                format!("A rate needs a currency other than the US dollar beside it; you gave {given}")
            }
            (Refusal::UnknownChoice | Refusal::NotANumber | Refusal::OutOfRange, Input::Choice(choices)) => {
                let mut known: Vec<_> = choices().into_iter().map(|(token, _)| token).collect();
                if self.may_be_open() {
                    known.push(NOT_SURE);
                }
                let shown = match known.get(..3).filter(|_| known.len() > MOST_LISTED) {
                    Some(first) => format!("{}, … ({} in all)", first.join(", "), known.len()),
                    None => known.join(", "),
                };
                format!("{} must be one of {shown}; \"{given}\" is not among them", self.label)
            }
            (Refusal::NotANumber | Refusal::UnknownChoice, Input::Number { example, unlimited, .. }) => {
                let or = unlimited.map_or_else(String::new, |word| format!(", or \"{word}\""));
                let unsure = if self.may_be_open() { ", or \"unsure\"" } else { "" };
                if given.trim().is_empty() {
                    return format!("{} needs a number, like {example}{or}{unsure}", self.label);
                }
                format!("{} must be a number, like {example}{or}{unsure}; \"{given}\" is not", self.label)
            }
            (Refusal::OutOfRange, Input::Number { min, max, unit, .. }) => {
                let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
                format!(
                    "{} must be between {} and {}{unit}; you gave {given}",
                    self.label,
                    text::short(min),
                    text::short(max)
                )
            }
        }
    }
}

/// What was given as an answer, and how the question is to be answered.
pub(super) struct Given<'a> {
    /// The text, without blanks around it.
    pub(super) text: &'a str,
    pub(super) input: Input,
}

impl Given<'_> {
    /// A number within the range of the question, to six decimals: what is kept is what links and files can carry.
    pub(super) fn number(&self) -> Result<f64, Refusal> {
        match self.input {
            Input::Number { min, max, unit, .. } => {
                let value = number::tidy(number::parse(self.text, unit).ok_or(Refusal::NotANumber)?);
                if (min..=max).contains(&value) { Ok(value) } else { Err(Refusal::OutOfRange) }
            }
            Input::Choice(_) => Err(Refusal::UnknownChoice),
        }
    }

    /// A number, or "I'm not sure".
    pub(super) fn perhaps_number(&self) -> Result<Said<f64>, Refusal> {
        if self.is_unsure() { Ok(Said::NotSure) } else { self.number().map(Said::Known) }
    }

    /// A number, or no limit.
    pub(super) fn limit(&self) -> Result<Option<f64>, Refusal> {
        if self.text.eq_ignore_ascii_case(NO_LIMIT) { Ok(None) } else { self.number().map(Some) }
    }

    /// One of a closed set.
    pub(super) fn choice<T: ClosedSet>(&self) -> Result<T, Refusal> {
        T::from_token(&self.text.to_ascii_lowercase()).ok_or(Refusal::UnknownChoice)
    }

    /// One of a closed set, or "I'm not sure".
    pub(super) fn perhaps_choice<T: ClosedSet>(&self) -> Result<Said<T>, Refusal> {
        if self.is_unsure() { Ok(Said::NotSure) } else { self.choice().map(Said::Known) }
    }

    fn is_unsure(&self) -> bool {
        self.text.eq_ignore_ascii_case(NOT_SURE)
    }
}

/// The closed set as tokens and labels.
pub(super) fn offered<T: ClosedSet>() -> Vec<(&'static str, &'static str)> {
    T::ALL.iter().map(|choice| (choice.token(), choice.label())).collect()
}

/// A number as its token.
pub(super) fn number_token(value: f64) -> String {
    number::token(number::tidy(value))
}

/// One of a closed set as its token.
pub(super) fn choice_token<T: ClosedSet>(choice: T) -> String {
    choice.token().to_owned()
}

/// An answer that may be left open, as its token.
pub(super) fn perhaps<T: Copy>(said: Said<T>, token: impl Fn(T) -> String) -> String {
    said.known().map_or_else(|| NOT_SURE.to_owned(), token)
}

/// A limit, or that there is none, as its token.
pub(super) fn limit(limit: Option<f64>) -> String {
    limit.map_or_else(|| NO_LIMIT.to_owned(), number_token)
}
