//! The smallest changes of one answer that bring another option to the front, found on the whole model.

use std::collections::VecDeque;

use crate::{
    advice::{Advice, advise},
    catalog::Catalog,
    decision::{Standing, Verdict},
    options::OptionId,
    questionnaire::{Answers, Input, NOT_SURE, QUESTIONS, Question, QuestionId, Touches, number},
    units::ordered,
};

/// Values looked at in a decade; what lies between two of them may be missed.
const STEPS_A_DECADE: u32 = 24;
/// How far answers are changed: a hundredth to a hundred times. Nobody is helped by what happens further away.
const DECADES: u32 = 2;
/// One step on a scale without numbers counts as much as half as much again: the convention of the must-haves.
const CHOICE: f64 = 0.405_465_108_108_164_4;

/// A change of one answer after which another option comes first.
#[derive(Clone, Debug, PartialEq)]
pub struct TurningPoint {
    /// The question.
    pub question: QuestionId,
    /// The answer that does it, as links and files write it.
    pub answer: String,
    /// The same as a person reads it.
    pub shown: String,
    /// The present answer as a person reads it.
    pub now: String,
    /// The option that overtakes.
    pub overtakes: OptionId,
    /// What happens to the option that was first, as a sentence without a full stop.
    pub because: String,
    /// How large the change is: the logarithm of the factor.
    pub distance: f64,
}

/// One value to be tried.
#[derive(Clone)]
struct Trial {
    question: &'static Question,
    /// The answer as its token, and for numbers the one before it on the way from the present answer.
    answer: String,
    before: Option<f64>,
    value: Option<f64>,
    distance: f64,
}

/// The search for turning points: it can be asked to go on as long as there is time for.
pub struct TurningPoints {
    answers: Answers,
    catalog: Catalog,
    first: Option<OptionId>,
    trials: VecDeque<Trial>,
    tried: usize,
    found: Vec<TurningPoint>,
}

/// The most turning points that are told.
const MOST: usize = 3;

impl TurningPoints {
    /// Nothing tried yet.
    pub fn new(advice: &Advice) -> Self {
        let answers = &advice.answers;
        let asked = QUESTIONS.iter().filter(|asked| (asked.relevant)(answers) && decides(asked));
        let trials = ordered(asked.flat_map(|asked| trials(asked, answers)), |a: &Trial, b: &Trial| {
            a.distance.total_cmp(&b.distance)
        });
        Self {
            answers: answers.clone(),
            catalog: advice.catalog.clone(),
            first: winner(advice),
            trials: trials.into(),
            tried: 0,
            found: Vec::new(),
        }
    }

    /// Tries the next values; whether there is more to try.
    pub fn run(&mut self, trials: usize) -> bool {
        for _ in 0..trials {
            if self.found.len() >= MOST {
                self.trials.clear();
            }
            let Some(trial) = self.trials.pop_front() else { return false };
            self.tried += 1;
            if let Some(point) = self.attempt(&trial) {
                // What lies further away in the same question is of no interest.
                self.trials.retain(|other| other.question.id != trial.question.id);
                self.found.push(point);
            }
        }
        !self.trials.is_empty() && self.found.len() < MOST
    }

    /// Those found so far, the nearest first.
    pub fn found(&self) -> &[TurningPoint] {
        &self.found
    }

    /// How many values were tried.
    pub const fn tried(&self) -> usize {
        self.tried
    }

    fn attempt(&self, trial: &Trial) -> Option<TurningPoint> {
        let (mut answers, mut advice) = self.turned(trial.question, &trial.answer)?;
        let mut distance = trial.distance;
        if let (Some(before), Some(value)) = (trial.before, trial.value) {
            // The order is known to turn between these two; each halving makes a 24th of a decade finer.
            let (mut keeps, mut turns) = (before, value);
            while (turns / keeps).max(keeps / turns) > 1.01 {
                let middle = (keeps * turns).sqrt();
                match self.turned(trial.question, &number::token(middle)) {
                    Some(turned) => {
                        (answers, advice) = turned;
                        turns = middle;
                    }
                    None => keeps = middle,
                }
            }
            distance -= libm::log((turns / value).max(value / turns));
        }
        Some(TurningPoint {
            question: trial.question.id,
            answer: trial.question.read(&answers),
            shown: trial.question.spoken(&answers),
            now: trial.question.spoken(&self.answers),
            overtakes: winner(&advice)?,
            because: self.because(&advice),
            distance,
        })
    }

    /// The answers and the advice with one answer changed, where another option then comes first.
    fn turned(&self, asked: &Question, answer: &str) -> Option<(Answers, Advice)> {
        let answers = asked.answer(&self.answers, answer).ok()?;
        let advice = advise(&answers, &self.catalog);
        (winner(&advice) != self.first).then_some((answers, advice))
    }

    /// What became of the option that was first.
    fn because(&self, advice: &Advice) -> String {
        let of =
            |id: Option<OptionId>| advice.standings.iter().find(|standing| Some(standing.assessment.hosting.id) == id);
        let (Some(was), Some(now)) = (of(self.first), of(winner(advice))) else { return String::new() };
        match (was.ruled_out.first(), was.at_risk.first()) {
            (Some(missed), _) => format!("{}: {}", was.assessment.hosting.name, missed.because),
            (None, Some(risk)) if now.at_risk.is_empty() => {
                format!("{}: {}", was.assessment.hosting.name, risk.because)
            }
            (None, _) => ahead(now, was),
        }
    }
}

/// On what an option is furthest ahead of another.
fn ahead(first: &Standing, second: &Standing) -> String {
    let leads = first.score.contributions.iter().zip(&second.score.contributions);
    let most = leads.max_by(|a, b| (a.0.points - a.1.points).value().total_cmp(&(b.0.points - b.1.points).value()));
    most.map_or_else(String::new, |(ours, theirs)| {
        format!(
            "{} then comes to {} against {}",
            crate::questionnaire::ClosedSet::label(ours.criterion).to_ascii_lowercase(),
            ours.performance.shown,
            theirs.performance.shown
        )
    })
}

/// The option that comes first; none where nothing meets the must-haves.
fn winner(advice: &Advice) -> Option<OptionId> {
    let first = advice.standings.first()?;
    (first.verdict != Verdict::RuledOut).then_some(first.assessment.hosting.id)
}

/// Whether a question is about the site and the client, and not about how money is counted.
const fn decides(asked: &Question) -> bool {
    match asked.touches {
        Touches::Demand | Touches::Architecture | Touches::Judgement => true,
        Touches::Money | Touches::Comparison => false,
    }
}

/// All values of a question that are tried, from the present answer outwards.
fn trials(asked: &'static Question, answers: &Answers) -> Vec<Trial> {
    let now = asked.read(answers);
    match asked.input {
        Input::Choice(choices) => {
            let choices = choices();
            let Some(place) = choices.iter().position(|(token, _)| *token == now) else { return Vec::new() };
            let beside = [place.checked_sub(1), Some(place + 1)].into_iter().flatten();
            let beside = beside.filter_map(|place| choices.get(place)).filter(|(token, _)| *token != NOT_SURE);
            beside
                .map(|(token, _)| Trial {
                    question: asked,
                    answer: (*token).to_owned(),
                    before: None,
                    value: None,
                    distance: CHOICE,
                })
                .collect()
        }
        Input::Number { min, max, unit, .. } => {
            let Some(present) = number::parse(&now, unit).filter(|present| *present > 0.0) else { return Vec::new() };
            let at = |step: i32| present * libm::pow(10.0, f64::from(step) / f64::from(STEPS_A_DECADE));
            let steps = 1..=(DECADES * STEPS_A_DECADE) as i32;
            steps
                .flat_map(|step| [step, -step])
                .map(|step| (at(step - step.signum()), at(step), step))
                .filter(|(_, value, _)| (min..=max).contains(value))
                .map(|(before, value, step)| Trial {
                    question: asked,
                    answer: number::token(value),
                    before: Some(before),
                    value: Some(value),
                    distance: f64::from(step.abs()) * std::f64::consts::LN_10 / f64::from(STEPS_A_DECADE),
                })
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::preset;

    /// Each answer found does what is said of it, and a per cent nearer it does not.
    #[test]
    fn the_answers_found_turn_the_order_and_nearer_ones_do_not() {
        let catalog = Catalog::bundled();
        let answers = (preset("brochure").unwrap().answers)();
        let advice = advise(&answers, &catalog);
        let mut points = TurningPoints::new(&advice);
        while points.run(100) {}
        assert!(!points.found().is_empty());
        for point in points.found() {
            let asked = point.question.question();
            let turned = advise(&asked.answer(&answers, &point.answer).unwrap(), &catalog);
            assert_eq!(winner(&turned), Some(point.overtakes), "{}", point.question);
            if let Some(value) = number::parse(&point.answer, "") {
                let now = number::parse(&asked.read(&answers), "").unwrap();
                let nearer = if value > now { value / 1.02 } else { value * 1.02 };
                let nearer = advise(&asked.answer(&answers, &number::token(nearer)).unwrap(), &catalog);
                assert_eq!(winner(&nearer), winner(&advice), "{}", point.question);
            }
        }
        let distances: Vec<f64> = points.found().iter().map(|point| point.distance).collect();
        assert!(distances.windows(2).all(|pair| pair[0] <= pair[1] + std::f64::consts::LN_10 / 24.0), "{distances:?}");
    }
}
