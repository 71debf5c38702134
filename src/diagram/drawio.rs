//! The picture as a draw.io file: editable, with AWS's official icons, which draw.io itself brings along.
//!
//! Cards are the children of the innermost group they stand in, so that who moves a VPC moves what is in it. The Auto
//! Scaling group crosses subnets and holds nothing.

use std::fmt::Write as _;

use super::{
    geometry::{Point, Rect},
    picture::{Edge, End, Group, GroupKind, Node, Orientation, Picture},
    shapes::pill,
    stencil,
    svg::escaped,
};

/// The page everything stands on.
const PAGE: &str = "1";

/// The picture as an uncompressed draw.io file.
pub fn drawio(picture: &Picture) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "<mxfile host=\"groundplan\">\n<diagram id=\"architecture\" name=\"{}\">\n<mxGraphModel grid=\"1\" gridSize=\"12\" \
         page=\"1\" pageWidth=\"{}\" pageHeight=\"{}\" math=\"0\" shadow=\"0\">\n<root>\n<mxCell id=\"0\"/>\n\
         <mxCell id=\"{PAGE}\" parent=\"0\"/>\n",
        escaped(&picture.title),
        picture.width,
        picture.height
    );
    for group in &picture.groups {
        let parent = picture.groups.iter().rev().find(|outer| holds(outer, group));
        let (id, at) = parent_of(parent);
        vertex(
            &mut out,
            &group_id(group.kind),
            &escaped(&group.title.text),
            &stencil::group(group.kind),
            &id,
            within(group.rect, at),
        );
    }
    for node in &picture.nodes {
        write_node(&mut out, picture, node);
    }
    for (number, edge) in picture.edges.iter().enumerate() {
        write_edge(&mut out, picture, number, edge);
    }
    for entry in &picture.key {
        let id = format!("key-{}", entry.path.class());
        let [from, to] = entry.sample;
        let _ = writeln!(
            out,
            "<mxCell id=\"{id}\" style=\"{}\" edge=\"1\" parent=\"{PAGE}\"><mxGeometry relative=\"1\" as=\"geometry\">\
             <mxPoint x=\"{}\" y=\"{}\" as=\"sourcePoint\"/><mxPoint x=\"{}\" y=\"{}\" as=\"targetPoint\"/>\
             </mxGeometry></mxCell>",
            stencil::line(entry.path),
            from.x,
            from.y,
            to.x,
            to.y
        );
        let rect = Rect { x: to.x + 8, y: to.y - 10, width: entry.text.width + 8, height: 20 };
        vertex(&mut out, &format!("{id}-words"), &escaped(&entry.text.text), stencil::WORDS, PAGE, rect);
    }
    out.push_str("</root>\n</mxGraphModel>\n</diagram>\n</mxfile>\n");
    out
}

/// Whether a group is the parent of another: nested by meaning, not only by place.
fn holds(outer: &Group, inner: &Group) -> bool {
    outer.kind != inner.kind && outer.kind != GroupKind::AutoScaling && outer.rect.contains(&inner.rect)
}

fn parent_of(group: Option<&Group>) -> (String, Point) {
    group.map_or((PAGE.to_owned(), Point { x: 0, y: 0 }), |group| {
        (group_id(group.kind), Point { x: group.rect.x, y: group.rect.y })
    })
}

const fn within(rect: Rect, at: Point) -> Rect {
    Rect { x: rect.x - at.x, y: rect.y - at.y, ..rect }
}

fn group_id(kind: GroupKind) -> String {
    match kind {
        GroupKind::Zone(zone) => format!("group-zone-{}", zone.letter()),
        GroupKind::Subnet(zone, tier) => format!("group-subnet-{}-{}", zone.letter(), tier.name()),
        GroupKind::Cloud
        | GroupKind::Region
        | GroupKind::Vpc
        | GroupKind::Lightsail
        | GroupKind::AutoScaling
        | GroupKind::Deployment
        | GroupKind::Provider => format!("group-{}", kind.class()),
    }
}

fn vertex(out: &mut String, id: &str, value: &str, style: &str, parent: &str, rect: Rect) {
    let Rect { x, y, width, height } = rect;
    let _ = writeln!(
        out,
        "<mxCell id=\"{id}\" value=\"{value}\" style=\"{style}\" vertex=\"1\" parent=\"{parent}\">\
         <mxGeometry x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" as=\"geometry\"/></mxCell>"
    );
}

/// A card with its icon and number.
fn write_node(out: &mut String, picture: &Picture, node: &Node) {
    let kinds = picture.groups_of(node);
    let (parent, at) = parent_of(kinds.last().and_then(|kind| picture.group(*kind)));
    let mut label = node.name.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("<br>");
    if let Some(note) = &node.note {
        let _ = write!(label, "<br><font color=\"#566270\">{}</font>", note.text);
    }
    let id = format!("node-{}", node.id.0);
    let text = match picture.orientation {
        Orientation::Landscape => format!("align=left;verticalAlign=middle;spacingLeft={};", node.tile.width + 2),
        Orientation::Portrait => format!("align=center;verticalAlign=middle;spacingTop={};", node.tile.height),
    };
    vertex(out, &id, &escaped(&label), &format!("{}{text}", stencil::CARD), &parent, within(node.rect, at));
    let side = node.tile.width.min(node.tile.height);
    let icon = Rect { x: (node.tile.width - side) / 2, y: 0, width: side, height: side };
    vertex(out, &format!("{id}-icon"), "", &stencil::icon(&node.service), &id, icon);
    let number = node.callout.to_string();
    let pill = pill(Point { x: 0, y: 0 }, &number);
    vertex(out, &format!("{id}-number"), &number, stencil::CALLOUT, &id, pill);
}

fn write_edge(out: &mut String, picture: &Picture, number: usize, edge: &Edge) {
    let (Some((from, from_rect)), Some((to, to_rect))) = (end(picture, edge.from), end(picture, edge.to)) else {
        return;
    };
    let [first, inner @ .., last] = edge.points.as_slice() else { return };
    let mut points = String::new();
    for point in inner {
        let _ = write!(points, "<mxPoint x=\"{}\" y=\"{}\"/>", point.x, point.y);
    }
    let (label, place) = edge.label_at.as_ref().map_or((String::new(), String::new()), |(line, rect)| {
        let (along, offset) = along(&edge.points, rect.centre());
        (escaped(&line.text), format!(" x=\"{along}\"|<mxPoint x=\"{}\" y=\"{}\" as=\"offset\"/>", offset.x, offset.y))
    });
    let (x, offset) = place.split_once('|').unwrap_or(("", ""));
    let _ = writeln!(
        out,
        "<mxCell id=\"edge-{number}\" value=\"{label}\" style=\"{}exitX={};exitY={};exitDx=0;exitDy=0;entryX={};entryY={};\
         entryDx=0;entryDy=0;\" edge=\"1\" parent=\"{PAGE}\" source=\"{from}\" target=\"{to}\"><mxGeometry{x} relative=\"1\" \
         as=\"geometry\"><Array as=\"points\">{points}</Array>{offset}</mxGeometry></mxCell>",
        stencil::line(edge.path),
        share(first.x - from_rect.x, from_rect.width),
        share(first.y - from_rect.y, from_rect.height),
        share(last.x - to_rect.x, to_rect.width),
        share(last.y - to_rect.y, to_rect.height),
    );
}

fn end(picture: &Picture, end: End) -> Option<(String, Rect)> {
    match end {
        End::Node(id) => picture.node(id).map(|node| (format!("node-{}", id.0), node.rect)),
        End::AutoScaling => {
            picture.group(GroupKind::AutoScaling).map(|group| (group_id(GroupKind::AutoScaling), group.rect))
        }
    }
}

/// A part of a whole as a decimal fraction of four digits.
fn share(part: i32, whole: i32) -> String {
    decimal(part * 10_000 / whole.max(1))
}

/// So many ten-thousandths.
fn decimal(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}.{:04}", value.abs() / 10_000, value.abs() % 10_000)
}

/// Where along a line, from -1 to 1, a label is nearest to, and how far it stands from there.
fn along(points: &[Point], label: Point) -> (String, Point) {
    let length = |a: &Point, b: &Point| (a.x - b.x).abs() + (a.y - b.y).abs();
    let total: i32 = points.windows(2).map(|pair| length(&pair[0], &pair[1])).sum();
    let mut passed = 0;
    let mut best: Option<(i32, i32, Point)> = None;
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        let on = Point { x: label.x.clamp(a.x.min(b.x), a.x.max(b.x)), y: label.y.clamp(a.y.min(b.y), a.y.max(b.y)) };
        let distance = length(&on, &label);
        if best.is_none_or(|(least, ..)| distance < least) {
            best = Some((distance, passed + length(a, &on), on));
        }
        passed += length(a, b);
    }
    let (_, at, on) = best.unwrap_or((0, 0, label));
    (decimal(20_000 * at / total.max(1) - 10_000), Point { x: label.x - on.x, y: label.y - on.y })
}
