//! Must-haves first, then the score: what is recommended, what else meets every must-have, and what is ruled out.

pub mod must_have;
mod score;
mod settle;
mod value_function;

pub use must_have::{Remedy, RuledOut};
pub use score::{Contribution, Score, score};
pub use settle::settle;
pub use value_function::Performance;

use crate::{
    assessment::Assessment,
    questionnaire::Answers,
    units::{Points, ordered},
};

/// What became of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It meets every must-have and scores highest.
    Recommended,
    /// It meets every must-have.
    Eligible,
    /// It misses a must-have.
    RuledOut,
}

impl Verdict {
    /// The word for it in files and on the command line.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::Eligible => "eligible",
            Self::RuledOut => "ruled-out",
        }
    }
}

/// An option with its facts, its score and its verdict.
#[derive(Clone)]
pub struct Standing {
    /// The facts.
    pub assessment: Assessment,
    /// What became of it.
    pub verdict: Verdict,
    /// The must-haves it misses.
    pub ruled_out: Vec<RuledOut>,
    /// Its score, ruled out or not.
    pub score: Score,
}

impl Standing {
    /// The answers with the smallest change for each must-have it misses.
    pub fn remedied(&self, answers: &Answers) -> Answers {
        self.ruled_out.iter().fold(answers.clone(), |answers, ruled| ruled.remedy.apply(&answers))
    }
}

/// Differences below this are a tie: the inputs are not known any better.
pub const TIE: Points = Points::new(3.0);

/// Puts options in order: the recommended first, then those that meet every must-have, then those ruled out, by score within each.
/// Options with the same score keep the order they came in, the simpler first.
pub fn decide(assessments: Vec<Assessment>, answers: &Answers) -> Vec<Standing> {
    let standings = assessments.into_iter().map(|assessment| {
        let ruled_out = must_have::ruled_out(&assessment, answers);
        let verdict = if ruled_out.is_empty() { Verdict::Eligible } else { Verdict::RuledOut };
        let score = score(&assessment, answers);
        Standing { assessment, verdict, ruled_out, score }
    });
    let misses = |standing: &Standing| (standing.verdict == Verdict::RuledOut, standing.ruled_out.len());
    let mut standings = ordered(standings, |a, b| {
        misses(a).cmp(&misses(b)).then(b.score.total.value().total_cmp(&a.score.total.value()))
    });
    if let Some(first) = standings.first_mut()
        && first.verdict == Verdict::Eligible
    {
        first.verdict = Verdict::Recommended;
    }
    standings
}
