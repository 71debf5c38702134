//! The smallest change of an answer that would let an option in.

use crate::questionnaire::{Answers, QuestionId};

/// A change of one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// The question.
    pub question: QuestionId,
    /// The answer that would let the option in, as its token.
    pub token: String,
    /// The change in words: `if the budget were $120 a month`.
    pub text: String,
}

impl Remedy {
    /// No answer to this question lifts it.
    pub(super) fn none(question: QuestionId) -> Self {
        remedy(question, "", "by no change of this answer alone")
    }

    /// Whether a change of the answer would lift it at all.
    pub fn exists(&self) -> bool {
        !self.token.is_empty()
    }

    /// The answers with this change; the same answers where the change makes no sense.
    pub fn apply(&self, answers: &Answers) -> Answers {
        self.question.question().answer(answers, &self.token).unwrap_or_else(|_| answers.clone())
    }
}

/// A change of an answer, in words that begin with "if".
pub(super) fn remedy(question: QuestionId, token: impl Into<String>, text: impl Into<String>) -> Remedy {
    Remedy { question, token: token.into(), text: text.into() }
}
