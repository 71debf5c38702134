//! What a month costs at any number of visits, and where another option comes first: asked of the engine, number by number.

use crate::{
    advice::Advice,
    decision::Verdict,
    options::OptionId,
    questionnaire::{Answers, Said},
    units::Requests,
    workload::{Case, usual_visits},
};

/// The fewest and the most visits a month looked at.
const FROM: f64 = 1e4;
const TO: f64 = 5e7;
/// How many numbers of visits are looked at before any change is narrowed down.
const GRID: usize = 16;
/// A change is narrowed down until it lies between two numbers that differ by no more than this factor.
const CLOSE: f64 = 1.03;

/// What the engine says at some numbers of visits, and which number to ask it about next.
#[derive(Clone, Debug, PartialEq)]
pub struct CostSurvey {
    /// The names of the options with their keys, as they rank at present.
    pub(super) options: Vec<(OptionId, &'static str)>,
    /// The visits of the present answers.
    pub(super) now: f64,
    /// How the present answers count money: the rate, the sign and the code.
    pub(super) money: (f64, &'static str, &'static str),
    /// What was found, by visits.
    pub(super) found: Vec<Found>,
}

/// What was found at one number of visits.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub visits: f64,
    /// The cost of each option in US dollars, and whether it meets the requirements.
    pub costs: Vec<Option<(f64, bool)>>,
    /// The option that is recommended.
    pub best: Option<usize>,
}

impl CostSurvey {
    /// Begins with the present advice.
    pub fn new(advice: &Advice) -> Self {
        let answers = &advice.answers;
        let options = advice.standings.iter().map(|standing| {
            let hosting = standing.assessment.hosting;
            (hosting.id, hosting.name)
        });
        let shown = answers.shown_in();
        let now = answers.visits.or(usual_visits(answers.site)).value();
        let mut survey = Self {
            options: options.collect(),
            now,
            money: (answers.exchange.value(), shown.sign(), shown.code()),
            found: Vec::new(),
        };
        if (FROM..=TO).contains(&now) {
            survey.take(now, advice);
        }
        survey
    }

    /// The answers to ask about next; none when all is known.
    pub fn next(&self, answers: &Answers) -> Option<(f64, Answers)> {
        let visits = self.next_visits()?;
        Some((visits, Answers { visits: Said::Known(Requests::new(visits)), ..answers.clone() }))
    }

    /// Takes what the engine says at so many visits.
    pub fn take(&mut self, visits: f64, advice: &Advice) {
        let costs = self.options.iter().map(|(id, _)| {
            let standing = advice.option(id.0)?;
            let cost = standing.assessment.monthly(Case::Typical, advice.answers.work).value();
            Some((cost, standing.verdict != Verdict::RuledOut))
        });
        let best = advice.recommended().map(|standing| standing.assessment.hosting.id);
        let best = best.and_then(|best| self.options.iter().position(|(id, _)| *id == best));
        self.insert(Found { visits, costs: costs.collect(), best });
    }

    fn insert(&mut self, found: Found) {
        let at = self.found.partition_point(|known| known.visits < found.visits);
        self.found.insert(at, found);
    }

    /// First the grid, then the middle between two numbers with another option in front.
    fn next_visits(&self) -> Option<f64> {
        let mut grid = (0..GRID).map(|step| FROM * libm::pow(TO / FROM, step as f64 / (GRID - 1) as f64));
        let is_known = |visits: &f64| self.found.iter().any(|found| (found.visits / visits - 1.0).abs() < 1e-6);
        grid.find(|visits| !is_known(visits)).or_else(|| {
            let mut pairs = self.found.windows(2);
            let pair = pairs.find(|pair| pair[0].best != pair[1].best && pair[1].visits / pair[0].visits > CLOSE)?;
            Some(libm::sqrt(pair[0].visits * pair[1].visits))
        })
    }

    /// Where another option comes first: the visits, and the option from there on; none where nothing fits any more.
    pub(super) fn turns(&self) -> Vec<(f64, Option<usize>)> {
        let pairs = self.found.windows(2).filter(|pair| pair[0].best != pair[1].best);
        pairs.map(|pair| (libm::sqrt(pair[0].visits * pair[1].visits), pair[1].best)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two options, the second in front from some visits on.
    fn asked(turn: f64) -> (CostSurvey, usize) {
        let options = vec![(OptionId("one"), "One"), (OptionId("two"), "Two")];
        let mut survey = CostSurvey { options, now: 2e5, money: (1.0, "$", "USD"), found: Vec::new() };
        let mut asked = 0;
        while let Some(visits) = survey.next_visits() {
            asked += 1;
            assert!(asked < 100, "it never ends");
            let best = usize::from(visits >= turn);
            survey.insert(Found { visits, costs: vec![Some((10.0, true)), Some((20.0, true))], best: Some(best) });
        }
        (survey, asked)
    }

    #[test]
    fn a_change_is_found_to_within_three_in_a_hundred() {
        for turn in [12_345.0, 310_000.0, 4.2e6, 4.9e7] {
            let (survey, asked) = asked(turn);
            let turns = survey.turns();
            assert_eq!((turns.len(), turns[0].1), (1, Some(1)));
            assert!((turns[0].0 / turn - 1.0).abs() < 0.03, "{} against {turn}", turns[0].0);
            assert!(asked <= GRID + 6, "{asked}");
        }
        assert!(asked(1.0).0.turns().is_empty());
    }

    #[test]
    fn numbers_stand_in_order_and_reach_from_end_to_end() {
        let (survey, _) = asked(310_000.0);
        assert!(survey.found.windows(2).all(|pair| pair[0].visits < pair[1].visits));
        let ends = [survey.found.first(), survey.found.last()].map(|found| found.map_or(0.0, |found| found.visits));
        assert!((ends[0] / FROM - 1.0).abs() < 1e-9 && (ends[1] / TO - 1.0).abs() < 1e-9);
    }
}
