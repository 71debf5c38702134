//! The smallest change of an answer that would let an option in.

use crate::{
    choices::ChoiceId,
    questionnaire::{Answers, QuestionId},
};

/// What a remedy changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// The answer to a question.
    Question(QuestionId),
    /// A pin, which is released.
    Pin(ChoiceId),
}

impl Lever {
    /// Whether it is the answer to this question.
    pub fn is(self, question: QuestionId) -> bool {
        self == Self::Question(question)
    }

    /// Its key in files.
    pub fn key(self) -> String {
        match self {
            Self::Question(question) => question.token().to_owned(),
            Self::Pin(choice) => format!("pin.{choice}"),
        }
    }
}

/// A change of one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// What is changed.
    pub lever: Lever,
    /// The answer that would let the option in, as its token; for a pin that is released, its key.
    pub token: String,
    /// The change in words: `if the budget were $120 a month`.
    pub text: String,
}

impl Remedy {
    /// No answer to this question lifts it.
    pub(crate) fn none(lever: Lever) -> Self {
        Self { lever, token: String::new(), text: "by no change of this answer alone".to_owned() }
    }

    /// The pin is released.
    pub(super) fn released(choice: ChoiceId) -> Self {
        let text = format!("if the {} were left open", choice.label());
        Self { lever: Lever::Pin(choice), token: choice.token().to_owned(), text }
    }

    /// Whether a change of the answer would lift it at all.
    pub fn exists(&self) -> bool {
        !self.token.is_empty()
    }

    /// The answers with this change; the same answers where the change makes no sense.
    pub fn apply(&self, answers: &Answers) -> Answers {
        match self.lever {
            Lever::Question(question) => {
                question.question().answer(answers, &self.token).unwrap_or_else(|_| answers.clone())
            }
            Lever::Pin(choice) => {
                let mut changed = answers.clone();
                changed.pins.release(choice);
                changed
            }
        }
    }
}

/// A change of an answer, in words that begin with "if".
pub(super) fn remedy(question: QuestionId, token: impl Into<String>, text: impl Into<String>) -> Remedy {
    Remedy { lever: Lever::Question(question), token: token.into(), text: text.into() }
}
