use super::{Answers, Choice, Said, number};
use crate::units::text;

/// The fieldset a question stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What is hosted.
    Site,
    /// Who runs it, and how.
    Work,
    /// Must-haves.
    Musts,
    /// Points, and how money is counted.
    Money,
}

impl Section {
    /// All fieldsets, in the order asked.
    pub const ALL: [Self; 4] = [Self::Site, Self::Work, Self::Musts, Self::Money];

    /// The statement above the fieldset.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Site => "Your site",
            Self::Work => "How you work",
            Self::Musts => "What must not happen",
            Self::Money => "How money is counted",
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
    Offered,
    /// People know this, or it is theirs to decide.
    NotOffered,
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
pub struct Question {
    /// The key in links and files.
    pub id: &'static str,
    /// Where it is asked.
    pub section: Section,
    /// What is asked, in the client's words.
    pub label: &'static str,
    /// One short sentence of help, without a full stop.
    pub hint: &'static str,
    /// Why it is asked: what it changes.
    pub why: &'static str,
    /// How it is answered.
    pub input: Input,
    /// Whether it may be left open.
    pub unsure: Unsure,
    pub(super) read: fn(&Answers) -> String,
    pub(super) write: fn(&mut Answers, &str) -> Result<(), Refusal>,
}

/// Why an answer was not taken, before it is put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    NotANumber,
    OutOfRange,
    UnknownChoice,
}

/// An answer that could not be taken, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The question's key.
    pub field: String,
    /// What is wrong and what would be right, as a sentence without a full stop.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.field, self.message)
    }
}

/// The token that stands for "I'm not sure".
pub const NOT_SURE: &str = "unsure";

impl Question {
    /// The present answer as its token: what links and files carry.
    pub fn read(&self, answers: &Answers) -> String {
        (self.read)(answers)
    }

    /// How soon it is asked.
    pub fn depth(&self) -> Depth {
        match self.id {
            "site" | "visits" | "peaks" | "uncacheable" | "media" => Depth::First,
            "changes" | "git" | "operator" => Depth::First,
            "budget" | "outage" | "zone" | "rpo" | "rto" | "region" => Depth::First,
            _ => Depth::Detail,
        }
    }

    /// The same answers with this one changed.
    ///
    /// # Errors
    /// Says what was given and what would be right, when the text is not an answer to this question.
    pub fn answer(&self, answers: &Answers, text: &str) -> Result<Answers, Problem> {
        let mut changed = answers.clone();
        match (self.write)(&mut changed, text.trim()) {
            Ok(()) => Ok(changed),
            Err(refusal) => Err(Problem { field: self.id.to_owned(), message: self.message(refusal, text) }),
        }
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
                    format!("{shown} {unit}").trim_end().to_owned()
                }
            },
        }
    }

    fn message(&self, refusal: Refusal, given: &str) -> String {
        let given = text::cut(given, 40);
        match (refusal, self.input) {
            (Refusal::UnknownChoice | Refusal::NotANumber | Refusal::OutOfRange, Input::Choice(choices)) => {
                let mut known: Vec<_> = choices().into_iter().map(|(token, _)| token).collect();
                if self.unsure == Unsure::Offered {
                    known.push(NOT_SURE);
                }
                format!("{} must be one of {}; \"{given}\" is not among them", self.label, known.join(", "))
            }
            (Refusal::NotANumber | Refusal::UnknownChoice, Input::Number { example, unlimited, .. }) => {
                let or = unlimited.map_or_else(String::new, |word| format!(", or \"{word}\""));
                let unsure = if self.unsure == Unsure::Offered { ", or \"unsure\"" } else { "" };
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

/// Reads a number within its range, to six decimals: what is kept is what links and files can carry.
pub(super) fn ranged(text: &str, min: f64, max: f64, unit: &str) -> Result<f64, Refusal> {
    let value = number::tidy(number::parse(text, unit).ok_or(Refusal::NotANumber)?);
    if (min..=max).contains(&value) { Ok(value) } else { Err(Refusal::OutOfRange) }
}

/// Reads one of a closed set.
pub(super) fn chosen<T: Choice>(text: &str) -> Result<T, Refusal> {
    T::from_token(&text.to_ascii_lowercase()).ok_or(Refusal::UnknownChoice)
}

/// The closed set as tokens and labels.
pub(super) fn offered<T: Choice>() -> Vec<(&'static str, &'static str)> {
    T::ALL.iter().map(|choice| (choice.token(), choice.label())).collect()
}

/// Reads an answer that may be left open.
pub(super) fn perhaps<T>(text: &str, read: impl Fn(&str) -> Result<T, Refusal>) -> Result<Said<T>, Refusal> {
    if text.eq_ignore_ascii_case(NOT_SURE) { Ok(Said::NotSure) } else { read(text).map(Said::Known) }
}

/// Writes an answer that may be left open.
pub(super) fn written<T: Copy>(said: Said<T>, write: impl Fn(T) -> String) -> String {
    said.known().map_or_else(|| NOT_SURE.to_owned(), write)
}
