//! The page as text, rendered without a browser: what a reader without a screen would go through, heading by heading.
//!
//! Goldens in `tests/goldens/page`; `UPDATE_EXPECT=1 cargo test --features ssr` writes them anew.

#![cfg(all(feature = "ssr", not(target_arch = "wasm32")))]

use expect_test::expect_file;
use groundplan::ui::{App, AppProps};

fn html(fragment: &str) -> String {
    let props = AppProps { fragment: fragment.to_owned().into(), ..AppProps::default() };
    pollster::block_on(yew::LocalServerRenderer::<App>::with_props(props).hydratable(false).render())
}

/// The skeleton of the page: its regions, and in them the words of headings, legends, labels, buttons and summaries.
/// What the figures are is told by other goldens.
fn outline(html: &str) -> String {
    let mut out = String::new();
    let mut regions = 0_usize;
    for (at, _) in html.match_indices('<') {
        let tag = html[at + 1..].split('>').next().unwrap_or_default();
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
        let line = match name {
            "header" | "main" | "section" | "fieldset" | "footer" if tag.starts_with('/') => {
                regions -= 1;
                continue;
            }
            "header" | "main" | "section" | "fieldset" | "footer" => {
                regions += 1;
                let line = format!("{name} {}", attribute(tag, "aria-label"));
                out.push_str(&format!("{}{}\n", "  ".repeat(regions - 1), line.trim_end()));
                continue;
            }
            "h1" | "h2" | "h3" | "h4" | "legend" | "label" | "button" | "summary" if !tag.starts_with('/') => {
                let inside = html[at..].split(&format!("</{name}>")).next().unwrap_or_default();
                let state = ["aria-pressed", "aria-expanded"].map(|state| attribute(tag, state)).concat();
                let state = if state == "true" { " (on)" } else { "" };
                format!("{name} {}{state}", words(inside))
            }
            _ => continue,
        };
        out.push_str(&format!("{}{line}\n", "  ".repeat(regions)));
    }
    out
}

fn attribute<'a>(tag: &'a str, name: &str) -> &'a str {
    tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default()
}

/// The words between tags.
fn words(html: &str) -> String {
    let pieces = html.split('<').filter_map(|piece| piece.split_once('>').map(|(_, words)| words.trim()));
    pieces.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_of_a_shop_reads_from_top_to_bottom() {
    expect_file!["goldens/page/shop.txt"].assert_eq(&outline(&html("preset=shop")));
}

#[test]
fn a_broken_link_and_no_fitting_option_read_as_such() {
    expect_file!["goldens/page/nothing-fits.txt"]
        .assert_eq(&outline(&html("preset=viral&budget=20&colour=blue&visits=lots")));
}

#[test]
fn no_style_and_no_script_stands_in_the_page() {
    for preset in groundplan::questionnaire::PRESETS {
        let html = html(&format!("preset={}", preset.id));
        assert!(!html.contains(" style=") && !html.contains("<script") && !html.contains("<style"), "{}", preset.id);
        assert!(!html.contains("NaN") && !html.contains("inf "), "{}", preset.id);
    }
}

#[test]
fn every_label_and_description_names_an_element_that_is_there() {
    let html = html("preset=membership");
    let ids: Vec<&str> =
        html.match_indices(" id=\"").map(|(at, _)| html[at + 5..].split('"').next().unwrap_or_default()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "two elements share an id");
    for attribute in [" for=\"", " aria-describedby=\"", " aria-labelledby=\"", " aria-controls=\""] {
        for (at, _) in html.match_indices(attribute) {
            for id in html[at + attribute.len()..].split('"').next().unwrap_or_default().split(' ') {
                assert!(ids.contains(&id), "nothing is called {id:?}{attribute}");
            }
        }
    }
}
