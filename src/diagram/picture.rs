//! The picture: where everything is, in pixels. Every output — page, SVG, draw.io, outline — is made from it.

use super::{
    geometry::{Point, Rect},
    glyph::Glyph,
    look::Category,
};
use crate::architecture::{ComponentId, Path, Service, Tier, Zone};

/// Which way a picture reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Orientation {
    /// From left to right, zones below one another: wide screens and paper.
    Landscape,
    /// From top to bottom, zones side by side: telephones.
    Portrait,
}

/// A drawn architecture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Which way it reads.
    pub orientation: Orientation,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// What it shows, in a sentence.
    pub title: String,
    /// The same in a few sentences, for who cannot see it.
    pub description: String,
    /// The boxes around boxes, outermost first: the order to paint them in.
    pub groups: Vec<Group>,
    /// The connections.
    pub edges: Vec<Edge>,
    /// The parts, in the order of the architecture's components.
    pub nodes: Vec<Node>,
    /// The numbered remarks, from 1.
    pub callouts: Vec<Callout>,
    /// What the lines mean: one entry for each kind that is drawn.
    pub key: Vec<KeyEntry>,
}

/// What a group stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKind {
    /// All of AWS.
    Cloud,
    /// A region.
    Region,
    /// A Virtual Private Cloud.
    Vpc,
    /// Lightsail's network.
    Lightsail,
    /// An Availability Zone.
    Zone(Zone),
    /// A subnet: in which zone, of which tier.
    Subnet(Zone, Tier),
    /// The servers an Auto Scaling group keeps; the one group that crosses others.
    AutoScaling,
    /// The way of code and images to the servers.
    Deployment,
    /// Another provider's data centre.
    Provider,
}

/// A box around boxes.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it stands for.
    pub kind: GroupKind,
    /// Its border.
    pub rect: Rect,
    /// Its name.
    pub title: Line,
    /// The room its name and icon take.
    pub title_rect: Rect,
    /// The icon before its name, drawn 16 × 16 at this place.
    pub icon: Option<(Glyph, Point)>,
}

/// Which end of a line of text is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// Where its anchor stands, on the baseline.
    pub at: Point,
    /// What stands there.
    pub anchor: Anchor,
    /// Its width in whole pixels.
    pub width: i32,
}

/// A part of the architecture.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Which one.
    pub id: ComponentId,
    /// What it is.
    pub service: Service,
    /// Its card.
    pub rect: Rect,
    /// The coloured part of the card, at its left or top.
    pub tile: Rect,
    /// The pictogram on it.
    pub glyph: Glyph,
    /// Where the pictogram begins, drawn [`GLYPH_SIZE`](super::GLYPH_SIZE) wide and high.
    pub glyph_at: Point,
    /// What decides its colour.
    pub category: Category,
    /// Its full name, in one or two lines.
    pub name: Vec<Line>,
    /// What tells it from its like: `writer`, `2 × t4g.medium`.
    pub note: Option<Line>,
    /// The number of its callout.
    pub callout: usize,
}

/// The end of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// A part.
    Node(ComponentId),
    /// The Auto Scaling group as a whole.
    AutoScaling,
}

/// A drawn connection: one link, or several that lead to all servers of an Auto Scaling group.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Where it starts.
    pub from: End,
    /// Where it ends.
    pub to: End,
    /// What travels along it.
    pub path: Path,
    /// What it is: `HTTPS 443`.
    pub label: &'static str,
    /// Its corners, from border to border; each stretch is level or upright.
    pub points: Vec<Point>,
    /// Where its label stands, if there is room for one.
    pub label_at: Option<(Line, Rect)>,
}

/// A numbered remark.
#[derive(Clone, Debug, PartialEq)]
pub struct Callout {
    /// From 1, in reading order.
    pub number: usize,
    /// The components it speaks of: equal ones in several zones share a number.
    pub components: Vec<ComponentId>,
    /// Their full name.
    pub name: &'static str,
    /// Their size.
    pub size: String,
    /// What they do.
    pub role: String,
    /// Which corners of cards the number stands on, one for each component.
    pub at: Vec<Point>,
}

/// A line of the key.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEntry {
    /// Which kind of connection.
    pub path: Path,
    /// The sample.
    pub sample: [Point; 2],
    /// What it means.
    pub text: Line,
}

impl Line {
    /// Where it ends.
    pub const fn right(&self) -> i32 {
        match self.anchor {
            Anchor::Start => self.at.x + self.width,
            Anchor::Middle => self.at.x + self.width / 2,
        }
    }
}

impl Picture {
    /// The node of a component.
    pub fn node(&self, id: ComponentId) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// The groups a node stands in, outermost first, without the Auto Scaling group, which crosses others. A node on
    /// the border of a group stands outside it.
    pub fn groups_of(&self, node: &Node) -> Vec<GroupKind> {
        let around = self.groups.iter().filter(|group| group.rect.contains(&node.rect));
        around.map(|group| group.kind).filter(|kind| *kind != GroupKind::AutoScaling).collect()
    }

    /// The group of that kind.
    pub fn group(&self, kind: GroupKind) -> Option<&Group> {
        self.groups.iter().find(|group| group.kind == kind)
    }
}
