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
    /// A border runs so near that a line here would hide it.
    pub(super) upon: [bool; 2],
    /// How many borders lie between this point and the next to the right and below.
    pub(super) beyond: [u8; 2],
    /// How many lines pass level and upright.
    pub(super) passing: [u8; 2],
    /// How many lines turn or end here.
    pub(super) turning: u8,
}

/// How near a line hides a border.
const HIDING: i32 = 2;
/// What lines keep from titles.
const TITLE_CLEARANCE: i32 = 3;

/// The last step of the grid before a border.
const fn before(at: i32) -> i32 {
    (at - 1).div_euclid(GRID) * GRID
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
        let spots = vec![Spot::default(); usize::try_from(columns * rows).unwrap_or(0)];
        let mut field = Self { columns, rows, spots };
        for rect in &obstacles.nodes {
            field.each(rect, |spot| spot.blocked = true);
        }
        for rect in &obstacles.titles {
            field.each(&rect.grown(TITLE_CLEARANCE), |spot| spot.blocked = true);
        }
        for rect in &obstacles.borders {
            field.border(rect);
        }
        field
    }

    /// Marks where lines would run along a border, and where they would cross it.
    fn border(&mut self, rect: &Rect) {
        let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
        let near = GRID - 1;
        for y in [top, bottom] {
            let along = Rect::between(left - near, y - near, right + near, y + near);
            self.each(&along, |spot| spot.along[0] = true);
            let upon = Rect::between(left - near, y - HIDING, right + near, y + HIDING);
            self.each(&upon, |spot| spot.upon[0] = true);
            let last = Rect::between(left + 1, before(y), right - 1, before(y));
            self.each(&last, |spot| spot.beyond[1] += 1);
        }
        for x in [left, right] {
            let along = Rect::between(x - near, top - near, x + near, bottom + near);
            self.each(&along, |spot| spot.along[1] = true);
            let upon = Rect::between(x - HIDING, top - near, x + HIDING, bottom + near);
            self.each(&upon, |spot| spot.upon[1] = true);
            let last = Rect::between(before(x), top + 1, before(x), bottom - 1);
            self.each(&last, |spot| spot.beyond[0] += 1);
        }
    }

    /// Does something to every point in a rectangle, its edge included.
    fn each(&mut self, rect: &Rect, change: impl Fn(&mut Spot)) {
        let first = |at: i32| at.max(0).div_euclid(GRID) + i32::from(at.max(0).rem_euclid(GRID) > 0);
        let last = |at: i32, count: i32| at.div_euclid(GRID).min(count - 1);
        for row in first(rect.y)..=last(rect.bottom(), self.rows) {
            for column in first(rect.x)..=last(rect.right(), self.columns) {
                if let Some(spot) = self.index(column, row).and_then(|at| self.spots.get_mut(at)) {
                    change(spot);
                }
            }
        }
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
        if spot.upon[side] {
            cost += super::search::UPON;
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
