//! Where lines may touch cards and groups, and the lines themselves.

use super::{
    card::GRID,
    geometry::{Point, Rect},
    lean::{self, Wire},
    picture::{Edge, End, Group, GroupKind, Node},
    route::{self, Direction, Obstacles, Port, Request},
};
use crate::architecture::Architecture;

/// What a port costs for every step it is away from the middle of its side.
const OFF_CENTRE: u32 = 3;
/// What the ports beside a callout cost: only when the others are taken.
const BESIDE_CALLOUT: u32 = 45;
/// What the port costs that the sign of a weak point would hide: a way round the corner is better.
const BELOW_ALARM: u32 = 45;
/// What the ports cost that a cost laid over the lower right corner would hide, and how far it reaches.
const BELOW_COST: (u32, i32) = (20, 48);

/// The connections, laid.
pub(super) fn connect(architecture: &Architecture, nodes: &[Node], groups: &[Group], size: (i32, i32)) -> Vec<Edge> {
    let wires = lean::wires(architecture);
    let ports = |end: End, which: Which| match end {
        End::Node(id) => {
            nodes.iter().find(|node| node.id == id).map_or_else(Vec::new, |node| of_card(node.rect, which))
        }
        End::AutoScaling => groups
            .iter()
            .find(|group| group.kind == GroupKind::AutoScaling)
            .map_or_else(Vec::new, |group| of_group(group.rect)),
    };
    let requests: Vec<Request> = wires
        .iter()
        .map(|wire| Request { from: ports(wire.from, Which::Start), to: ports(wire.to, Which::Tip), path: wire.path })
        .collect();
    let obstacles = Obstacles {
        size,
        nodes: nodes.iter().map(|node| node.rect).collect(),
        titles: groups.iter().map(|group| group.title_rect).collect(),
        borders: groups.iter().map(|group| group.rect).collect(),
    };
    let lines = route::route(&requests, &obstacles);
    wires.iter().zip(lines).filter(|(_, points)| points.len() > 1).map(|(wire, points)| edge(wire, points)).collect()
}

fn edge(wire: &Wire, points: Vec<Point>) -> Edge {
    Edge { from: wire.from, to: wire.to, path: wire.path, label: wire.label, points, label_at: None }
}

/// Which end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Start,
    /// The arrow head, which nothing should hide.
    Tip,
}

/// Every step along all four sides of a card but its corners.
fn of_card(rect: Rect, which: Which) -> Vec<Port> {
    let tip = |cost: u32| match which {
        Which::Start => 0,
        Which::Tip => cost,
    };
    let mut ports = Vec::new();
    for y in steps(rect.y, rect.bottom()) {
        let cost = away(y, rect.centre().y);
        let callout = if y == rect.y + GRID { BESIDE_CALLOUT } else { 0 };
        ports.push(port(Point { x: rect.right(), y }, Direction::Right, cost));
        ports.push(port(Point { x: rect.x, y }, Direction::Left, cost + callout));
    }
    for x in steps(rect.x, rect.right()) {
        let cost = away(x, rect.centre().x);
        let callout = if x == rect.x + GRID { BESIDE_CALLOUT } else { 0 };
        let weak = if x == rect.right() - GRID { tip(BELOW_ALARM) } else { 0 };
        ports.push(port(Point { x, y: rect.y }, Direction::Up, cost + callout + weak));
        let hidden = if x > rect.right() - BELOW_COST.1 { tip(BELOW_COST.0) } else { 0 };
        // The lower side is as the upper, so that mirrored zones have mirrored lines.
        ports.push(port(Point { x, y: rect.bottom() }, Direction::Down, cost + callout + hidden));
    }
    ports
}

/// The same for the border of a group, which lies between two lines of the grid.
fn of_group(rect: Rect) -> Vec<Port> {
    let half = GRID / 2;
    let outer = rect.grown(half);
    let mut ports = Vec::new();
    for y in steps(rect.y + half, rect.bottom() - half) {
        let cost = away(y, rect.centre().y) / 2;
        let at = |x, border, outward| Port { at: Point { x, y }, border: Point { x: border, y }, outward, cost };
        ports.push(at(outer.right(), rect.right(), Direction::Right));
        ports.push(at(outer.x, rect.x, Direction::Left));
    }
    for x in steps(rect.x + half, rect.right() - half) {
        let cost = away(x, rect.centre().x) / 2;
        let at = |y, border, outward| Port { at: Point { x, y }, border: Point { x, y: border }, outward, cost };
        ports.push(at(outer.y, rect.y, Direction::Up));
        ports.push(at(outer.bottom(), rect.bottom(), Direction::Down));
    }
    ports
}

const fn port(at: Point, outward: Direction, cost: u32) -> Port {
    Port { at, border: at, outward, cost }
}

fn steps(from: i32, to: i32) -> impl Iterator<Item = i32> {
    (1..(to - from) / GRID).map(move |step| from + step * GRID)
}

fn away(at: i32, centre: i32) -> u32 {
    (at - centre).unsigned_abs() * OFF_CENTRE / GRID.unsigned_abs()
}
