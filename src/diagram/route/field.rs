//! The grid lines are laid on: what is blocked, what is taken.

use super::{Direction, Obstacles, search::Found};
use crate::diagram::{card::GRID, geometry::Rect};

/// What is on one point of the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    /// A part or a title.
    pub(super) blocked: bool,
    /// A border runs along here, level or upright.
    pub(super) along: [bool; 2],
    /// How many borders lie between this point and the next to the right and below.
    pub(super) beyond: [u8; 2],
    /// How many lines pass level and upright.
    pub(super) passing: [u8; 2],
    /// How many lines turn or end here.
    pub(super) turning: u8,
}

/// The grid.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) columns: i32,
    pub(super) rows: i32,
    pub(super) spots: Vec<Spot>,
}

impl Field {
    pub(super) fn new(obstacles: &Obstacles) -> Self {
        let (columns, rows) = (obstacles.size.0 / GRID + 1, obstacles.size.1 / GRID + 1);
        let mut spots = vec![Spot::default(); usize::try_from(columns * rows).unwrap_or(0)];
        for row in 0..rows {
            for column in 0..columns {
                let (x, y) = (column * GRID, row * GRID);
                let on = |rect: &Rect| rect.x <= x && x <= rect.right() && rect.y <= y && y <= rect.bottom();
                let Some(spot) = usize::try_from(row * columns + column).ok().and_then(|at| spots.get_mut(at)) else {
                    continue;
                };
                spot.blocked = obstacles.nodes.iter().any(on) || obstacles.titles.iter().any(|rect| on(&rect.grown(3)));
                for rect in &obstacles.borders {
                    let inside = |x: i32, y: i32| rect.x < x && x < rect.right() && rect.y < y && y < rect.bottom();
                    spot.beyond[0] += u8::from(inside(x, y) != inside(x + GRID, y));
                    spot.beyond[1] += u8::from(inside(x, y) != inside(x, y + GRID));
                    let near = |a: i32, b: i32| (a - b).abs() < GRID;
                    spot.along[0] |=
                        (near(y, rect.y) || near(y, rect.bottom())) && rect.x - GRID < x && x < rect.right() + GRID;
                    spot.along[1] |=
                        (near(x, rect.x) || near(x, rect.right())) && rect.y - GRID < y && y < rect.bottom() + GRID;
                }
            }
        }
        Self { columns, rows, spots }
    }

    /// The index of a point, if it is on the grid.
    pub(super) fn index(&self, column: i32, row: i32) -> Option<usize> {
        if column < 0 || row < 0 || column >= self.columns || row >= self.rows {
            return None;
        }
        usize::try_from(row * self.columns + column).ok()
    }

    pub(super) fn lay(&mut self, found: Option<&Found>) {
        self.mark(found, |count| *count = count.saturating_add(1));
    }

    pub(super) fn take_up(&mut self, found: Option<&Found>) {
        self.mark(found, |count| *count = count.saturating_sub(1));
    }

    fn mark(&mut self, found: Option<&Found>, change: impl Fn(&mut u8)) {
        let Some(found) = found else { return };
        let last = found.cells.len().saturating_sub(1);
        for (at, (cell, into)) in found.cells.iter().enumerate() {
            let Some(spot) = self.spots.get_mut(*cell) else { continue };
            let out = found.cells.get(at + 1).map_or(*into, |(_, direction)| *direction);
            change(&mut spot.passing[usize::from(!into.level())]);
            if *into != out || at == 0 || at == last {
                change(&mut spot.turning);
            }
        }
    }

    /// What it costs to move from a point to the next in a direction; `None` if that is forbidden.
    pub(super) fn entering(&self, from: usize, cell: usize, direction: Direction, hard: bool) -> Option<u32> {
        let spot = self.spots.get(cell)?;
        if spot.blocked {
            return None;
        }
        let side = usize::from(!direction.level());
        let borders = self.spots.get(from.min(cell)).map_or(0, |spot| spot.beyond[side]);
        let mut cost = super::search::STEP + super::search::BORDER * u32::from(borders);
        if spot.along[side] {
            cost += super::search::ALONG;
        }
        if spot.passing[side] > 0 || spot.turning > 0 {
            if hard {
                return None;
            }
            cost += super::search::SHARED;
        }
        if spot.passing[1 - side] > 0 {
            cost += super::search::CROSSING;
        }
        Some(cost)
    }

    /// Whether a line may turn here.
    pub(super) fn turnable(&self, cell: usize) -> bool {
        self.spots.get(cell).is_some_and(|spot| spot.passing == [0, 0] && spot.turning == 0)
    }
}
