//! Where each option wins: the decision made anew on a grid of two answers.

use serde::{Deserialize, Serialize};

use super::deciding::{Deciding, winner};
use crate::{
    advice::Advice,
    catalog::Catalog,
    options::{Hosting, OptionId},
    questionnaire::{Answers, Input, NOT_SURE, QUESTIONS, Question, QuestionId, Touches, Unsure, UntilKnown, number},
    units::{ordered, text},
    workload::Case,
};

/// Numbers looked at across, and upwards.
const COLUMNS: usize = 15;
const ROWS: usize = 8;
/// Numbers reach from a thirtieth to thirty times the present one.
const SPAN: f64 = 30.0;
/// What is looked at of a percentage: about twice as much from one to the next.
const PERCENTAGES: [f64; 11] = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 320.0, 640.0];

/// What was found at one place.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Nobody has looked yet.
    Open,
    /// Nothing meets the must-haves.
    None,
    /// This option is recommended.
    Best(OptionId),
}

/// A question with the answers that are looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// The question.
    pub question: QuestionId,
    /// Each answer as its token, and in short as a person reads it.
    pub values: Vec<(String, String)>,
    /// Where the present answer stands among them: 0 for the first, 1.5 between the second and the third; none outside.
    pub now: Option<f64>,
}

/// Who is recommended at which of two answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Regions {
    /// The answers column by column.
    pub across: Axis,
    /// The answers row by row, upwards.
    pub upwards: Axis,
    /// Row by row.
    pub cells: Vec<Vec<Cell>>,
}

/// The questions a map may be drawn of: what may change and decides something.
pub fn mappable(answers: &Answers) -> impl Iterator<Item = &'static Question> {
    QUESTIONS.iter().filter(|asked| {
        let decides = match asked.touches {
            Touches::Demand | Touches::Architecture | Touches::Judgement => true,
            Touches::Money => asked.id == QuestionId::Rate,
            Touches::Comparison => false,
        };
        decides && !matches!(asked.id, QuestionId::Site | QuestionId::Region) && (asked.relevant)(answers)
    })
}

impl Axis {
    fn new(question: QuestionId, advice: &Advice, steps: usize) -> Self {
        let (asked, answers) = (question.question(), &advice.answers);
        let (values, now) = match asked.input {
            Input::Choice(choices) => {
                let choices = choices().into_iter().filter(|(token, _)| *token != NOT_SURE);
                let values: Vec<_> = choices.map(|(token, label)| (token.to_owned(), label.to_owned())).collect();
                let present = asked.read(answers);
                let now = values.iter().position(|(token, _)| *token == present);
                (values, now.map(|at| at as f64))
            }
            Input::Number { min, max, unit, example, .. } => {
                let present = present(asked, unit, advice);
                let usual = present.filter(|value| *value > 0.0).or_else(|| number::parse(example, unit));
                let middle = usual.unwrap_or(1.0).clamp(min, max);
                let numbers = if unit == "%" {
                    PERCENTAGES.into_iter().filter(|percent| (min..=max).contains(percent)).collect()
                } else {
                    spread(middle, min, max, steps)
                };
                let now = present.and_then(|value| place(&numbers, value));
                let shown = |value: &f64| (number::token(*value), format!("{} {unit}", text::short(*value)));
                (numbers.iter().map(shown).collect(), now)
            }
        };
        Self { question, values, now }
    }
}

/// The present answer to a question with a number: what was said, or what is counted with until it is known.
fn present(asked: &Question, unit: &str, advice: &Advice) -> Option<f64> {
    let typical = |of| advice.workload.assumption(of).at(Case::Typical);
    number::parse(&asked.read(&advice.answers), unit).or(match asked.unsure {
        Unsure::Offered(UntilKnown::Range { of, .. }) => Some(typical(of)),
        Unsure::Offered(UntilKnown::Percent { of }) => Some(typical(of) * 100.0),
        Unsure::Offered(UntilKnown::Peak | UntilKnown::Growth | UntilKnown::MediaGrowth | UntilKnown::Says(_))
        | Unsure::NotOffered => None,
    })
}

/// Numbers around one, by equal factors, as far as they can be answered.
fn spread(middle: f64, min: f64, max: f64, steps: usize) -> Vec<f64> {
    let half = (steps / 2) as i32;
    let at = |step: i32| {
        let value = middle * libm::pow(SPAN, f64::from(step) / f64::from(half));
        // The present answer stays what it is; the others are said as people say them.
        let said = if step == 0 { value } else { two_digits(value) };
        said.clamp(min, max)
    };
    // The end of the range may be reached early.
    let mut values: Vec<f64> = (-half..=(steps as i32 - 1 - half)).map(at).collect();
    values.dedup();
    values
}

/// A number to two significant digits.
fn two_digits(value: f64) -> f64 {
    let step = libm::pow(10.0, libm::floor(libm::log10(value)) - 1.0);
    number::tidy((value / step).round() * step)
}

/// Where a value stands among others, by equal factors: between their places. None beyond them.
fn place(values: &[f64], value: f64) -> Option<f64> {
    let same = |known: &f64| (value - known).abs() <= 1e-9 * known.abs();
    if let Some(at) = values.iter().position(same) {
        return Some(at as f64);
    }
    let at = values.windows(2).position(|pair| pair[0] > 0.0 && (pair[0]..=pair[1]).contains(&value))?;
    Some(at as f64 + libm::log(value / values[at]) / libm::log(values[at + 1] / values[at]))
}

/// A grid on its way.
pub struct Mapping {
    answers: Answers,
    catalog: Catalog,
    offered: Vec<&'static Hosting>,
    /// Row and column, the nearest to the present answers last.
    left: Vec<[usize; 2]>,
    deciding: Option<([usize; 2], Deciding)>,
    regions: Regions,
}

impl Mapping {
    /// What is usually mapped: visits across, and the share of page views that no cache may serve.
    pub const USUAL: [QuestionId; 2] = [QuestionId::Visits, QuestionId::Uncacheable];

    /// Nothing looked at yet, of a map of two answers: across and upwards.
    pub fn new(advice: &Advice, [across, upwards]: [QuestionId; 2]) -> Self {
        let (across, upwards) = (Axis::new(across, advice, COLUMNS), Axis::new(upwards, advice, ROWS));
        let from = |axis: &Axis, at: usize| {
            let middle = axis.values.len() as f64 / 2.0;
            at as f64 - axis.now.unwrap_or(middle)
        };
        let far = |[row, column]: &[usize; 2]| {
            let (right, up) = (from(&across, *column), from(&upwards, *row));
            right * right + up * up
        };
        let (rows, columns) = (upwards.values.len(), across.values.len());
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| [row, column]));
        let left = ordered(places, |a, b| far(b).total_cmp(&far(a)));
        Self {
            answers: advice.answers.clone(),
            catalog: advice.catalog.clone(),
            offered: advice.standings.iter().map(|standing| standing.assessment.hosting).collect(),
            left,
            deciding: None,
            regions: Regions { cells: vec![vec![Cell::Open; columns]; rows], across, upwards },
        }
    }

    /// What was found so far.
    pub const fn regions(&self) -> &Regions {
        &self.regions
    }

    /// How much of it is done, 0 to 1.
    pub fn done(&self) -> f64 {
        let open = self.left.len() + usize::from(self.deciding.is_some());
        let all = self.regions.across.values.len() * self.regions.upwards.values.len();
        1.0 - open as f64 / all.max(1) as f64
    }

    /// Goes on by one form of one place; whether there is more.
    pub fn step(&mut self) -> bool {
        let (place, mut deciding) = match self.deciding.take() {
            Some(known) => known,
            None => match self.left.pop() {
                Some(place) => (place, Deciding::new(self.at(place), &self.offered)),
                None => return false,
            },
        };
        match deciding.step(&self.catalog) {
            None => self.deciding = Some((place, deciding)),
            Some(standings) => {
                let [row, column] = place;
                self.regions.cells[row][column] = winner(&standings).map_or(Cell::None, Cell::Best);
            }
        }
        self.deciding.is_some() || !self.left.is_empty()
    }

    /// All of it.
    #[must_use]
    pub fn finished(mut self) -> Regions {
        while self.step() {}
        self.regions
    }

    fn at(&self, [row, column]: [usize; 2]) -> Answers {
        let Regions { across, upwards, .. } = &self.regions;
        let mut answers = self.answers.clone();
        for (axis, at) in [(across, column), (upwards, row)] {
            // Each value lies in the range of its question.
            if let Ok(changed) = axis.question.question().answer(&answers, &axis.values[at].0) {
                answers = changed;
            }
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::advise,
        questionnaire::{PRESETS, Said, preset},
        units::Ratio,
    };

    #[test]
    fn the_place_of_todays_visits_has_the_option_that_is_recommended_there() {
        let answers = Answers { uncacheable: Said::Known(Ratio::percent(5.0)), ..(preset("news").unwrap().answers)() };
        let advice = advise(&answers, &Catalog::bundled());
        let mut mapping = Mapping::new(&advice, Mapping::USUAL);
        assert_eq!((mapping.regions().across.now, mapping.regions().upwards.now), (Some(7.0), Some(3.0)));
        while mapping.regions().cells.iter().flatten().filter(|cell| **cell != Cell::Open).count() < 3 {
            assert!(mapping.step());
        }
        let best = winner(&advice.standings).map_or(Cell::None, Cell::Best);
        assert_eq!(mapping.regions().cells[3][COLUMNS / 2], best);
    }

    /// Every answer that stands at an axis is taken by its question, and the present one stands where it belongs.
    #[test]
    fn every_question_that_may_be_mapped_takes_the_answers_of_its_axis() {
        let catalog = Catalog::bundled();
        for preset in PRESETS {
            let advice = advise(&(preset.answers)(), &catalog);
            for asked in mappable(&advice.answers) {
                let axis = Axis::new(asked.id, &advice, COLUMNS);
                assert!(axis.values.len() >= 2, "{}: {}", preset.id, asked.id);
                for (token, _) in &axis.values {
                    let changed = asked.answer(&advice.answers, token);
                    assert!(changed.is_ok(), "{}: {} {token}", preset.id, asked.id);
                }
                if let Some(now) = axis.now {
                    assert!((0.0..=axis.values.len() as f64 - 1.0).contains(&now), "{}: {}", preset.id, asked.id);
                }
            }
        }
    }

    #[test]
    fn numbers_around_the_present_answer_are_round_and_stay_in_range() {
        let visits = spread(123_457.0, 100.0, 1e8, 5);
        assert_eq!(visits, [4_100.0, 23_000.0, 123_457.0, 680_000.0, 3_700_000.0]);
        assert_eq!(spread(2.0, 1.0, 50.0, 5), [1.0, 2.0, 11.0, 50.0]);
        assert_eq!(spread(0.5, 0.0, 5_000.0, 3), [0.017, 0.5, 15.0]);
    }

    #[test]
    fn a_value_stands_between_those_it_lies_between() {
        let values = [1.0, 10.0, 100.0];
        assert_eq!(place(&values, 1.0), Some(0.0));
        assert!((place(&values, 31.622_776_601_683_793).unwrap() - 1.5).abs() < 1e-9);
        assert_eq!((place(&values, 1_000.0), place(&values, 0.0), place(&[], 1.0)), (None, None, None));
    }
}
