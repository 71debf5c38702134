use serde::{Deserialize, Serialize};

use crate::{
    advice::{Advice, advise_among},
    catalog::Catalog,
    options::{OPTIONS, OptionId},
    questionnaire::{Answers, QuestionId, Replay},
    simulation::Events,
};

/// What is asked about some answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// How sure the advice is.
    Odds,
    /// What would change it.
    TurningPoints,
    /// The next three years.
    Outlook,
    /// Where each option wins: a map of two answers, across and upwards.
    Regions([QuestionId; 2]),
}

/// Answers and what is asked about them, as they are handed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// What is asked.
    pub ask: Ask,
    /// The answers, as files have them.
    answers: String,
    /// The week of a log, which files do not have.
    replay: Option<Replay>,
    /// The options that are offered.
    options: Vec<OptionId>,
}

impl Order {
    /// Asks about some advice.
    pub fn new(ask: Ask, advice: &Advice) -> Self {
        let offered = |hosting: &OptionId| advice.option(hosting.0).is_some();
        Self {
            ask,
            answers: advice.answers.to_json(),
            replay: advice.answers.replay.clone(),
            options: OPTIONS.iter().map(|hosting| hosting.id).filter(offered).collect(),
        }
    }

    /// Whether it is about the same answers and options.
    pub(super) fn is_about_the_same(&self, other: &Self) -> bool {
        self.answers == other.answers && self.replay == other.replay && self.options == other.options
    }

    /// The advice it is about, computed anew; none where the answers cannot be read, which the page never writes.
    pub fn advice(&self) -> Option<Advice> {
        let answers = Answers { replay: self.replay.clone(), ..Answers::from_json(&self.answers).ok()? };
        let offered: Vec<_> = OPTIONS.into_iter().filter(|hosting| self.options.contains(&hosting.id)).collect();
        Some(advise_among(&offered, &answers, &Catalog::bundled(), &Events::new()))
    }
}
