use yew::prelude::*;

use crate::{
    architecture::ComponentId,
    diagram::{
        Anchor, CALLOUT, CARD_CORNER, Callout, FONT_SIZE, GLYPH_SIZE, Group, ICON_SIZE, KeyEntry, Line, Node, Overlay,
        Picture, Point, Rect,
    },
    ui::markup::{tag, together},
};

/// The widest picture that a telephone may shrink to its screen and still show words to be read.
const SLIM: i32 = 480;

/// A picture as SVG, element by element: the same geometry the exported file is made of.
pub(super) fn drawn(picture: &Picture, overlay: &Overlay) -> Html {
    let (width, height) = (picture.width, picture.height);
    tag("svg")
        .class(if width <= SLIM { "picture slim" } else { "picture" })
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .set("role", "img")
        .attr("aria-label", format!("{}. {}", picture.title, picture.description))
        .all(picture.groups.iter().enumerate().map(|(i, group)| {
            let class = group.kind.class();
            tag("g").key(format!("{i} {class}")).add(rect(&format!("group {class}"), &group.rect, 0))
        }))
        .all(picture.edges.iter().map(|edge| {
            // A line that runs elsewhere is another line: it appears while the cards glide.
            tag("g")
                .class("appears")
                .key(format!("{} {}", edge.label, edge.outline()))
                .add(
                    tag("path")
                        .attr("class", format!("line {}{}", edge.path.class(), overlay.class(edge)))
                        .attr("d", edge.outline()),
                )
                .add(
                    tag("path")
                        .attr("class", format!("head {}{}", edge.path.class(), overlay.class(edge)))
                        .attr("d", edge.head()),
                )
        }))
        .all(picture.groups.iter().map(title))
        .all(picture.edges.iter().filter_map(|edge| {
            edge.label_at.as_ref().map(|(label, _)| line(format!("note{}", overlay.class(edge)), label))
        }))
        .all(picture.nodes.iter().map(|node| card(node, overlay)))
        .all(picture.callouts.iter().flat_map(circles))
        .all(overlay.notes.iter().filter_map(|(id, words)| chip(picture, *id, words)))
        .all(picture.key.iter().map(key_entry))
        .html()
}

fn rect(class: &str, rect: &Rect, corner: i32) -> Html {
    tag("rect")
        .attr("class", class.to_owned())
        .attr("x", rect.x.to_string())
        .attr("y", rect.y.to_string())
        .attr("width", rect.width.to_string())
        .attr("height", rect.height.to_string())
        .attr("rx", corner.to_string())
        .html()
}

fn words(class: String, at: Point, text: String) -> Html {
    tag("text").attr("class", class).attr("x", at.x.to_string()).attr("y", at.y.to_string()).add(text).html()
}

fn line(class: String, line: &Line) -> Html {
    let class = match line.anchor {
        Anchor::Start => class,
        Anchor::Middle => format!("{class} middle"),
    };
    words(class, line.at, line.text.clone())
}

fn placed(at: Point, size: i32) -> String {
    let scale = size * 100 / 24;
    format!("translate({} {}) scale({}.{:02})", at.x, at.y, scale / 100, scale % 100)
}

fn title(group: &Group) -> Html {
    let class = group.kind.class();
    together((
        group.icon.map(|(glyph, at)| {
            tag("path")
                .attr("class", format!("icon {class}"))
                .attr("transform", placed(at, ICON_SIZE))
                .attr("d", glyph.path())
        }),
        line(format!("title {class}"), &group.title),
    ))
}

fn card(node: &Node, overlay: &Overlay) -> Html {
    let is_in = |ids: &[ComponentId]| ids.contains(&node.id);
    let (x, y) = (node.rect.x, node.rect.y);
    let drawn = tag("g")
        .attr("transform", format!("translate({} {})", -x, -y))
        .add(rect("card", &node.rect, CARD_CORNER))
        .add(tag("path").attr("class", format!("tile {}", node.category.class())).attr("d", node.tile_path()))
        .add(
            tag("path")
                .class("glyph")
                .attr("transform", placed(node.glyph_at, GLYPH_SIZE))
                .attr("d", node.glyph.path()),
        )
        .all(node.name.iter().map(|name| line("name".to_owned(), name)))
        .all(node.note.iter().map(|note| line("note".to_owned(), note)))
        .add((is_in(&overlay.stopped)).then(|| {
            together((rect("veil", &node.rect, CARD_CORNER), tag("path").class("cross").attr("d", node.cross_path())))
        }))
        .add((is_in(&overlay.taking_over)).then(|| rect("heir", &node.frame(), CARD_CORNER + 3)))
        .add((is_in(&overlay.weak)).then(|| {
            together((rect("weak", &node.frame(), CARD_CORNER + 3), circle("alarm", node.alarm(), "!".to_owned())))
        }));
    // There and back: the style sheet lets the way there take its time when the card's place changes.
    tag("g").class("glides").key(node.id.0).attr("transform", format!("translate({x} {y})")).add(drawn).html()
}

fn circles(callout: &Callout) -> Vec<Html> {
    callout.at.iter().map(|at| circle("callout", *at, callout.number.to_string())).collect()
}

fn circle(class: &'static str, at: Point, text: String) -> Html {
    let below = Point { x: at.x, y: at.y + FONT_SIZE * 3 / 8 };
    together((
        tag("circle")
            .class(class)
            .attr("cx", at.x.to_string())
            .attr("cy", at.y.to_string())
            .attr("r", CALLOUT.to_string()),
        words("number middle".to_owned(), below, text),
    ))
}

fn chip(picture: &Picture, id: ComponentId, text: &str) -> Option<Html> {
    let pill = picture.chip(picture.node(id)?, text);
    let middle = Point { x: pill.x + pill.width / 2, y: pill.y + pill.height / 2 + FONT_SIZE * 3 / 8 };
    Some(together((rect("chip", &pill, pill.height / 2), words("price middle".to_owned(), middle, text.to_owned()))))
}

fn key_entry(entry: &KeyEntry) -> Html {
    let (sample, head) = entry.sample();
    let class = entry.path.class();
    together((
        tag("path").attr("class", format!("line {class}")).attr("d", sample),
        tag("path").attr("class", format!("head {class}")).attr("d", head),
        line("note".to_owned(), &entry.text),
    ))
}
