//! The picture of every architecture, measured: nothing overlaps, no line runs through anything, zones are congruent,
//! and the table of the rest is kept to be read.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop at the first surprise, as tests do")]

mod exports;
mod failures;
mod fixtures;
mod metrics;

use std::{fmt::Write as _, sync::OnceLock};

use expect_test::expect_file;
use fixtures::{Case, cases, reference};
use groundplan::{
    architecture::ZoneCount,
    diagram::{FONT_SIZE, Orientation, Overlay, Picture, Theme, draw, svg},
    typeface::{self, Weight},
};
use metrics::Metrics;

const ORIENTATIONS: [Orientation; 2] = [Orientation::Landscape, Orientation::Portrait];

struct Drawn {
    name: String,
    case: Case,
    picture: Picture,
    metrics: Metrics,
}

/// Every case in both orientations, drawn once for all tests.
fn every(mut check: impl FnMut(&str, &Case, &Picture, &Metrics)) {
    static DRAWN: OnceLock<Vec<Drawn>> = OnceLock::new();
    let all = DRAWN.get_or_init(|| {
        let pairs = cases().into_iter().flat_map(|case| ORIENTATIONS.map(|orientation| (case.clone(), orientation)));
        pairs
            .map(|(case, orientation)| {
                let picture = draw(&case.architecture, orientation);
                let metrics = Metrics::of(&case.architecture, &picture);
                Drawn { name: format!("{}, {orientation:?}", case.name), case, picture, metrics }
            })
            .collect()
    });
    for drawn in all {
        check(&drawn.name, &drawn.case, &drawn.picture, &drawn.metrics);
    }
}

#[test]
fn nothing_overlaps_and_no_line_runs_through_anything() {
    let mut faults = String::new();
    every(|name, _, picture, metrics| {
        let lists = [
            ("overlap", &metrics.overlaps),
            ("through", &metrics.through),
            ("over", &metrics.over),
            ("cut", &metrics.cut),
            ("misplaced", &metrics.misplaced),
        ];
        for (kind, list) in lists {
            for fault in list {
                let _ = writeln!(faults, "{name}: {kind}: {fault}");
            }
        }
        let limit = if picture.groups.iter().any(|group| group.title.text == "Availability Zone C") { 8 } else { 4 };
        let counted = [
            ("crossings", metrics.crossings > limit),
            ("collinear", metrics.collinear > 0),
            ("slanted", metrics.slanted > 0),
            ("mean bends", metrics.mean_bends() > 2.2),
            ("most bends", metrics.bends.iter().any(|bends| *bends > 5)),
            ("spacing", metrics.spacing < 12),
            ("clearance", metrics.clearance < 8),
            ("incongruent zones", metrics.incongruent > 0),
            ("flow", metrics.forward < 0.9),
            ("aspect", picture.orientation == Orientation::Landscape && !(1.25..=2.1).contains(&metrics.aspect)),
            ("whitespace", metrics.filled < 0.05),
            ("screen", picture.orientation == Orientation::Landscape && metrics.screen < 12.0),
            ("print", picture.orientation == Orientation::Landscape && metrics.print < 7.0),
        ];
        for (kind, _) in counted.iter().filter(|(_, failed)| *failed) {
            let _ = writeln!(faults, "{name}: {kind}");
        }
    });
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn the_table_of_metrics() {
    let mut table = format!(
        "{:<44} {:>10} {:>5} {:>5} {:>11} {:>7} {:>5} {:>6} {:>6} {:>6} {:>6} {:>5} {:>6}\n",
        "picture",
        "size",
        "lines",
        "cross",
        "bends ø/max",
        "spacing",
        "clear",
        "flow",
        "aspect",
        "filled",
        "screen",
        "print",
        "score"
    );
    every(|name, _, picture, metrics| {
        let none_or = |value: i32| if value == i32::MAX { "-".to_owned() } else { value.to_string() };
        let _ = writeln!(
            table,
            "{name:<44} {:>10} {:>5} {:>5} {:>11} {:>7} {:>5} {:>5.0}% {:>6.2} {:>5.1}% {:>6.1} {:>5.1} {:>6.3}",
            format!("{}×{}", picture.width, picture.height),
            picture.edges.len(),
            metrics.crossings,
            format!("{:.2}/{}", metrics.mean_bends(), metrics.bends.iter().max().unwrap_or(&0)),
            none_or(metrics.spacing),
            none_or(metrics.clearance),
            metrics.forward * 100.0,
            metrics.aspect,
            metrics.filled * 100.0,
            metrics.screen,
            metrics.print,
            metrics.score(),
        );
    });
    expect_file!["../goldens/diagram-metrics.txt"].assert_eq(&table);
}

#[test]
fn the_reference_architecture_crosses_itself_at_most_once() {
    let architecture = reference(ZoneCount::Two);
    for orientation in ORIENTATIONS {
        let metrics = Metrics::of(&architecture, &draw(&architecture, orientation));
        assert!(metrics.crossings <= 1, "{orientation:?}: {}", metrics.crossings);
    }
}

/// The column of results is 1005 px wide in a window of 1440, and about 342 on a telephone of 390.
#[test]
fn what_the_options_build_is_drawn_without_a_crossing_and_to_be_read_in_its_column() {
    every(|name, _, picture, metrics| {
        if !name.starts_with("option") {
            return;
        }
        let (column, least) = match picture.orientation {
            Orientation::Landscape => (1005.0, 11.0),
            Orientation::Portrait => (342.0, 9.0),
        };
        let rendered = f64::from(FONT_SIZE) * (column / f64::from(picture.width)).min(1.0);
        assert!(rendered >= least, "{name}: {rendered:.1} px");
        assert_eq!(metrics.crossings, 0, "{name}");
    });
}

/// Costs are laid over the finished picture: each stands at the corner of its card where no line begins or ends.
#[test]
fn no_cost_hides_an_arrow_head() {
    every(|name, _, picture, _| {
        for node in &picture.nodes {
            let pill = picture.chip(node, "$76.12").grown(2);
            for edge in &picture.edges {
                let tip = edge.points[edge.points.len() - 1];
                assert!(!pill.crossed_by(tip, tip), "{name}: the cost of {:?} hides {:?}", node.id, edge.from);
            }
        }
    });
}

/// Two figures are wider than the circle of one.
#[test]
fn every_number_fits_its_pill_and_hides_no_arrow_head() {
    every(|name, _, picture, _| {
        for callout in &picture.callouts {
            let number = typeface::width(&callout.number.to_string(), f64::from(FONT_SIZE), Weight::Bold);
            for pill in callout.pills() {
                assert!(f64::from(pill.width) >= number + 8.0, "{name}: {} in {pill:?}", callout.number);
                for edge in &picture.edges {
                    let tip = edge.points[edge.points.len() - 1];
                    assert!(!pill.crossed_by(tip, tip), "{name}: {} hides an arrow head", callout.number);
                }
            }
        }
    });
}

#[test]
fn every_connection_of_the_architecture_is_drawn() {
    every(|name, case, picture, _| {
        for node in &case.architecture.components {
            let drawn = picture.node(node.id);
            assert!(drawn.is_some(), "{name}: {:?}", node.id);
        }
        let fleet = |id| case.architecture.replaces_itself() && format!("{id:?}").contains("web-");
        for link in &case.architecture.links {
            let is = |end: &groundplan::diagram::End, id| match end {
                groundplan::diagram::End::Node(of) => *of == id,
                groundplan::diagram::End::AutoScaling => fleet(id),
            };
            let drawn = picture
                .edges
                .iter()
                .any(|edge| is(&edge.from, link.from) && is(&edge.to, link.to) && edge.path == link.path);
            assert!(drawn, "{name}: {link:?}");
        }
    });
}

#[test]
fn names_are_whole_in_at_most_two_lines() {
    every(|name, _, picture, _| {
        for node in &picture.nodes {
            let lines: Vec<&str> = node.name.iter().map(|line| line.text.as_str()).collect();
            let full = node.service.name();
            assert!((1..=2).contains(&lines.len()), "{name}: {lines:?}");
            let said = lines.join(" ");
            assert!(full.contains(&said) || said == "Backup", "{name}: {said} is not {full}");
            for brand in ["Amazon", "AWS"] {
                assert!(!full.starts_with(brand) || said.starts_with(brand) || said == "Backup", "{name}: {said}");
            }
        }
    });
}

#[test]
fn callouts_count_up_in_reading_order() {
    every(|name, case, picture, _| {
        let numbers: Vec<usize> = picture.callouts.iter().map(|callout| callout.number).collect();
        assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "{name}");
        let told: usize = picture.callouts.iter().map(|callout| callout.components.len()).sum();
        assert_eq!(told, case.architecture.components.len(), "{name}");
        let firsts: Vec<_> = picture
            .callouts
            .iter()
            .map(|callout| {
                let lane = callout.components.iter().any(|id| {
                    case.architecture
                        .component(*id)
                        .is_some_and(|c| c.place == groundplan::architecture::Place::Deployment)
                });
                let at = callout.at[0];
                (lane, if picture.orientation == Orientation::Landscape { (at.x, at.y) } else { (at.y, at.x) })
            })
            .collect();
        assert!(firsts.is_sorted(), "{name}: {firsts:?}");
        assert!(picture.callouts.iter().all(|callout| !callout.role.is_empty()), "{name}");
    });
}

#[test]
fn the_same_architecture_is_the_same_bytes_and_few_of_them() {
    every(|name, case, picture, _| {
        let once = svg(picture, &Overlay::default(), Theme::Auto, None);
        let again = svg(&draw(&case.architecture, picture.orientation), &Overlay::default(), Theme::Auto, None);
        assert_eq!(once, again, "{name}");
        assert!(once.len() < 40_000, "{name}: {} bytes", once.len());
    });
}
