//! The words at lines, where there is room for them. Lines that readers take are left without: what they carry is in
//! the list of connections.

use super::{
    geometry::{Point, Rect},
    picture::{Anchor, Edge, Group, GroupKind, Line, Node},
    text::{self, FONT_SIZE},
};
use crate::{architecture::Path, typeface::Weight, units::ordered};

/// From a line to its words.
const GAP: i32 = 4;
/// How high the words are taken to be.
const HEIGHT: i32 = 15;
/// What the words keep from everything else.
const CLEAR: i32 = 3;
/// What the words keep from the lines they do not belong to, so that nobody takes them for theirs.
const APART: i32 = 12;
/// How far the words are moved along their line at a time to find room.
const STEP: i32 = 6;

/// Places the words of the lines that need them.
pub(super) fn place(edges: &mut [Edge], nodes: &[Node], groups: &[Group], width: i32) {
    let mut placed: Vec<Rect> = Vec::new();
    for at in 0..edges.len() {
        let edge = &edges[at];
        // One of several equal lines is labelled.
        let said = edges[..at]
            .iter()
            .any(|other| other.label == edge.label && other.path == edge.path && other.label_at.is_some());
        if said || !is_labelled(edge.path) {
            continue;
        }
        let free = |rect: &Rect| {
            let room = rect.grown(CLEAR);
            room.x >= 0
                && room.right() <= width
                && !nodes.iter().any(|node| node.rect.grown(6).overlaps(&room))
                && !placed.iter().any(|other| other.overlaps(&room))
                && !groups.iter().any(|group| heading(group).overlaps(&room) || cuts(&group.rect, &room))
                && !edges.iter().enumerate().any(|(other, edge)| {
                    let apart = if other == at { 2 } else { APART };
                    edge.points.windows(2).any(|pair| touches(&rect.grown(apart), pair))
                })
        };
        let label_at = candidates(edge).into_iter().find(free).map(|rect| {
            let at = Point { x: rect.x, y: rect.y + HEIGHT / 2 + FONT_SIZE * 3 / 8 };
            placed.push(rect);
            (Line { text: edge.label.to_owned(), at, anchor: Anchor::Start, width: rect.width }, rect)
        });
        edges[at].label_at = label_at;
    }
}

const fn is_labelled(path: Path) -> bool {
    match path {
        Path::Replication | Path::Admin | Path::Deploy => true,
        Path::Request | Path::Data => false,
    }
}

/// Where the words of a line could stand: along its longest stretch first, from the middle of it outwards.
fn candidates(edge: &Edge) -> Vec<Rect> {
    let width = text::width(edge.label, Weight::Regular);
    let length = |(a, b): &(Point, Point)| (a.x - b.x).abs() + (a.y - b.y).abs();
    let stretches = edge.points.windows(2).map(|pair| (pair[0], pair[1]));
    let stretches = ordered(stretches, |one, other| length(other).cmp(&length(one)));
    let mut rects = Vec::new();
    for (a, b) in stretches {
        let level = a.y == b.y;
        let length = if level { (a.x - b.x).abs() } else { (a.y - b.y).abs() };
        let spare = length - if level { width } else { HEIGHT };
        let middle = Point { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
        let steps = spare / 2 / STEP;
        for step in (0..=steps.max(-1)).flat_map(|step| [step * STEP, -step * STEP]) {
            if level {
                let x = middle.x + step - width / 2;
                rects.push(Rect { x, y: middle.y - GAP - HEIGHT + 2, width, height: HEIGHT });
                rects.push(Rect { x, y: middle.y + GAP - 1, width, height: HEIGHT });
            } else {
                let y = middle.y + step - HEIGHT / 2;
                rects.push(Rect { x: middle.x + GAP + 2, y, width, height: HEIGHT });
                rects.push(Rect { x: middle.x - GAP - 2 - width, y, width, height: HEIGHT });
            }
        }
    }
    rects
}

/// What the title of a group keeps for itself: words in one row with that of an Auto Scaling group read on from it.
fn heading(group: &Group) -> Rect {
    let title = group.title_rect;
    if group.kind == GroupKind::AutoScaling {
        Rect::between(title.x, title.y, group.rect.right(), title.bottom())
    } else {
        title
    }
}

/// Whether the border of a group passes through a rectangle.
fn cuts(border: &Rect, rect: &Rect) -> bool {
    border.overlaps(rect) && !border.contains(rect)
}

/// Whether a stretch of a line comes too near.
fn touches(rect: &Rect, stretch: &[Point]) -> bool {
    let [a, b] = stretch else { return false };
    let line = Rect::between(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y));
    line.grown(1).overlaps(rect)
}
