//! Must-haves first, then the score: what is recommended, what else meets them, what may miss one, what is ruled out.

mod at_risk;
mod miss;
pub mod must_have;
mod remedy;
pub mod response_time;
mod score;
mod value_function;

pub use at_risk::{breaks_in_export, chance_told};
pub use miss::{AtRisk, Chance, RuledOut, once};
pub use remedy::{Lever, Remedy};
pub use score::{Contribution, Score, score};
pub use value_function::{COST_SWING, Performance};

use crate::{
    assessment::Assessment,
    questionnaire::Answers,
    units::{Points, ordered},
};

/// What became of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It comes first among those that miss none; it may be at risk of missing one.
    Recommended,
    /// It meets every must-have.
    Eligible,
    /// It meets them as far as can be told, and may miss one in some years.
    AtRisk,
    /// It misses a must-have.
    RuledOut,
}

impl Verdict {
    /// The word for it in files and on the command line.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::Eligible => "eligible",
            Self::AtRisk => "at-risk",
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
    /// The must-haves it may miss in some years.
    pub at_risk: Vec<AtRisk>,
    /// How likely a year with more downtime than the client's limit is, 0 to 1; none without a limit.
    pub over_limit: Option<f64>,
    /// Its score, ruled out or not.
    pub score: Score,
}

impl Standing {
    /// The answers with the smallest change for each must-have it misses.
    pub fn remedied(&self, answers: &Answers) -> Answers {
        self.ruled_out.iter().fold(answers.clone(), |answers, ruled| ruled.remedy.apply(&answers))
    }

    /// Whether it misses no must-have, but may miss one in some years.
    pub fn is_at_risk(&self) -> bool {
        self.ruled_out.is_empty() && !self.at_risk.is_empty()
    }

    /// Whether it goes before another whatever their scores: nothing missed, a must-have often missed, or ruled out.
    pub fn tier(&self) -> u8 {
        match (self.ruled_out.is_empty(), at_risk::often_missed(&self.at_risk)) {
            (true, false) => 0,
            (true, true) => 1,
            (false, _) => 2,
        }
    }

    /// How far it is from what was asked: the factors of all misses multiplied, as a logarithm. What no change of the
    /// answer lifts is further away than anything else.
    pub fn distance(&self) -> f64 {
        self.distance_of(|_| true)
    }

    /// The same for the misses that count.
    pub(crate) fn distance_of(&self, counts: impl Fn(&RuledOut) -> bool) -> f64 {
        let far = |ruled: &RuledOut| if ruled.remedy.exists() { libm::log(ruled.fold.max(1.0)) } else { 100.0 };
        // One change that lifts two misses is accepted once.
        let changes = self.ruled_out.iter().enumerate().filter(|(_, ruled)| counts(ruled));
        let once = changes.filter(|(at, ruled)| self.ruled_out[..*at].iter().all(|known| known.remedy != ruled.remedy));
        once.map(|(_, ruled)| far(ruled)).sum()
    }
}

/// Differences below this decide nothing by themselves: the inputs are not known any better.
pub const CLOSE: Points = Points::new(3.0);

/// Puts options in order: the recommended first, then those that meet every must-have, those that may miss one in more
/// than one year in ten, and those ruled out; by score within each. Those ruled out stand by how much the client would have
/// to accept. Options with the same score keep the order they came in, the simpler first.
pub fn decide(assessments: Vec<Assessment>, answers: &Answers) -> Vec<Standing> {
    let mut standings = in_order(assessments.into_iter().map(|assessment| judge(assessment, answers)));
    if let Some(first) = standings.first_mut()
        && first.verdict != Verdict::RuledOut
    {
        first.verdict = Verdict::Recommended;
    }
    standings
}

/// Holds one option against the client's must-haves and points; nothing is recommended yet.
pub fn judge(assessment: Assessment, answers: &Answers) -> Standing {
    let ruled_out = must_have::ruled_out(&assessment, answers);
    let over_limit = assessment.over_limit;
    let at_risk = at_risk::at_risk(&assessment, answers, over_limit);
    let verdict = match (ruled_out.is_empty(), at_risk.is_empty()) {
        (false, _) => Verdict::RuledOut,
        (true, false) => Verdict::AtRisk,
        (true, true) => Verdict::Eligible,
    };
    let score = score(&assessment, answers);
    Standing { assessment, verdict, ruled_out, at_risk, over_limit, score }
}

/// By what is missed or often missed, then by how much the client would have to accept, then by score.
pub(crate) fn in_order(standings: impl IntoIterator<Item = Standing>) -> Vec<Standing> {
    ordered(standings, |a, b| {
        a.tier()
            .cmp(&b.tier())
            .then_with(|| a.distance().total_cmp(&b.distance()))
            .then_with(|| b.score.total.value().total_cmp(&a.score.total.value()))
    })
}
