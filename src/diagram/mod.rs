//! The picture of an architecture: parts on a grid of zones and tiers, groups as rectangles around them, lines at right
//! angles between them; and from that one geometry SVG, draw.io and words.
//!
//! Groups are rectangles, not a tree: an Auto Scaling group crosses Availability Zones. Every zone is as large as the
//! next by construction. Nothing here knows the week, the bill or the browser; costs and weak points are laid over the
//! finished picture as plain words.

mod arrange;
mod callouts;
mod card;
mod drawio;
mod geometry;
mod glyph;
mod groups;
mod labels;
mod landscape;
mod lean;
mod legend;
mod nesting;
mod look;
mod outline;
mod palette;
mod picture;
mod portrait;
mod ports;
mod route;
mod shapes;
mod slots;
mod stencil;
mod svg;
mod text;
mod words;

pub use card::GLYPH_SIZE;
pub use drawio::drawio;
pub use geometry::{Point, Rect};
pub use glyph::Glyph;
pub use groups::ICON_SIZE;
pub use legend::Legend;
pub use look::Category;
pub use outline::{Connection, Entry, Outline, outline, told};
pub use palette::{Theme, stylesheet};
pub use picture::{Anchor, Callout, Edge, End, Group, GroupKind, KeyEntry, Line, Node, Orientation, Picture};
pub use shapes::{CALLOUT, CARD_CORNER, in_pill, pill};
pub use svg::{Overlay, full_size, svg};
pub use text::{FONT_SIZE, text_length};

use crate::architecture::Architecture;

/// The picture of an architecture.
pub fn draw(architecture: &Architecture, orientation: Orientation) -> Picture {
    let mut arrangement = arrange::arrange(architecture, orientation);
    let (mut width, mut height) = arrangement.settle(orientation);
    let (numbers, callouts) = callouts::number(architecture, &arrangement.nodes, orientation);
    let mut nodes: Vec<Node> = (architecture.components.iter().zip(&arrangement.nodes))
        .map(|(component, rect)| card::node(component, *rect, orientation))
        .collect();
    for (node, number) in nodes.iter_mut().zip(numbers) {
        node.callout = number;
    }
    let groups = groups::all(architecture, &arrangement, orientation);
    let mut edges = ports::connect(architecture, &nodes, &groups, (width, height));
    labels::place(&mut edges, &nodes, &groups, width);
    let key = words::key(&edges, &mut width, &mut height);
    Picture {
        orientation,
        width,
        height,
        title: words::title(architecture),
        description: words::description(architecture),
        groups,
        edges,
        nodes,
        callouts,
        key,
    }
}
