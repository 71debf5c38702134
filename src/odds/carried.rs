use serde::{Deserialize, Serialize};

use crate::questionnaire::QuestionId;

/// What part of the doubt about the first option something uncertain carries, and how the odds would stand with it known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    /// What it is.
    pub name: String,
    /// The open question an answer to which would settle it.
    pub question: Option<QuestionId>,
    /// The share of the variance of "it is best" that this explains alone, 0 to 1.
    pub share: f64,
    /// The odds of the first option in the worlds with the lower half of it, and with the upper. Of a question with two
    /// answers the first is yes and the second no.
    pub halves: [f64; 2],
}

impl Carried {
    /// How far apart the odds of the two halves are.
    pub fn narrows(&self) -> f64 {
        (self.halves[0] - self.halves[1]).abs()
    }
}
