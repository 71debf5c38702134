//! The cheapest way from one set of ports to another: A* over place and direction.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{Direction, Port, Request, field::Field};
use crate::{
    architecture::Path,
    diagram::{card::GRID, geometry::Point},
};

/// One step along the grid. The proportions of step, bend and crossing follow what readers of diagrams mind most:
/// crossings by far, then bends (Purchase, Which Aesthetic Has the Greatest Effect on Human Understanding?, 1997).
pub(super) const STEP: u32 = 10;
/// A bend.
const BEND: u32 = 60;
/// A crossing with another line.
pub(super) const CROSSING: u32 = 450;
/// A step along the border of a group.
pub(super) const ALONG: u32 = 1;
/// A step that hides the border of a group.
pub(super) const UPON: u32 = 30;
/// The border of a group: lines do not pass through groups they have no business in.
pub(super) const BORDER: u32 = 50;
/// A step on another line: only where there is no other way at all.
pub(super) const SHARED: u32 = 3000;
/// A step against the way a picture reads, for a reader's request.
const BACKWARD: u32 = 15;

/// A way that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The points of the grid, each with the direction in which it was entered.
    pub(super) cells: Vec<(usize, Direction)>,
    pub(super) cost: u32,
    columns: i32,
    ends: [Point; 2],
}

impl Found {
    /// Whether it neither bends nor crosses another line: it could hardly be better.
    pub(super) fn is_straight(&self, field: &Field) -> bool {
        self.cells.windows(2).all(|pair| pair[0].1 == pair[1].1)
            && self.cells.iter().all(|(cell, into)| {
                field.spots.get(*cell).is_some_and(|spot| spot.passing[usize::from(into.level())] == 0)
            })
    }

    /// The corners, from border to border.
    pub(super) fn points(&self) -> Vec<Point> {
        let at = |cell: usize| {
            let cell = i32::try_from(cell).unwrap_or(0);
            Point { x: cell % self.columns * GRID, y: cell / self.columns * GRID }
        };
        let inner = self.cells.iter().map(|(cell, _)| at(*cell));
        let mut points: Vec<Point> = Vec::new();
        for point in std::iter::once(self.ends[0]).chain(inner).chain(std::iter::once(self.ends[1])) {
            if points.last() == Some(&point) {
                continue;
            }
            if let [.., a, b] = points.as_slice()
                && ((a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y))
            {
                points.pop();
            }
            points.push(point);
        }
        points
    }
}

/// The memory of a search, kept from one to the next.
pub(super) struct Search {
    /// The least cost at which a state was reached, and in which search: older figures do not count.
    best: Vec<(u32, u32)>,
    search: u32,
    from: Vec<u32>,
    heap: BinaryHeap<Reverse<(u32, u32, u32)>>,
    /// Which target port lies at a point, counted from 1.
    target: Vec<u16>,
}

const NOWHERE: u32 = u32::MAX;

impl Search {
    pub(super) fn new(field: &Field) -> Self {
        let states = field.spots.len() * 4;
        Self {
            best: vec![(0, u32::MAX); states],
            search: 0,
            from: vec![NOWHERE; states],
            heap: BinaryHeap::new(),
            target: vec![0; field.spots.len()],
        }
    }

    /// The cheapest way that shares nothing with other lines; failing that, one that shares as little as possible.
    pub(super) fn find(&mut self, request: &Request, field: &Field) -> Option<Found> {
        self.search(request, field, true).or_else(|| self.search(request, field, false))
    }

    fn search(&mut self, request: &Request, field: &Field, hard: bool) -> Option<Found> {
        self.search += 1;
        self.heap.clear();
        let cell_of = |port: &Port| field.index(port.at.x / GRID, port.at.y / GRID);
        let free = |cell: usize| {
            !hard || field.spots.get(cell).is_some_and(|spot| spot.passing == [0, 0] && spot.turning == 0)
        };
        let targets: Vec<(usize, &Port)> = request
            .to
            .iter()
            .filter_map(|port| cell_of(port).filter(|cell| free(*cell)).map(|cell| (cell, port)))
            .collect();
        let goal = Goal::new(&targets, field);
        for (which, (cell, _)) in targets.iter().enumerate() {
            self.target[*cell] = u16::try_from(which + 1).unwrap_or(0);
        }
        for port in &request.from {
            let Some(cell) = cell_of(port).filter(|cell| free(*cell)) else { continue };
            let state = state(cell, port.outward);
            if port.cost < self.best(state) {
                self.best[state] = (self.search, port.cost);
                self.from[state] = NOWHERE;
                self.push(port.cost, cell, port.outward, &goal, field);
            }
        }
        let mut arrived: Option<(u32, usize, usize)> = None;
        while let Some(Reverse((guess, spent, at))) = self.heap.pop() {
            if arrived.is_some_and(|(cost, ..)| cost <= guess) {
                break;
            }
            let at = at as usize;
            if spent > self.best(at) {
                continue;
            }
            let (cell, direction) = (at / 4, Direction::ALL[at % 4]);
            let (column, row) = place(cell, field);
            for turn in Direction::ALL {
                if turn == direction.opposite() {
                    continue;
                }
                let bend = if turn == direction { 0 } else { BEND };
                if bend > 0 && (self.from[at] == NOWHERE || (hard && !field.turnable(cell))) {
                    continue;
                }
                let (dx, dy) = turn.step();
                let Some(next) = field.index(column + dx, row + dy) else { continue };
                let which = usize::from(self.target[next]);
                if let Some((_, port)) = which.checked_sub(1).and_then(|which| targets.get(which))
                    && port.outward == turn.opposite()
                {
                    let total = spent + bend + STEP + port.cost;
                    if arrived.is_none_or(|(cost, ..)| total < cost) {
                        arrived = Some((total, at, which - 1));
                    }
                    continue;
                }
                let Some(entering) = field.entering(cell, next, turn, hard) else { continue };
                let backward = if request.path == Path::Request && turn == Direction::Left { BACKWARD } else { 0 };
                let total = spent + bend + entering + backward;
                let into = state(next, turn);
                if total < self.best(into) {
                    self.best[into] = (self.search, total);
                    self.from[into] = u32::try_from(at).unwrap_or(NOWHERE);
                    self.push(total, next, turn, &goal, field);
                }
            }
        }
        for (cell, _) in &targets {
            self.target[*cell] = 0;
        }
        let (cost, last, which) = arrived?;
        let (target, port) = targets.get(which)?;
        Some(self.trace(cost, last, (*target, port), request, field))
    }

    fn best(&self, state: usize) -> u32 {
        let (search, cost) = self.best[state];
        if search == self.search { cost } else { u32::MAX }
    }

    fn push(&mut self, spent: u32, cell: usize, direction: Direction, goal: &Goal, field: &Field) {
        let (column, row) = place(cell, field);
        let state = u32::try_from(state(cell, direction)).unwrap_or(NOWHERE);
        self.heap.push(Reverse((spent + goal.at_least(column, row), spent, state)));
    }

    fn trace(&self, cost: u32, last: usize, (target, port): (usize, &Port), request: &Request, field: &Field) -> Found {
        let mut cells = vec![(target, port.outward.opposite())];
        let mut at = last;
        loop {
            cells.push((at / 4, Direction::ALL[at % 4]));
            match self.from[at] {
                NOWHERE => break,
                before => at = before as usize,
            }
        }
        cells.reverse();
        let start = cells.first().map_or(0, |(cell, _)| *cell);
        let begin = request
            .from
            .iter()
            .find(|port| field.index(port.at.x / GRID, port.at.y / GRID) == Some(start))
            .map_or(port.border, |port| port.border);
        Found { cells, cost, columns: field.columns, ends: [begin, port.border] }
    }
}

/// The rectangle around all target ports, in points of the grid.
struct Goal {
    columns: [i32; 2],
    rows: [i32; 2],
}

impl Goal {
    fn new(targets: &[(usize, &Port)], field: &Field) -> Self {
        let mut goal = Self { columns: [i32::MAX, i32::MIN], rows: [i32::MAX, i32::MIN] };
        for (cell, _) in targets {
            let (column, row) = place(*cell, field);
            goal.columns = [goal.columns[0].min(column), goal.columns[1].max(column)];
            goal.rows = [goal.rows[0].min(row), goal.rows[1].max(row)];
        }
        goal
    }

    /// What it takes at least to get there: never more than it will.
    fn at_least(&self, column: i32, row: i32) -> u32 {
        let away = |at: i32, [from, to]: [i32; 2]| from.saturating_sub(at).max(at.saturating_sub(to)).max(0);
        let (dx, dy) = (away(column, self.columns).unsigned_abs(), away(row, self.rows).unsigned_abs());
        dx.saturating_add(dy).saturating_mul(STEP) + if dx > 0 && dy > 0 { BEND } else { 0 }
    }
}

/// What a way costs on the field as it is now.
pub(super) fn cost_of(found: &Found, field: &Field, request: &Request) -> u32 {
    let port_cost = |ports: &[Port], cell: Option<&(usize, Direction)>| {
        ports
            .iter()
            .find(|port| cell.is_some_and(|(cell, _)| field.index(port.at.x / GRID, port.at.y / GRID) == Some(*cell)))
            .map_or(0, |port| port.cost)
    };
    let mut cost = port_cost(&request.from, found.cells.first()) + port_cost(&request.to, found.cells.last()) + STEP;
    let last = found.cells.len().saturating_sub(1);
    for (at, pair) in found.cells.windows(2).enumerate() {
        let [(cell, direction), (next, turn)] = pair else { continue };
        if direction != turn {
            cost += BEND;
            if !field.turnable(*cell) {
                cost += SHARED;
            }
        }
        if at + 1 < last {
            cost += field.entering(*cell, *next, *turn, false).unwrap_or(SHARED);
            if request.path == Path::Request && *turn == Direction::Left {
                cost += BACKWARD;
            }
        }
    }
    cost
}

const fn state(cell: usize, direction: Direction) -> usize {
    cell * 4 + direction as usize
}

fn place(cell: usize, field: &Field) -> (i32, i32) {
    let cell = i32::try_from(cell).unwrap_or(0);
    (cell % field.columns, cell / field.columns)
}
