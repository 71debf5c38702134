//! The laws of the house: rooms in reading order, no web above `browser`, no panics, files of a readable size.

#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails the test, as it should")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The rooms in the order `src/lib.rs` lists them.
fn rooms() -> Vec<String> {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, with its text up to the tests in it.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()));
            }
        }
    }
    found.sort();
    found
}

/// The rooms a text names: `crate::room`, and the names in `use crate::{…}`.
fn named(text: &str, rooms: &[String]) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for room in rooms {
        let direct = code.contains(&format!("crate::{room}::")) || code.contains(&format!("crate::{room};"));
        let grouped = code.match_indices("use crate::{").any(|(at, _)| {
            let block = code[at..].split(";\n").next().unwrap_or_default();
            block.lines().any(|line| {
                let line = line.trim().trim_start_matches("use crate::{");
                line.starts_with(&format!("{room}::")) || line.trim_end_matches(',') == room
            })
        });
        if direct || grouped {
            found.push(room.clone());
        }
    }
    found
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let rooms = rooms();
    assert!(rooms.len() > 10 && rooms.first().is_some_and(|first| first == "units"), "{rooms:?}");
    let mut broken = Vec::new();
    for (position, room) in rooms.iter().enumerate() {
        for (path, text) in sources(&root().join("src").join(room)) {
            for other in named(&text, &rooms) {
                let below = rooms.iter().position(|name| *name == other).is_some_and(|at| at > position);
                if below {
                    broken.push(format!("{} uses {other}, which stands below {room}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn nothing_above_the_browser_knows_the_web() {
    let mut broken = Vec::new();
    for room in rooms().iter().take_while(|room| *room != "browser") {
        for (path, text) in sources(&root().join("src").join(room)) {
            for name in ["yew::", "web_sys::", "gloo::", "gloo_", "wasm_bindgen::", "js_sys::", "plotters_canvas::"] {
                if text.contains(name) {
                    broken.push(format!("{} names {name}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn files_are_of_a_readable_size() {
    let all = sources(&root().join("src"));
    let mut lengths: Vec<(usize, String)> =
        all.iter().map(|(path, text)| (text.lines().count(), path.display().to_string())).collect();
    lengths.sort();
    let long: Vec<_> = lengths.iter().filter(|(lines, _)| *lines > 500).collect();
    assert!(long.is_empty(), "over 500 lines: {long:?}");
    let ninetieth = lengths[lengths.len() * 9 / 10].0;
    assert!(
        ninetieth < 300,
        "nine in ten files should stay below 300 lines; the ninetieth of a hundred has {ninetieth}"
    );
}

#[test]
fn floats_that_differ_between_platforms_stay_out() {
    let mut broken = Vec::new();
    for room in rooms().iter().take_while(|room| *room != "browser") {
        for (path, text) in sources(&root().join("src").join(room)) {
            for (number, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                for call in [".powf(", ".powi(", ".exp()", ".ln()", ".log10()", ".sin()", ".cos()", ".mul_add("] {
                    if code.contains(call) {
                        broken.push(format!("{}:{}: {call}", path.display(), number + 1));
                    }
                }
            }
        }
    }
    assert!(broken.is_empty(), "use libm, so that wasm and native agree to the bit:\n{}", broken.join("\n"));
}
