//! The decision on some answers, form by form: between two of them a page can be drawn.

use crate::{
    assessment::{Assessment, Client},
    catalog::Catalog,
    decision::{Standing, Verdict, decide},
    options::{Hosting, OptionId},
    questionnaire::Answers,
    search::Search,
    workload::Workload,
};

/// A decision on its way: the best design of each form so far.
pub(super) struct Deciding {
    pub(super) answers: Answers,
    workload: Workload,
    left: Vec<&'static Hosting>,
    found: Vec<Assessment>,
}

impl Deciding {
    /// Nothing searched yet.
    pub(super) fn new(answers: Answers, offered: &[&'static Hosting]) -> Self {
        let workload = Workload::new(&answers);
        Self { answers, workload, left: offered.iter().rev().copied().collect(), found: Vec::new() }
    }

    /// Searches the next form; the options in their order once there is none left.
    pub(super) fn step(&mut self, catalog: &Catalog) -> Option<Vec<Standing>> {
        if let Some(hosting) = self.left.pop() {
            let client = Client::new(&self.answers, &self.workload, catalog);
            self.found.extend(Search::new(hosting, &client).best());
        }
        self.left.is_empty().then(|| decide(std::mem::take(&mut self.found), &self.answers))
    }

    /// The decision at once.
    #[cfg(test)]
    pub(super) fn decided(answers: Answers, offered: &[&'static Hosting], catalog: &Catalog) -> Vec<Standing> {
        let mut deciding = Self::new(answers, offered);
        loop {
            if let Some(standings) = deciding.step(catalog) {
                return standings;
            }
        }
    }
}

/// The option that comes first; none where nothing meets the must-haves.
pub(super) fn winner(standings: &[Standing]) -> Option<OptionId> {
    let first = standings.first()?;
    (first.verdict != Verdict::RuledOut).then_some(first.assessment.hosting.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{advice::advise, options::OPTIONS, questionnaire::PRESETS};

    /// What is left out of a whole advice decides nothing.
    #[test]
    fn the_decision_alone_is_the_one_of_the_whole_advice() {
        let catalog = Catalog::bundled();
        for preset in PRESETS {
            let answers = (preset.answers)();
            let whole = advise(&answers, &catalog).standings;
            let alone = Deciding::decided(answers, &OPTIONS, &catalog);
            assert_eq!(winner(&alone), winner(&whole), "{}", preset.id);
            for standing in &alone {
                let id = standing.assessment.hosting.id;
                let other = whole.iter().find(|other| other.assessment.hosting.id == id).unwrap();
                assert_eq!(standing.score, other.score, "{}: {}", preset.id, id.0);
            }
        }
    }
}
