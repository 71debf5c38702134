//! Where each option wins: the decision made anew on a grid of two answers.

use serde::{Deserialize, Serialize};

use super::deciding::{Deciding, winner};
use crate::{
    advice::Advice,
    catalog::Catalog,
    options::{Hosting, OptionId},
    questionnaire::{Answers, Said},
    units::{Ratio, Requests, ordered},
};

/// Numbers of visits in a row.
const COLUMNS: usize = 15;
/// Visits reach from a thirtieth to thirty times those of today.
const SPAN: f64 = 30.0;
/// The fewest and the most that can be answered.
const FEWEST: f64 = 100.0;
const MOST: f64 = 1e8;
/// Shares of views that no cache may serve, in per cent: about twice as much from row to row.
const SHARES: [f64; 8] = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 40.0, 80.0];

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

/// Who is recommended at which visits and which share that no cache may serve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Regions {
    /// Visits a month, column by column.
    pub visits: Vec<f64>,
    /// Per cent, row by row.
    pub shares: Vec<f64>,
    /// Row by row.
    pub cells: Vec<Vec<Cell>>,
    /// Visits and per cent of the present answers.
    pub now: [f64; 2],
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
    /// Nothing looked at yet.
    pub fn new(advice: &Advice) -> Self {
        let demand = advice.workload.typical();
        let share = advice.workload.assumption(crate::questionnaire::DemandParameter::Uncacheable);
        let now = [demand.visits.value(), share.at(crate::workload::Case::Typical) * 100.0];
        let column = |at: usize| {
            let step = 2.0 * at as f64 / (COLUMNS - 1) as f64 - 1.0;
            (now[0] * libm::pow(SPAN, step)).clamp(FEWEST, MOST)
        };
        let visits: Vec<f64> = (0..COLUMNS).map(column).collect();
        let far = |[row, column]: &[usize; 2]| {
            let across = libm::log(visits[*column] / now[0]);
            let up = libm::log(SHARES[*row] / now[1].max(0.1));
            across * across + up * up
        };
        let places = (0..SHARES.len()).flat_map(|row| (0..COLUMNS).map(move |column| [row, column]));
        let left = ordered(places, |a, b| far(b).total_cmp(&far(a)));
        let cells = vec![vec![Cell::Open; COLUMNS]; SHARES.len()];
        Self {
            answers: advice.answers.clone(),
            catalog: advice.catalog.clone(),
            offered: advice.standings.iter().map(|standing| standing.assessment.hosting).collect(),
            left,
            deciding: None,
            regions: Regions { visits, shares: SHARES.to_vec(), cells, now },
        }
    }

    /// What was found so far.
    pub const fn regions(&self) -> &Regions {
        &self.regions
    }

    /// How much of it is done, 0 to 1.
    pub fn done(&self) -> f64 {
        let open = self.left.len() + usize::from(self.deciding.is_some());
        1.0 - open as f64 / (COLUMNS * SHARES.len()) as f64
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

    fn at(&self, [row, column]: [usize; 2]) -> Answers {
        Answers {
            visits: Said::Known(Requests::new(self.regions.visits[column])),
            uncacheable: Said::Known(Ratio::percent(SHARES[row])),
            ..self.answers.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{advice::advise, questionnaire::preset};

    #[test]
    fn the_place_of_todays_visits_has_the_option_that_is_recommended_there() {
        let catalog = Catalog::bundled();
        let answers =
            Answers { uncacheable: Said::Known(Ratio::percent(SHARES[3])), ..(preset("news").unwrap().answers)() };
        let advice = advise(&answers, &catalog);
        let mut mapping = Mapping::new(&advice);
        while mapping.regions().cells.iter().flatten().filter(|cell| **cell != Cell::Open).count() < 3 {
            assert!(mapping.step());
        }
        let best = winner(&advice.standings).map_or(Cell::None, Cell::Best);
        assert_eq!(mapping.regions().cells[3][COLUMNS / 2], best);
    }
}
