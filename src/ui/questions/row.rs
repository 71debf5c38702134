use yew::prelude::*;

use crate::{questionnaire::QuestionId, session::Typed, ui::act::Act};

/// What the row of a question is drawn from.
#[derive(Properties, PartialEq)]
pub(super) struct QuestionRowProps {
    pub id: QuestionId,
    /// The answer as a token.
    pub value: AttrValue,
    /// The answer as a person reads it.
    pub used: AttrValue,
    /// What stands in the field instead.
    pub typed: Option<Typed>,
    /// What an answer that is left open ranges over.
    pub open: Option<AttrValue>,
    /// Whether the answer is the reader's own, rather than what was started from.
    pub given: bool,
    /// The currency amounts are given in, where that is not the US dollar, and what a dollar is of it.
    pub money: Option<(&'static str, f64)>,
    pub act: Act,
}
