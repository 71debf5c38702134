//! The smallest changes of one answer that bring another option to the front, found on the whole model.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::deciding::{Deciding, winner};
use crate::{
    advice::Advice,
    catalog::Catalog,
    decision::Standing,
    options::{Hosting, OptionId},
    questionnaire::{Answers, ClosedSet, Input, NOT_SURE, QUESTIONS, Question, QuestionId, Touches, number},
    units::ordered,
};

/// Values looked at in a decade; what lies between two of them may be missed.
const STEPS_A_DECADE: u32 = 12;
/// How far answers are changed: a hundredth to a hundred times. Nobody is helped by what happens further away.
const DECADES: u32 = 2;
/// One step on a scale without numbers counts as much as half as much again: the convention of the must-haves.
const CHOICE: f64 = 0.405_465_108_108_164_4;
/// The most turning points that are told.
const MOST: usize = 3;
/// A number is found to within this factor.
const CLOSE: f64 = 1.01;

/// A change of one answer after which another option comes first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TurningPoint {
    /// The question.
    pub question: QuestionId,
    /// The answer that does it, as links and files write it.
    pub answer: String,
    /// The same as a person reads it.
    pub shown: String,
    /// The present answer as a person reads it.
    pub now: String,
    /// The option that overtakes; none where nothing meets the must-haves any more.
    pub overtakes: Option<OptionId>,
    /// What happens to the option that was first, as a sentence without a full stop.
    pub because: String,
    /// How large the change is: the logarithm of the factor.
    pub distance: f64,
}

/// The turning points found so far, the nearest first, and how much was tried.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Turning {
    /// Those found.
    pub found: Vec<TurningPoint>,
    /// How many values were tried.
    pub tried: usize,
    /// How many there are to try.
    pub of: usize,
}

/// One value to be tried.
#[derive(Clone)]
struct Trial {
    question: &'static Question,
    /// The answer as its token.
    answer: String,
    /// For numbers the value, and the one before it on the way from the present answer.
    numbers: Option<[f64; 2]>,
    distance: f64,
}

/// A value at which another option comes first.
struct Turned {
    answers: Answers,
    standings: Vec<Standing>,
}

/// What the answers that are being decided on are for.
enum Stage {
    /// Does the order turn at all?
    Scan,
    /// It turns between these two: where?
    Between { keeps: f64, turns: f64, turned: Turned },
    /// It turns at a number nobody would say: does it also at one of these, the roundest last?
    Rounded { middle: f64, left: Vec<f64>, turned: Turned },
}

/// Answers that are being decided on.
struct Attempt {
    trial: Trial,
    stage: Stage,
    deciding: Deciding,
}

/// The search for turning points: it can be asked to go on as long as there is time for.
pub struct TurningPoints {
    answers: Answers,
    catalog: Catalog,
    offered: Vec<&'static Hosting>,
    first: Option<OptionId>,
    trials: VecDeque<Trial>,
    attempt: Option<Attempt>,
    turning: Turning,
}

impl TurningPoints {
    /// Nothing tried yet.
    pub fn new(advice: &Advice) -> Self {
        let answers = &advice.answers;
        let asked = QUESTIONS.iter().filter(|asked| (asked.relevant)(answers) && may_change(asked));
        let trials = ordered(asked.flat_map(|asked| trials(asked, answers)), |a: &Trial, b: &Trial| {
            a.distance.total_cmp(&b.distance)
        });
        Self {
            answers: answers.clone(),
            catalog: advice.catalog.clone(),
            offered: advice.standings.iter().map(|standing| standing.assessment.hosting).collect(),
            first: winner(&advice.standings),
            turning: Turning { of: trials.len(), ..Turning::default() },
            trials: trials.into(),
            attempt: None,
        }
    }

    /// What was found so far.
    pub const fn turning(&self) -> &Turning {
        &self.turning
    }

    /// How much of it is done, 0 to 1.
    pub fn done(&self) -> f64 {
        if self.attempt.is_none() && self.trials.is_empty() {
            return 1.0;
        }
        (self.turning.tried as f64 - 1.0).max(0.0) / self.turning.of.max(1) as f64
    }

    /// Goes on by one form of one value; whether there is more to try.
    pub fn step(&mut self) -> bool {
        let Some(mut attempt) = self.attempt.take().or_else(|| self.next()) else { return false };
        let Some(standings) = attempt.deciding.step(&self.catalog) else {
            self.attempt = Some(attempt);
            return true;
        };
        let turned =
            (winner(&standings) != self.first).then(|| Turned { answers: attempt.deciding.answers.clone(), standings });
        self.attempt = self.decided(attempt.trial, attempt.stage, turned);
        self.attempt.is_some() || !self.trials.is_empty()
    }

    /// All of it.
    #[must_use]
    pub fn finished(mut self) -> Turning {
        while self.step() {}
        self.turning
    }

    fn next(&mut self) -> Option<Attempt> {
        if self.turning.found.len() >= MOST {
            self.trials.clear();
        }
        let trial = self.trials.pop_front()?;
        self.turning.tried = self.turning.of - self.trials.len();
        let answer = trial.answer.clone();
        self.attempt(trial, Stage::Scan, &answer).or_else(|| self.next())
    }

    fn attempt(&self, trial: Trial, stage: Stage, answer: &str) -> Option<Attempt> {
        let answers = trial.question.answer(&self.answers, answer).ok()?;
        Some(Attempt { trial, stage, deciding: Deciding::new(answers, &self.offered) })
    }

    /// What to try after a decision, if anything.
    fn decided(&mut self, trial: Trial, stage: Stage, turned: Option<Turned>) -> Option<Attempt> {
        let (keeps, turns, turned) = match (stage, turned) {
            (Stage::Scan, None) => return None,
            (Stage::Scan, Some(turned)) => match trial.numbers {
                Some([value, before]) => (before, value, turned),
                None => return self.found(&trial, trial.distance, turned),
            },
            (Stage::Between { keeps, turns, .. }, Some(turned)) => (keeps, libm::sqrt(keeps * turns), turned),
            (Stage::Between { keeps, turns, turned }, None) => (libm::sqrt(keeps * turns), turns, turned),
            (Stage::Rounded { middle, mut left, turned }, new) => {
                let (middle, turned) = match (left.pop(), new) {
                    (Some(round), Some(turned)) => (round, turned),
                    (_, _) if !left.is_empty() => {
                        let answer = number::token(left[left.len() - 1]);
                        return self.attempt(trial, Stage::Rounded { middle, left, turned }, &answer);
                    }
                    (_, _) => (middle, turned),
                };
                let now = trial.numbers.map_or(0.0, |[value, _]| libm::log((middle / value).max(value / middle)));
                return self.found(&trial, (trial.distance - now).abs(), turned);
            }
        };
        if (turns / keeps).max(keeps / turns) > CLOSE {
            let answer = number::token(libm::sqrt(keeps * turns));
            return self.attempt(trial, Stage::Between { keeps, turns, turned }, &answer);
        }
        let left = vec![rounded(turns, keeps, 3), rounded(turns, keeps, 2)];
        let answer = number::token(left[1]);
        self.attempt(trial, Stage::Rounded { middle: turns, left, turned }, &answer)
    }

    fn found(&mut self, trial: &Trial, distance: f64, turned: Turned) -> Option<Attempt> {
        self.turning.found.push(TurningPoint {
            question: trial.question.id,
            answer: trial.question.read(&turned.answers),
            shown: trial.question.spoken(&turned.answers),
            now: trial.question.spoken(&self.answers),
            overtakes: winner(&turned.standings),
            because: self.because(&turned.standings),
            distance,
        });
        // What lies further away in the same question is of no interest.
        self.trials.retain(|other| other.question.id != trial.question.id);
        None
    }

    /// What became of the option that was first.
    fn because(&self, standings: &[Standing]) -> String {
        let of = |id: Option<OptionId>| standings.iter().find(|standing| Some(standing.assessment.hosting.id) == id);
        let (was, now) = (of(self.first), of(winner(standings)));
        match (was, now) {
            (None, Some(now)) => format!("{} then meets every must-have", now.assessment.hosting.name),
            (None, None) => String::new(),
            (Some(was), now) => match (was.ruled_out.first(), was.at_risk.first(), now) {
                (Some(missed), _, _) => format!("{}: {}", was.assessment.hosting.name, missed.because),
                (None, Some(risk), Some(now)) if now.at_risk.is_empty() => {
                    format!("{}: {}", was.assessment.hosting.name, risk.because)
                }
                (None, _, Some(now)) => ahead(now, was),
                (None, _, None) => String::new(),
            },
        }
    }
}

/// A number with so few digits, on the side of the one that turns the order.
fn rounded(turns: f64, keeps: f64, digits: i32) -> f64 {
    let step = libm::pow(10.0, libm::floor(libm::log10(turns)) + 1.0 - f64::from(digits));
    let steps = if turns > keeps { libm::ceil(turns / step - 1e-9) } else { libm::floor(turns / step + 1e-9) };
    if step < 1.0 { steps / libm::round(1.0 / step) } else { steps * step }
}

/// On what an option is furthest ahead of another.
fn ahead(first: &Standing, second: &Standing) -> String {
    let leads = first.score.contributions.iter().zip(&second.score.contributions);
    let most = leads.max_by(|a, b| (a.0.points - a.1.points).value().total_cmp(&(b.0.points - b.1.points).value()));
    most.map_or_else(String::new, |(ours, theirs)| {
        format!(
            "{} then comes to {} against {}",
            ours.criterion.label().to_ascii_lowercase(),
            ours.performance.shown,
            theirs.performance.shown
        )
    })
}

/// Whether a question is about what may change: what the site is and where it stands may not, and how money is counted
/// decides nothing.
const fn may_change(asked: &Question) -> bool {
    match asked.touches {
        Touches::Demand | Touches::Architecture | Touches::Judgement => {
            !matches!(asked.id, QuestionId::Site | QuestionId::Region)
        }
        Touches::Money | Touches::Comparison => false,
    }
}

/// All values of a question that are tried, from the present answer outwards.
fn trials(asked: &'static Question, answers: &Answers) -> Vec<Trial> {
    let now = asked.read(answers);
    match asked.input {
        Input::Choice(choices) => {
            let choices = choices();
            let near = |place: usize| match choices.iter().position(|(token, _)| *token == now) {
                // Nobody knows where it stands: any answer is a step away.
                None => true,
                Some(_) if now == NOT_SURE => true,
                Some(present) => present.abs_diff(place) == 1,
            };
            let tokens = choices.iter().enumerate().filter(|(place, _)| near(*place)).map(|(_, (token, _))| *token);
            tokens
                .filter(|token| *token != NOT_SURE)
                .map(|token| Trial { question: asked, answer: token.to_owned(), numbers: None, distance: CHOICE })
                .collect()
        }
        Input::Number { min, max, unit, .. } => {
            let Some(present) = number::parse(&now, unit).filter(|present| *present > 0.0) else { return Vec::new() };
            let at = |step: i32| present * libm::pow(10.0, f64::from(step) / f64::from(STEPS_A_DECADE));
            let steps = 1..=(DECADES * STEPS_A_DECADE) as i32;
            steps
                .flat_map(|step| [step, -step])
                .map(|step| ([at(step), at(step - step.signum())], step))
                .filter(|([value, _], _)| (min..=max).contains(value))
                .map(|(numbers, step)| Trial {
                    question: asked,
                    answer: number::token(numbers[0]),
                    numbers: Some(numbers),
                    distance: f64::from(step.abs()) * std::f64::consts::LN_10 / f64::from(STEPS_A_DECADE),
                })
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{advice::advise, options::OPTIONS, questionnaire::preset};

    /// Each answer found does what is said of it, and a number a tenth nearer does not.
    #[test]
    fn the_answers_found_turn_the_order_and_nearer_ones_do_not() {
        let catalog = Catalog::bundled();
        let answers = (preset("brochure").unwrap().answers)();
        let advice = advise(&answers, &catalog);
        let turning = TurningPoints::new(&advice).finished();
        assert!(!turning.found.is_empty() && turning.tried <= turning.of);
        for point in &turning.found {
            let asked = point.question.question();
            let at = |answer: &str| {
                let answers = asked.answer(&answers, answer).unwrap();
                winner(&Deciding::decided(answers, &OPTIONS, &catalog))
            };
            assert_eq!(at(&point.answer), point.overtakes, "{}", point.question);
            if let Some(value) = number::parse(&point.answer, "") {
                let now = number::parse(&asked.read(&answers), "").unwrap();
                let nearer = if value > now { value / 1.12 } else { value * 1.12 };
                assert_eq!(at(&number::token(nearer)), winner(&advice.standings), "{}", point.question);
            }
        }
        let distances: Vec<f64> = turning.found.iter().map(|point| point.distance).collect();
        assert!(distances.windows(2).all(|pair| pair[0] <= pair[1] + std::f64::consts::LN_10 / 12.0), "{distances:?}");
    }

    #[test]
    fn numbers_are_said_as_people_say_them_and_on_the_far_side() {
        assert_eq!(rounded(308_213.0, 305_000.0, 2), 310_000.0);
        assert_eq!(rounded(308_213.0, 309_900.0, 2), 300_000.0);
        assert_eq!(rounded(3.9806, 4.01, 2), 3.9);
        assert_eq!(rounded(12.347, 12.46, 3), 12.3);
        assert_eq!(rounded(0.0351, 0.034, 2), 0.036);
    }
}
