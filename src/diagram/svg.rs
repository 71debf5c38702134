//! The picture as SVG: native text, no foreign objects, nothing fetched.

use std::fmt::Write as _;

use super::{
    card::GLYPH_SIZE,
    geometry::{Point, Rect},
    groups::ICON_SIZE,
    legend::{self, Item, Legend},
    palette::{Theme, stylesheet},
    picture::{Anchor, Edge, End, Group, KeyEntry, Line, Node, Picture},
    shapes::{CALLOUT, CARD_CORNER, in_pill, pill},
    text::text_length,
};
use crate::{
    architecture::ComponentId,
    typeface::{self, Weight},
};

/// What is laid over the finished picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// A few words at a part: what it costs a month.
    pub notes: Vec<(ComponentId, String)>,
    /// The parts whose failure stops the site.
    pub weak: Vec<ComponentId>,
    /// The parts that have stopped, when the picture shows a failure.
    pub stopped: Vec<ComponentId>,
    /// The parts that take over from them.
    pub taking_over: Vec<ComponentId>,
    /// Whether the list of what the numbers stand for is below.
    pub legend: Legend,
    /// What is said below that list; nothing where it is empty.
    pub footnote: String,
}

impl Overlay {
    /// What dims a line: it starts or ends at a part that has stopped.
    pub fn class(&self, edge: &Edge) -> &'static str {
        let stopped = |end| matches!(end, End::Node(id) if self.stopped.contains(&id));
        if stopped(edge.from) || stopped(edge.to) { " off" } else { "" }
    }
}

/// How wide and high the exported picture is, with its legend.
pub fn full_size(picture: &Picture, overlay: &Overlay) -> (i32, i32) {
    let (_, width, height) = legend_of(picture, overlay);
    (width, height)
}

/// A file of its own, with its colours in it, and with the typeface if its `data:` address is given: no program that
/// shows the file knows the page's fonts, least of all a browser that draws it as an image.
pub fn svg(picture: &Picture, overlay: &Overlay, theme: Theme, face: Option<&str>) -> String {
    let mut out = String::new();
    let (items, width, height) = legend_of(picture, overlay);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"title description\">\n<title id=\"title\">{}</title>\n<desc id=\"description\">{}</desc>\n\
         <style>{}{}</style>\n<rect class=\"ground\" width=\"{width}\" height=\"{height}\"/>\n",
        escaped(&picture.title),
        escaped(&picture.description),
        face.map(typeface::rule).unwrap_or_default(),
        stylesheet(theme),
    );
    body(&mut out, picture, overlay);
    for item in &items {
        draw_item(&mut out, item);
    }
    if overlay.legend == Legend::Shown && !overlay.footnote.is_empty() {
        draw_text(&mut out, "note", legend::footnote(height), &overlay.footnote, Weight::Regular);
    }
    out.push_str("</svg>\n");
    out
}

/// The entries of the list below, and the size of picture and list together.
fn legend_of(picture: &Picture, overlay: &Overlay) -> (Vec<Item>, i32, i32) {
    match overlay.legend {
        Legend::Shown => legend::items(picture, overlay),
        Legend::Hidden => (Vec::new(), picture.width, picture.height),
    }
}

/// Everything inside: groups, then lines, then cards, then what is laid over.
fn body(out: &mut String, picture: &Picture, overlay: &Overlay) {
    for group in &picture.groups {
        draw_group(out, group);
    }
    for edge in &picture.edges {
        draw_edge(out, edge, overlay.class(edge));
    }
    for group in &picture.groups {
        draw_title(out, group);
    }
    for edge in &picture.edges {
        if let Some((label, _)) = &edge.label_at {
            draw_line(out, label, &format!("note{}", overlay.class(edge)));
        }
    }
    for node in &picture.nodes {
        draw_node(out, node);
        if overlay.stopped.contains(&node.id) {
            draw_stopped(out, node);
        }
        if overlay.taking_over.contains(&node.id) {
            draw_frame(out, node, "heir");
        }
    }
    for node in picture.nodes.iter().filter(|node| overlay.weak.contains(&node.id)) {
        draw_warning(out, node);
    }
    for callout in &picture.callouts {
        for at in &callout.at {
            draw_sign(out, "callout", *at, &callout.number.to_string());
        }
    }
    for (id, note) in &overlay.notes {
        if let Some(node) = picture.node(*id) {
            draw_chip(out, &picture.chip(node, note), note);
        }
    }
    for entry in &picture.key {
        draw_key(out, entry);
    }
}

fn draw_group(out: &mut String, group: &Group) {
    let Rect { x, y, width, height } = group.rect;
    let class = group.kind.class();
    let _ = writeln!(out, "<rect class=\"group {class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>");
}

fn draw_title(out: &mut String, group: &Group) {
    let class = group.kind.class();
    if let Some((glyph, at)) = group.icon {
        let scale = hundredths(ICON_SIZE * 100 / 24);
        let _ = writeln!(
            out,
            "<path class=\"icon {class}\" transform=\"translate({} {}) scale({scale})\" d=\"{}\"/>",
            at.x,
            at.y,
            glyph.path()
        );
    }
    draw_line(out, &group.title, &format!("title {class}"));
}

fn draw_line(out: &mut String, line: &Line, class: &str) {
    match line.anchor {
        Anchor::Start => draw_text(out, class, line.at, &line.text, Weight::Regular),
        Anchor::Middle => draw_text(out, &format!("{class} middle"), line.at, &line.text, Weight::Regular),
    }
}

fn draw_text(out: &mut String, class: &str, at: Point, text: &str, weight: Weight) {
    let _ = writeln!(
        out,
        "<text class=\"{class}\" x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>",
        at.x,
        at.y,
        text_length(text, weight),
        escaped(text)
    );
}

fn draw_edge(out: &mut String, edge: &Edge, off: &str) {
    let class = edge.path.class();
    let _ = writeln!(out, "<path class=\"line {class}{off}\" d=\"{}\"/>", edge.outline());
    let _ = writeln!(out, "<path class=\"head {class}{off}\" d=\"{}\"/>", edge.head());
}

fn draw_node(out: &mut String, node: &Node) {
    let Rect { x, y, width, height } = node.rect;
    let class = node.category.class();
    let _ = writeln!(
        out,
        "<rect class=\"card\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{CARD_CORNER}\"/>\n\
         <path class=\"tile {class}\" d=\"{}\"/>",
        node.tile_path()
    );
    let scale = hundredths(GLYPH_SIZE * 100 / 24);
    let _ = writeln!(
        out,
        "<path class=\"glyph\" transform=\"translate({} {}) scale({scale})\" d=\"{}\"/>",
        node.glyph_at.x,
        node.glyph_at.y,
        node.glyph.path()
    );
    for line in &node.name {
        draw_line(out, line, "name");
    }
    if let Some(note) = &node.note {
        draw_line(out, note, "note");
    }
}

/// A number or a sign on its pill.
fn draw_sign(out: &mut String, class: &str, at: Point, text: &str) {
    let pill = pill(at, text);
    draw_pill(out, class, &pill);
    draw_text(out, "number middle", in_pill(&pill), text, Weight::Bold);
}

fn draw_pill(out: &mut String, class: &str, pill: &Rect) {
    let Rect { x, y, width, height } = pill;
    let _ = writeln!(
        out,
        "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{CALLOUT}\"/>"
    );
}

/// A few words on a lower corner of a card.
fn draw_chip(out: &mut String, pill: &Rect, words: &str) {
    draw_pill(out, "chip", pill);
    draw_text(out, "price middle", in_pill(pill), words, Weight::Regular);
}

/// A remark of the list below.
fn draw_item(out: &mut String, item: &Item) {
    draw_sign(out, "callout", item.number_at, &item.number.to_string());
    draw_text(out, "strong", item.name.at, &item.name.text, Weight::Bold);
    for line in &item.lines {
        draw_line(out, line, "note");
    }
}

/// The frame and the sign of a weak point.
fn draw_warning(out: &mut String, node: &Node) {
    draw_frame(out, node, "weak");
    draw_sign(out, "alarm", node.alarm(), "!");
}

fn draw_frame(out: &mut String, node: &Node, class: &str) {
    let Rect { x, y, width, height } = node.frame();
    let corner = CARD_CORNER + 3;
    let _ = writeln!(
        out,
        "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{corner}\"/>"
    );
}

/// The veil and the cross over a part that has stopped.
fn draw_stopped(out: &mut String, node: &Node) {
    let Rect { x, y, width, height } = node.rect;
    let _ = writeln!(
        out,
        "<rect class=\"veil\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{CARD_CORNER}\"/>\
         <path class=\"cross\" d=\"{}\"/>",
        node.cross_path()
    );
}

fn draw_key(out: &mut String, entry: &KeyEntry) {
    let (line, head) = entry.sample();
    let class = entry.path.class();
    let _ = writeln!(out, "<path class=\"line {class}\" d=\"{line}\"/>");
    let _ = writeln!(out, "<path class=\"head {class}\" d=\"{head}\"/>");
    draw_line(out, &entry.text, "note");
}

/// A number of hundredths as SVG writes it.
fn hundredths(value: i32) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}

/// Text that cannot be taken for markup.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
