//! Lines at right angles from part to part that keep clear of everything else.
//!
//! A line is searched on a grid for the least of length, bends and crossings (`search`), over what the other lines left
//! free (`field`). The first line laid does not know the last, so each is taken up and laid again, with all others in
//! place, until nothing gets better: the method of Wybrow, Marriott and Stuckey (Orthogonal Connector Routing, 2009)
//! on a grid instead of a visibility graph.

mod field;
mod search;

use field::Field;
use search::Search;

use super::geometry::{Point, Rect};
use crate::{architecture::Path, units::ordered};

/// A place at which a line may begin or end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Port {
    /// On the grid.
    pub(super) at: Point,
    /// On the border of the part: the same, unless the border lies between two lines of the grid.
    pub(super) border: Point,
    /// Away from the part.
    pub(super) outward: Direction,
    /// How little it is liked.
    pub(super) cost: u32,
}

/// A direction on the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Right,
    Down,
    Left,
    Up,
}

impl Direction {
    pub(super) const ALL: [Self; 4] = [Self::Right, Self::Down, Self::Left, Self::Up];

    pub(super) const fn step(self) -> (i32, i32) {
        match self {
            Self::Right => (1, 0),
            Self::Down => (0, 1),
            Self::Left => (-1, 0),
            Self::Up => (0, -1),
        }
    }

    pub(super) const fn level(self) -> bool {
        matches!(self, Self::Right | Self::Left)
    }

    pub(super) const fn opposite(self) -> Self {
        match self {
            Self::Right => Self::Left,
            Self::Down => Self::Up,
            Self::Left => Self::Right,
            Self::Up => Self::Down,
        }
    }
}

/// A line to be laid.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) from: Vec<Port>,
    pub(super) to: Vec<Port>,
    pub(super) path: Path,
}

/// What lines have to keep clear of.
#[derive(Clone, Debug)]
pub(super) struct Obstacles {
    pub(super) size: (i32, i32),
    pub(super) nodes: Vec<Rect>,
    pub(super) titles: Vec<Rect>,
    pub(super) borders: Vec<Rect>,
}

/// How often everything is taken up and laid again at most.
const ROUNDS: usize = 6;

/// The lines, in the order of the requests, each from border to border.
pub(super) fn route(requests: &[Request], obstacles: &Obstacles) -> Vec<Vec<Point>> {
    let mut field = Field::new(obstacles);
    let mut search = Search::new(&field);
    // Short lines first: they have the least choice.
    let order = ordered(0..requests.len(), |a, b| least(&requests[*a]).cmp(&least(&requests[*b])));
    let mut laid: Vec<Option<search::Found>> = vec![None; requests.len()];
    for at in &order {
        laid[*at] = search.find(&requests[*at], &field);
        field.lay(laid[*at].as_ref());
    }
    // How many lines had changed when each was last laid: while nothing changes, nothing gets better.
    let mut changes = 1_usize;
    let mut tried = vec![0_usize; requests.len()];
    for _ in 0..ROUNDS {
        for at in &order {
            let straight = laid[*at].as_ref().is_some_and(|found| found.is_straight(&field));
            if straight || tried[*at] == changes {
                continue;
            }
            field.take_up(laid[*at].as_ref());
            let before = laid[*at].as_ref().map(|found| search::cost_of(found, &field, &requests[*at]));
            let again = search.find(&requests[*at], &field);
            if let Some(found) = again
                && before.is_none_or(|before| found.cost < before)
            {
                laid[*at] = Some(found);
                changes += 1;
            }
            tried[*at] = changes;
            field.lay(laid[*at].as_ref());
        }
    }
    laid.iter().map(|found| found.as_ref().map_or_else(Vec::new, search::Found::points)).collect()
}

/// How far apart the nearest ports of a request are.
fn least(request: &Request) -> i32 {
    let pairs = request.from.iter().flat_map(|from| request.to.iter().map(move |to| (from.at, to.at)));
    pairs.map(|(a, b)| (a.x - b.x).abs() + (a.y - b.y).abs()).min().unwrap_or(0)
}
