//! The files a picture is exported to hold what the picture shows, and are what their readers expect.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect_file;
use groundplan::{
    architecture::ZoneCount,
    diagram::{
        End, Entry, FONT_SIZE, GroupKind, Legend, Orientation, Overlay, Picture, Point, Rect, Theme, draw, drawio,
        full_size, outline, svg,
    },
    typeface::{self, Weight},
};
use roxmltree::{Document, Node};

use crate::{ORIENTATIONS, every, fixtures::reference};

fn overlay(picture: &Picture) -> Overlay {
    Overlay {
        notes: picture.nodes.iter().map(|node| (node.id, "$1,234 & more".to_owned())).collect(),
        weak: picture.nodes.iter().map(|node| node.id).collect(),
        stopped: picture.nodes.iter().map(|node| node.id).collect(),
        taking_over: picture.nodes.iter().map(|node| node.id).collect(),
        legend: Legend::Shown,
        footnote: "With 2 figures & more of the reader's own".to_owned(),
    }
}

#[test]
fn an_svg_file_stands_alone() {
    every(|name, _, picture, _| {
        for theme in [Theme::Light, Theme::Dark, Theme::Auto] {
            let text = svg(picture, &overlay(picture), theme, None);
            let document = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let root = document.root_element();
            let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{name}: {ids:?}");
            for id in root.attribute("aria-labelledby").unwrap().split(' ') {
                let named = document.descendants().find(|node| node.attribute("id") == Some(id)).unwrap();
                assert!(named.text().is_some_and(|text| !text.is_empty()), "{name}: {id} says nothing");
            }
            for node in document.descendants().filter(Node::is_element) {
                assert!(!matches!(node.tag_name().name(), "foreignObject" | "image" | "script" | "use"), "{name}");
                assert!(node.attribute("style").is_none() && node.attribute("href").is_none(), "{name}");
            }
            assert!(!text.replace("http://www.w3.org/2000/svg", "").contains("http"), "{name}");
            // With every overlay on every part at once, and a length at each of their texts; 40,000 hold for what is shown
            // without.
            assert!(text.len() < 53_000, "{name}: {} bytes", text.len());
            assert_eq!(text.contains("prefers-color-scheme"), theme == Theme::Auto);
        }
    });
}

/// A program without the face draws every line as wide as it was laid out, inside the picture.
#[test]
fn every_text_of_an_svg_file_says_how_wide_it_is() {
    every(|name, _, picture, _| {
        let overlay = overlay(picture);
        let (width, height) = full_size(picture, &overlay);
        let text = svg(picture, &overlay, Theme::Light, None);
        let document = Document::parse(&text).unwrap();
        for node in document.descendants().filter(|node| node.has_tag_name("text")) {
            let said = node.text().unwrap();
            let number = |name| node.attribute(name).unwrap().parse::<f64>().unwrap();
            let class = node.attribute("class").unwrap();
            let weight =
                if class.contains("number") || class.contains("strong") { Weight::Bold } else { Weight::Regular };
            let length = number("textLength");
            assert!((length - typeface::width(said, f64::from(FONT_SIZE), weight)).abs() < 0.01, "{name}: {said}");
            assert_eq!(node.attribute("lengthAdjust"), Some("spacingAndGlyphs"), "{name}: {said}");
            let left = number("x") - if class.contains("middle") { length / 2.0 } else { 0.0 };
            assert!(left >= 0.0 && left + length <= f64::from(width), "{name}: {said} is cut off");
            assert!(number("y") <= f64::from(height), "{name}: {said} is cut off");
        }
    });
}

#[test]
fn an_svg_file_carries_the_typeface_when_it_is_given() {
    let picture = draw(&reference(ZoneCount::Two), Orientation::Landscape);
    let text = svg(&picture, &Overlay::default(), Theme::Auto, Some(typeface::ADDRESS));
    let document = Document::parse(&text).unwrap();
    let style = document.descendants().find(|node| node.has_tag_name("style")).unwrap().text().unwrap();
    assert!(style.starts_with("@font-face{font-family:\"Public Sans\";"), "{}", &style[..100]);
    assert_eq!(style.matches("data:font/woff2;base64,d09GMg").count(), 1, "the file begins with wOF2");
}

#[test]
fn everything_said_on_the_picture_is_in_the_svg() {
    every(|name, _, picture, _| {
        let text = svg(picture, &Overlay::default(), Theme::Light, None);
        let document = Document::parse(&text).unwrap();
        let said: String = document.descendants().filter_map(|node| node.text()).collect::<Vec<_>>().join("\n");
        for node in &picture.nodes {
            assert!(node.name.iter().chain(&node.note).all(|line| said.contains(&line.text)), "{name}: {:?}", node.id);
        }
        for callout in &picture.callouts {
            let words = callout.role.split(' ').next().unwrap();
            assert!(said.contains(words), "{name}: {words}");
        }
    });
}

#[test]
fn a_drawio_file_holds_the_same_geometry() {
    every(|name, _, picture, _| {
        let text = drawio(picture);
        let document = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let cells: BTreeMap<&str, Node<'_, '_>> = document
            .descendants()
            .filter(|node| node.has_tag_name("mxCell"))
            .map(|node| (node.attribute("id").unwrap(), node))
            .collect();
        let count = document.descendants().filter(|node| node.has_tag_name("mxCell")).count();
        assert_eq!(count, cells.len(), "{name}: two cells with one id");
        for node in &picture.nodes {
            assert_eq!(placed(&cells, &format!("node-{}", node.id.0)), node.rect, "{name}");
        }
        for edge in &picture.edges {
            let ends = [edge.from, edge.to].map(|end| match end {
                End::Node(id) => format!("node-{}", id.0),
                End::AutoScaling => "group-scaling".to_owned(),
            });
            let inner = &edge.points[1..edge.points.len() - 1];
            let found = cells.values().any(|cell| {
                cell.attribute("source") == Some(&ends[0])
                    && cell.attribute("target") == Some(&ends[1])
                    && points(cell) == inner
            });
            assert!(found, "{name}: {edge:?}");
        }
        for group in &picture.groups {
            let found = cells.keys().any(|id| id.starts_with("group-") && placed(&cells, id) == group.rect);
            assert!(found, "{name}: {:?}", group.kind);
        }
        for (id, cell) in &cells {
            let parent = cell.attribute("parent");
            assert!(parent.is_none_or(|parent| cells.contains_key(parent)), "{name}: {id} is nowhere");
        }
    });
}

/// Where a cell stands on the page: its place within its parent, within its parent …
fn placed(cells: &BTreeMap<&str, Node<'_, '_>>, id: &str) -> Rect {
    let cell = cells.get(id).unwrap_or_else(|| panic!("no {id}"));
    let Some(geometry) = cell.children().find(|child| child.has_tag_name("mxGeometry")) else {
        return Rect { x: 0, y: 0, width: 0, height: 0 };
    };
    let number = |name| geometry.attribute(name).map_or(0, |value| value.parse().unwrap());
    let outer = placed(cells, cell.attribute("parent").unwrap());
    Rect { x: outer.x + number("x"), y: outer.y + number("y"), width: number("width"), height: number("height") }
}

fn points(cell: &Node<'_, '_>) -> Vec<Point> {
    let array = cell.descendants().find(|node| node.has_tag_name("Array"));
    let points = array.into_iter().flat_map(|array| array.children().filter(|node| node.has_tag_name("mxPoint")));
    points
        .map(|point| {
            let number = |name| point.attribute(name).unwrap().parse().unwrap();
            Point { x: number("x"), y: number("y") }
        })
        .collect()
}

/// Every icon draw.io is asked for by name, checked by hand against its AWS library: a wrong name draws an empty tile.
#[test]
fn drawio_knows_every_icon_it_is_asked_for() {
    let mut names = BTreeSet::new();
    every(|_, _, picture, _| {
        let text = drawio(picture);
        for part in text.split("mxgraph.aws4.").skip(1) {
            names.insert(part.split(';').next().unwrap().to_owned());
        }
    });
    let list: String = names.iter().map(|name| format!("{name}\n")).collect();
    expect_file!["../goldens/drawio-icons.txt"].assert_eq(&list);
}

/// Every style in use, without the places where lines are tied.
#[test]
fn drawio_styles_are_those_of_its_library() {
    let mut styles = BTreeSet::new();
    every(|_, _, picture, _| {
        let text = drawio(picture);
        let document = Document::parse(&text).unwrap();
        for style in document.descendants().filter_map(|node| node.attribute("style")) {
            styles.insert(style.split("exitX").next().unwrap().to_owned());
        }
    });
    let list: String = styles.iter().map(|style| format!("{style}\n")).collect();
    expect_file!["../goldens/drawio-styles.txt"].assert_eq(&list);
}

#[test]
fn the_outline_tells_every_part_once_and_every_connection() {
    every(|name, case, picture, _| {
        let outline = outline(&case.architecture, picture);
        let mut told = Vec::new();
        collect(&outline.entries, &mut told);
        told.sort_unstable();
        let mut parts: Vec<&str> = case.architecture.components.iter().map(|component| component.id.0).collect();
        parts.sort_unstable();
        assert_eq!(told, parts, "{name}");
        assert_eq!(outline.connections.len(), case.architecture.links.len(), "{name}");
    });
}

fn collect(entries: &[Entry], told: &mut Vec<&'static str>) {
    for entry in entries {
        match entry {
            Entry::Group { entries, kind, .. } => {
                assert_ne!(*kind, GroupKind::AutoScaling);
                collect(entries, told);
            }
            Entry::Part { id, .. } => told.push(id.0),
        }
    }
}

#[test]
fn the_outline_of_the_reference_architecture_reads_well() {
    let architecture = reference(ZoneCount::Two);
    let picture = draw(&architecture, Orientation::Landscape);
    expect_file!["../goldens/diagram-outline.txt"].assert_eq(&outline(&architecture, &picture).to_string());
}

#[test]
fn both_orientations_tell_the_same_connections() {
    let architecture = reference(ZoneCount::Two);
    let [landscape, portrait] =
        ORIENTATIONS.map(|orientation| outline(&architecture, &draw(&architecture, orientation)));
    assert_eq!(landscape.connections, portrait.connections);
}
