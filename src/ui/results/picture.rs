use yew::prelude::*;

use crate::{
    architecture::ComponentId,
    diagram::{
        Anchor, CALLOUT, CARD_CORNER, Edge, GLYPH_SIZE, Group, ICON_SIZE, KeyEntry, Line, Node, Overlay, Picture,
        Point, Rect, in_pill, pill, text_length,
    },
    typeface::Weight,
};

/// The widest picture that a telephone may shrink to its screen and still show words to be read.
const SLIM: i32 = 480;

/// A picture as SVG, element by element: the same geometry the exported file is made of.
pub(super) fn drawn(picture: &Picture, overlay: &Overlay) -> Html {
    let (width, height) = (picture.width, picture.height);
    let notes = overlay.notes.iter().filter_map(|(id, words)| Some((picture.node(*id)?, words)));
    html! {
        <svg
            class={classes!("picture", (width <= SLIM).then_some("slim"))}
            viewBox={format!("0 0 {width} {height}")}
            width={width.to_string()}
            height={height.to_string()}
            role="img"
            aria-label={format!("{}. {}", picture.title, picture.description)}
        >
            for (i, group) in picture.groups.iter().enumerate() {
                <g key={format!("{i} {}", group.kind.class())}>
                    {rect(&format!("group {}", group.kind.class()), &group.rect, 0)}
                </g>
            }
            for edge in &picture.edges {
                {line_with_head(edge, overlay)}
            }
            for group in &picture.groups {
                {title(group)}
            }
            for edge in &picture.edges {
                if let Some((label, _)) = &edge.label_at {
                    {words_on(label, format!("note{}", overlay.class(edge)))}
                }
            }
            for node in &picture.nodes {
                {card(node, overlay)}
            }
            for callout in &picture.callouts {
                for at in &callout.at {
                    {sign("callout", *at, callout.number.to_string())}
                }
            }
            for (node, words) in notes {
                {chip(&picture.chip(node, words), words)}
            }
            for entry in &picture.key {
                {key_entry(entry)}
            }
        </svg>
    }
}

/// A line that runs elsewhere is another line, by its key: it appears while the cards glide.
fn line_with_head(edge: &Edge, overlay: &Overlay) -> Html {
    let class = |part: &str| format!("{part} {}{}", edge.path.class(), overlay.class(edge));
    html! {
        <g key={format!("{} {}", edge.label, edge.outline())} class="appears">
            <path class={class("line")} d={edge.outline()} />
            <path class={class("head")} d={edge.head()} />
        </g>
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

fn words(class: String, at: Point, text: String, weight: Weight) -> Html {
    html! {
        <text
            {class}
            x={at.x.to_string()}
            y={at.y.to_string()}
            textLength={text_length(&text, weight)}
            lengthAdjust="spacingAndGlyphs"
        >
            {text}
        </text>
    }
}

fn words_on(line: &Line, class: String) -> Html {
    let class = match line.anchor {
        Anchor::Start => class,
        Anchor::Middle => format!("{class} middle"),
    };
    words(class, line.at, line.text.clone(), Weight::Regular)
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
            {words_on(&group.title, format!("title {class}"))}
        </>
    }
}

fn card(node: &Node, overlay: &Overlay) -> Html {
    let is_in = |ids: &[ComponentId]| ids.contains(&node.id);
    let (x, y) = (node.rect.x, node.rect.y);
    // There and back: the style sheet lets the way there take its time when the card's place changes.
    html! {
        <g key={node.id.0} class="glides" transform={format!("translate({x} {y})")}>
            <g transform={format!("translate({} {})", -x, -y)}>
                {rect("card", &node.rect, CARD_CORNER)}
                <path class={format!("tile {}", node.category.class())} d={node.tile_path()} />
                <path class="glyph" transform={placed(node.glyph_at, GLYPH_SIZE)} d={node.glyph.path()} />
                for name in &node.name {
                    {words_on(name, "name".to_owned())}
                }
                for note in &node.note {
                    {words_on(note, "note".to_owned())}
                }
                if is_in(&overlay.stopped) {
                    {rect("veil", &node.rect, CARD_CORNER)}
                    <path class="cross" d={node.cross_path()} />
                }
                if is_in(&overlay.taking_over) {
                    {rect("heir", &node.frame(), CARD_CORNER + 3)}
                }
                if is_in(&overlay.weak) {
                    {rect("weak", &node.frame(), CARD_CORNER + 3)}
                    {sign("alarm", node.alarm(), "!".to_owned())}
                }
            </g>
        </g>
    }
}

/// A number or a sign on its pill.
fn sign(class: &str, at: Point, text: String) -> Html {
    let pill = pill(at, &text);
    html! {
        <>
            {rect(class, &pill, CALLOUT)}
            {words("number middle".to_owned(), in_pill(&pill), text, Weight::Bold)}
        </>
    }
}

fn chip(pill: &Rect, text: &str) -> Html {
    html! {
        <>
            {rect("chip", pill, CALLOUT)}
            {words("price middle".to_owned(), in_pill(pill), text.to_owned(), Weight::Regular)}
        </>
    }
}

fn key_entry(entry: &KeyEntry) -> Html {
    let (sample, head) = entry.sample();
    let class = entry.path.class();
    html! {
        <>
            <path class={format!("line {class}")} d={sample} />
            <path class={format!("head {class}")} d={head} />
            {words_on(&entry.text, "note".to_owned())}
        </>
    }
}
