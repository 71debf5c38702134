//! What can be measured on a picture without looking at it.

use groundplan::{
    architecture::{Architecture, Path, Place, Tier},
    diagram::{End, GroupKind, Node, Orientation, Picture, Point, Rect},
};

/// How far a picture is from what it should be. Everything counted should be zero.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    pub(crate) overlaps: Vec<String>,
    pub(crate) through: Vec<String>,
    pub(crate) over: Vec<String>,
    pub(crate) cut: Vec<String>,
    pub(crate) crossings: usize,
    pub(crate) collinear: usize,
    pub(crate) slanted: usize,
    pub(crate) bends: Vec<usize>,
    pub(crate) spacing: i32,
    pub(crate) clearance: i32,
    pub(crate) misplaced: Vec<String>,
    pub(crate) incongruent: usize,
    pub(crate) forward: f64,
    pub(crate) aspect: f64,
    pub(crate) filled: f64,
    pub(crate) screen: f64,
    pub(crate) print: f64,
}

/// The room between text and what may come near it, below which two things count as touching.
const TOUCH: i32 = 0;

type Segment = (Point, Point);

impl Metrics {
    pub(crate) fn of(architecture: &Architecture, picture: &Picture) -> Self {
        let segments: Vec<Vec<Segment>> =
            picture.edges.iter().map(|edge| edge.points.windows(2).map(|pair| (pair[0], pair[1])).collect()).collect();
        let mut metrics = Self { spacing: i32::MAX, clearance: i32::MAX, ..Self::default() };
        metrics.measure_overlaps(picture);
        metrics.measure_lines(picture, &segments);
        metrics.measure_pairs(&segments);
        metrics.measure_groups(architecture, picture);
        metrics.measure_flow(picture, &segments);
        metrics.measure_size(picture);
        metrics
    }

    /// The mean number of bends.
    pub(crate) fn mean_bends(&self) -> f64 {
        self.bends.iter().sum::<usize>() as f64 / self.bends.len().max(1) as f64
    }

    /// The scalar for trends: 1 is perfect.
    pub(crate) fn score(&self) -> f64 {
        let bends = self.bends.iter().sum::<usize>() as f64;
        let faults =
            4.0 * self.crossings as f64 + 10.0 * self.through.len() as f64 + 6.0 * self.over.len() as f64 + 0.3 * bends;
        1.0 - faults / (10.0 * self.bends.len().max(1) as f64)
    }

    fn measure_overlaps(&mut self, picture: &Picture) {
        let mut things: Vec<(String, Rect)> = Vec::new();
        things.extend(picture.nodes.iter().map(|node| (format!("{:?}", node.id), node.rect)));
        things.extend(picture.groups.iter().map(|group| (format!("title of {:?}", group.kind), group.title_rect)));
        things.extend(
            picture
                .edges
                .iter()
                .filter_map(|edge| edge.label_at.as_ref().map(|(line, rect)| (format!("label {}", line.text), *rect))),
        );
        for (at, (name, rect)) in things.iter().enumerate() {
            for (other, other_rect) in &things[at + 1..] {
                if rect.overlaps(other_rect) {
                    self.overlaps.push(format!("{name} and {other}"));
                }
            }
        }
        for node in &picture.nodes {
            for rect in text_of(node) {
                if !node.rect.contains(&rect) || node.tile.overlaps(&rect) {
                    self.overlaps.push(format!("the text of {:?} does not fit its card", node.id));
                }
            }
        }
        for callout in &picture.callouts {
            for (pill, id) in callout.pills().zip(&callout.components) {
                let hidden = picture.groups.iter().filter(|group| group.title_rect.overlaps(&pill));
                self.overlaps.extend(hidden.map(|group| format!("callout {} and {:?}", callout.number, group.kind)));
                let covered = picture.nodes.iter().filter(|node| node.id != *id && node.rect.overlaps(&pill));
                self.overlaps.extend(covered.map(|node| format!("callout {} and {:?}", callout.number, node.id)));
                let text = picture.nodes.iter().flat_map(text_of).any(|text| text.overlaps(&pill));
                if text || pill.x < 0 || pill.y < 0 {
                    self.overlaps.push(format!("callout {} and text or the edge of the picture", callout.number));
                }
            }
        }
    }

    fn measure_lines(&mut self, picture: &Picture, segments: &[Vec<Segment>]) {
        for (edge, lines) in picture.edges.iter().zip(segments) {
            let name = format!("{:?} → {:?}", edge.from, edge.to);
            self.bends.push(lines.len().saturating_sub(1));
            for (a, b) in lines {
                self.slanted += usize::from(a.x != b.x && a.y != b.y);
                for node in &picture.nodes {
                    let end = [edge.from, edge.to].contains(&End::Node(node.id));
                    if node.rect.grown(-2).crossed_by(*a, *b) {
                        self.through.push(format!("{name} through {:?}", node.id));
                    }
                    // The border of the Auto Scaling group stands close around its servers.
                    let group = [edge.from, edge.to].contains(&End::AutoScaling) && node.id.0.starts_with("web-");
                    if !end && !group {
                        self.clearance = self.clearance.min(distance(&node.rect, *a, *b));
                    }
                }
                for group in &picture.groups {
                    if group.title_rect.grown(TOUCH).crossed_by(*a, *b) {
                        self.over.push(format!("{name} over the title of {:?}", group.kind));
                    }
                }
                for other in picture.edges.iter().filter(|other| !std::ptr::eq(*other, edge)) {
                    if let Some((line, rect)) = &other.label_at
                        && rect.crossed_by(*a, *b)
                    {
                        self.over.push(format!("{name} over {}", line.text));
                    }
                }
            }
        }
        for group in &picture.groups {
            for (a, b) in sides(&group.rect) {
                let texts =
                    picture.nodes.iter().flat_map(|node| text_of(node).into_iter().map(move |rect| (node, rect)));
                for (node, rect) in texts.filter(|(_, rect)| rect.crossed_by(a, b)) {
                    self.cut.push(format!("{:?} cuts the text of {:?} at {rect:?}", group.kind, node.id));
                }
                for other in picture.groups.iter().filter(|other| other.title_rect.crossed_by(a, b)) {
                    self.cut.push(format!("{:?} cuts the title of {:?}", group.kind, other.kind));
                }
                for edge in &picture.edges {
                    if let Some((line, rect)) = &edge.label_at
                        && rect.crossed_by(a, b)
                    {
                        self.cut.push(format!("{:?} cuts {}", group.kind, line.text));
                    }
                }
            }
        }
    }

    fn measure_pairs(&mut self, segments: &[Vec<Segment>]) {
        for (at, one) in segments.iter().enumerate() {
            for other in &segments[at + 1..] {
                for (a, b) in one {
                    for (c, d) in other {
                        let level = a.y == b.y;
                        if level != (c.y == d.y) {
                            let ((a, b), (c, d)) = if level { ((a, b), (c, d)) } else { ((c, d), (a, b)) };
                            let between = |v: i32, p: i32, q: i32| p.min(q) < v && v < p.max(q);
                            self.crossings += usize::from(between(c.x, a.x, b.x) && between(a.y, c.y, d.y));
                            continue;
                        }
                        let (gap, shared) = if level {
                            ((a.y - c.y).abs(), overlap(a.x, b.x, c.x, d.x))
                        } else {
                            ((a.x - c.x).abs(), overlap(a.y, b.y, c.y, d.y))
                        };
                        if shared > 6 {
                            self.collinear += usize::from(gap == 0);
                            self.spacing = self.spacing.min(gap);
                        }
                    }
                }
            }
        }
    }

    fn measure_groups(&mut self, architecture: &Architecture, picture: &Picture) {
        for node in &picture.nodes {
            let Some(component) = architecture.component(node.id) else { continue };
            for group in &picture.groups {
                let expected = belongs(component.place, group.kind, node);
                let inside = group.rect.grown(-8).contains(&node.rect);
                let outside = !group.rect.overlaps(&node.rect);
                let right = match expected {
                    Some(true) => {
                        inside || (group.kind == GroupKind::AutoScaling && group.rect.grown(-6).contains(&node.rect))
                    }
                    Some(false) => outside,
                    None => !inside && !outside,
                };
                if !right {
                    self.misplaced.push(format!("{:?} and {:?}", node.id, group.kind));
                }
            }
        }
        let crossing = |kind: GroupKind| kind == GroupKind::AutoScaling;
        for (at, one) in picture.groups.iter().enumerate() {
            for other in &picture.groups[at + 1..] {
                let nested = one.rect.contains(&other.rect) || other.rect.contains(&one.rect);
                if one.rect.overlaps(&other.rect) && !nested && !crossing(one.kind) && !crossing(other.kind) {
                    self.misplaced.push(format!("{:?} and {:?} overlap", one.kind, other.kind));
                }
            }
        }
        let zones: Vec<&Rect> = picture
            .groups
            .iter()
            .filter(|group| matches!(group.kind, GroupKind::Zone(_)))
            .map(|group| &group.rect)
            .collect();
        self.incongruent +=
            zones.windows(2).filter(|pair| (pair[0].width, pair[0].height) != (pair[1].width, pair[1].height)).count();
        for tier in [Tier::Public, Tier::App, Tier::Data] {
            let along =
                picture.groups.iter().filter(|group| matches!(group.kind, GroupKind::Subnet(_, of) if of == tier));
            let at: Vec<i32> = along
                .map(|group| match picture.orientation {
                    Orientation::Landscape => group.rect.x,
                    Orientation::Portrait => group.rect.y,
                })
                .collect();
            self.incongruent += at.windows(2).filter(|pair| pair[0] != pair[1]).count();
        }
    }

    fn measure_flow(&mut self, picture: &Picture, segments: &[Vec<Segment>]) {
        let requests: Vec<&Vec<Segment>> = picture
            .edges
            .iter()
            .zip(segments)
            .filter(|(edge, _)| edge.path == Path::Request)
            .map(|(_, lines)| lines)
            .collect();
        let forward = requests.iter().filter(|lines| {
            lines.iter().all(|(a, b)| match picture.orientation {
                Orientation::Landscape => b.x >= a.x,
                Orientation::Portrait => b.y >= a.y,
            })
        });
        self.forward = forward.count() as f64 / requests.len().max(1) as f64;
    }

    fn measure_size(&mut self, picture: &Picture) {
        let (width, height) = (f64::from(picture.width), f64::from(picture.height));
        let area = |rect: &Rect| f64::from(rect.width) * f64::from(rect.height);
        let filled: f64 = picture.nodes.iter().map(|node| area(&node.rect)).sum::<f64>()
            + picture.groups.iter().map(|group| area(&group.title_rect)).sum::<f64>();
        self.aspect = width / height;
        self.filled = filled / (width * height);
        // On a screen 1280 wide, and on A4 with margins of 8 mm, in points; a point is 4/3 of a CSS pixel.
        let wide = match picture.orientation {
            Orientation::Landscape => 1280.0,
            Orientation::Portrait => 390.0,
        };
        self.screen = 13.0 * (wide / width).min(1.0);
        let (paper_width, paper_height) = match picture.orientation {
            Orientation::Landscape => (1062.0, 733.0),
            Orientation::Portrait => (733.0, 1062.0),
        };
        self.print = 13.0 * 0.75 * (paper_width / width).min(paper_height / height).min(1.0);
    }
}

/// Whether a part at a place belongs into a group; `None` where it stands on its border.
fn belongs(place: Place, group: GroupKind, node: &Node) -> Option<bool> {
    let aws = !matches!(node.id.0, "readers" | "repository") && place != Place::Elsewhere;
    let web = node.id.0.starts_with("web-");
    Some(match (group, place) {
        (GroupKind::Cloud, _) => aws && place != Place::Internet && !node.is_foreign(),
        (GroupKind::Region, _) => aws && !matches!(place, Place::Internet | Place::Edge),
        (GroupKind::Vpc | GroupKind::Lightsail, Place::Border) => return None,
        (GroupKind::Vpc | GroupKind::Lightsail, _) => matches!(place, Place::AcrossZones | Place::In(..)),
        (GroupKind::Zone(zone), Place::In(of, _)) => zone == of,
        (GroupKind::Subnet(zone, tier), Place::In(of, at)) => zone == of && tier == at,
        (GroupKind::Zone(_) | GroupKind::Subnet(..), _) => false,
        (GroupKind::AutoScaling, _) => web,
        (GroupKind::Deployment, _) => place == Place::Deployment && aws,
        (GroupKind::Provider, _) => place == Place::Elsewhere,
    })
}

trait Foreign {
    fn is_foreign(&self) -> bool;
}

impl Foreign for Node {
    /// Another provider's content delivery.
    fn is_foreign(&self) -> bool {
        matches!(self.service, groundplan::architecture::Service::OtherCdn(_))
    }
}

/// The rectangles its lines of text take.
fn text_of(node: &Node) -> Vec<Rect> {
    node.name
        .iter()
        .chain(&node.note)
        .map(|line| {
            let x = match line.anchor {
                groundplan::diagram::Anchor::Start => line.at.x,
                groundplan::diagram::Anchor::Middle => line.at.x - line.width / 2,
            };
            Rect { x, y: line.at.y - 10, width: line.width, height: 13 }
        })
        .collect()
}

fn sides(rect: &Rect) -> [Segment; 4] {
    let at = |x, y| Point { x, y };
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    [
        (at(left, top), at(right, top)),
        (at(right, top), at(right, bottom)),
        (at(right, bottom), at(left, bottom)),
        (at(left, bottom), at(left, top)),
    ]
}

fn overlap(a: i32, b: i32, c: i32, d: i32) -> i32 {
    a.max(b).min(c.max(d)) - a.min(b).max(c.min(d))
}

/// How far a level or upright line keeps from a rectangle.
fn distance(rect: &Rect, a: Point, b: Point) -> i32 {
    let dx = (rect.x - a.x.max(b.x)).max(a.x.min(b.x) - rect.right()).max(0);
    let dy = (rect.y - a.y.max(b.y)).max(a.y.min(b.y) - rect.bottom()).max(0);
    dx.max(dy)
}
