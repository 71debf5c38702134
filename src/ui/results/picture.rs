use yew::prelude::*;

use crate::{
    architecture::ComponentId,
    diagram::{
        Anchor, CALLOUT, CARD_CORNER, Callout, FONT_SIZE, GLYPH_SIZE, Group, ICON_SIZE, KeyEntry, Line, Node, Overlay,
        Picture, Point, Rect,
    },
};

/// The widest picture that a telephone may shrink to its screen and still show words to be read.
const SLIM: i32 = 440;

/// A picture as SVG, element by element: the same geometry the exported file is made of.
pub(super) fn drawn(picture: &Picture, overlay: &Overlay) -> Html {
    let (width, height) = (picture.width, picture.height);
    html! {
        <svg
            class={if width <= SLIM { "picture slim" } else { "picture" }}
            viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()}
            height={height.to_string()}
            role="img"
            aria-label={format!("{}. {}", picture.title, picture.description)}
        >
            { for picture.groups.iter().map(|group| rect(&format!("group {}", group.kind.class()), &group.rect, 0)) }
            { for picture.edges.iter().map(|edge| html! {
                <>
                    <path class={format!("line {}{}", edge.path.class(), overlay.class(edge))} d={edge.outline()} />
                    <path class={format!("head {}{}", edge.path.class(), overlay.class(edge))} d={edge.head()} />
                </>
            }) }
            { for picture.groups.iter().map(title) }
            { for picture.edges.iter().filter_map(|edge| edge.label_at.as_ref()).map(|(label, _)| line("note".to_owned(), label)) }
            { for picture.nodes.iter().map(|node| card(node, overlay)) }
            { for picture.callouts.iter().flat_map(circles) }
            { for overlay.notes.iter().filter_map(|(id, words)| chip(picture, *id, words)) }
            { for picture.key.iter().map(key_entry) }
        </svg>
    }
}

fn rect(class: &str, rect: &Rect, corner: i32) -> Html {
    html! {
        <rect
            class={class.to_owned()}
            x={rect.x.to_string()}
            y={rect.y.to_string()}
            width={rect.width.to_string()}
            height={rect.height.to_string()}
            rx={corner.to_string()}
        />
    }
}

fn words(class: String, at: Point, text: String) -> Html {
    // `text` is a keyword of html!, so the element is made by name.
    html! { <@{"text"} {class} x={at.x.to_string()} y={at.y.to_string()}>{ text }</@> }
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
    html! {
        <>
            if let Some((glyph, at)) = group.icon {
                <path class={format!("icon {class}")} transform={placed(at, ICON_SIZE)} d={glyph.path()} />
            }
            { line(format!("title {class}"), &group.title) }
        </>
    }
}

fn card(node: &Node, overlay: &Overlay) -> Html {
    let is_in = |ids: &[ComponentId]| ids.contains(&node.id);
    html! {
        <g key={node.id.0}>
            { rect("card", &node.rect, CARD_CORNER) }
            <path class={format!("tile {}", node.category.class())} d={node.tile_path()} />
            <path class="glyph" transform={placed(node.glyph_at, GLYPH_SIZE)} d={node.glyph.path()} />
            { for node.name.iter().map(|name| line("name".to_owned(), name)) }
            { for node.note.iter().map(|note| line("note".to_owned(), note)) }
            if is_in(&overlay.stopped) {
                { rect("veil", &node.rect, CARD_CORNER) }
                <path class="cross" d={node.cross_path()} />
            }
            if is_in(&overlay.taking_over) {
                { rect("heir", &node.frame(), CARD_CORNER + 3) }
            }
            if is_in(&overlay.weak) {
                { rect("weak", &node.frame(), CARD_CORNER + 3) }
                { circle("alarm", node.alarm(), "!".to_owned()) }
            }
        </g>
    }
}

fn circles(callout: &Callout) -> Vec<Html> {
    callout.at.iter().map(|at| circle("callout", *at, callout.number.to_string())).collect()
}

fn circle(class: &'static str, at: Point, text: String) -> Html {
    let below = Point { x: at.x, y: at.y + FONT_SIZE * 3 / 8 };
    html! {
        <>
            <circle {class} cx={at.x.to_string()} cy={at.y.to_string()} r={CALLOUT.to_string()} />
            { words("number middle".to_owned(), below, text) }
        </>
    }
}

fn chip(picture: &Picture, id: ComponentId, text: &str) -> Option<Html> {
    let pill = picture.node(id)?.chip(text);
    let middle = Point { x: pill.x + pill.width / 2, y: pill.y + pill.height / 2 + FONT_SIZE * 3 / 8 };
    Some(
        html! { <>{ rect("chip", &pill, pill.height / 2) }{ words("price middle".to_owned(), middle, text.to_owned()) }</> },
    )
}

fn key_entry(entry: &KeyEntry) -> Html {
    let (sample, head) = entry.sample();
    let class = entry.path.class();
    html! {
        <>
            <path class={format!("line {class}")} d={sample} />
            <path class={format!("head {class}")} d={head} />
            { line("note".to_owned(), &entry.text) }
        </>
    }
}
