//! The invariants of ARCHITECTURE.md: rooms in reading order, no web above `browser`, no new circles between files, no panics, files
//! of a readable size.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a file that cannot be read fails the test, as it should")]
#![expect(clippy::wildcard_enum_match_arm, reason = "syn's syntax trees grow")]

mod circles;
mod debug;
mod source;

use source::{Source, all, rooms};

/// The rooms above `browser`, with their files.
fn above_the_browser() -> Vec<Source> {
    let rooms = rooms();
    let below = rooms.iter().position(|room| room == "browser").unwrap();
    let inside = |source: &Source| source.module.first().is_some_and(|room| rooms[..below].contains(room));
    all().into_iter().filter(inside).collect()
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let rooms = rooms();
    assert!(rooms.len() > 10 && rooms.first().is_some_and(|first| first == "units"), "{rooms:?}");
    let place = |room: &String| rooms.iter().position(|name| name == room);
    let mut broken = Vec::new();
    for source in all() {
        let Some(own) = source.module.first().and_then(place) else { continue };
        let passed_on = source.imports.iter().map(|import| &import.path);
        for path in source.paths.iter().chain(passed_on) {
            // A path of one name is something of the file's own; `text::cut` may be a module that `use` has brought in.
            let is_imported = source.imports.iter().any(|import| path.len() > 1 && path.first() == Some(&import.name));
            let Some(other) = path.first().filter(|_| path.len() > 1 && !is_imported).and_then(place) else { continue };
            if other > own {
                broken.push(format!("{} names {}, which stands below {}", source.file, path.join("::"), rooms[own]));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn nothing_above_the_browser_knows_the_web() {
    const WEB: [&str; 6] = ["yew", "web_sys", "gloo", "wasm_bindgen", "js_sys", "plotters_canvas"];
    let mut broken = Vec::new();
    for source in above_the_browser() {
        let passed_on = source.imports.iter().map(|import| &import.path);
        for path in source.paths.iter().chain(passed_on) {
            if path.first().is_some_and(|name| WEB.contains(&name.as_str()) || name.starts_with("gloo_")) {
                broken.push(format!("{} names {}", source.file, path.join("::")));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn files_use_one_another_in_one_direction() {
    let found = circles::between(&all());
    circles::compare(&found, circles::KNOWN).unwrap_or_else(|difference| panic!("{difference}"));
}

#[test]
fn files_are_of_a_readable_size() {
    let mut lengths: Vec<(usize, String)> = all().into_iter().map(|source| (source.lines, source.file)).collect();
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
fn debug_formats_stay_in_tests() {
    let found = debug::formats();
    assert!(found.is_empty(), "write it out, or implement Display:\n{}", found.join("\n"));
}

/// The page is built by the compiler that builds its tests, with nothing changed but how hard it optimises.
#[test]
fn tests_and_page_are_compiled_by_the_same_rules() {
    let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("Cargo.toml"), root.join("Trunk.toml"), root.join("index.html")];
    files.push(root.join(".cargo/config.toml"));
    source::gather(&root.join("xtask/src"), &mut files);
    let mut broken = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for rule in
            ["rustflags", "RUSTFLAGS", "RUSTC_BOOTSTRAP", "build-std", "fmt-debug", "[unstable]", "cargo-features"]
        {
            if text.contains(rule) {
                broken.push(format!("{} says {rule}", file.strip_prefix(&root).unwrap().display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn floats_that_differ_between_platforms_stay_out() {
    let mut broken = Vec::new();
    for source in above_the_browser() {
        for (number, line) in source.text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for call in [".powf(", ".powi(", ".exp()", ".ln()", ".log10()", ".sin()", ".cos()", ".mul_add("] {
                if code.contains(call) {
                    broken.push(format!("{}:{}: {call}", source.file, number + 1));
                }
            }
        }
    }
    assert!(broken.is_empty(), "use libm, so that wasm and native agree to the bit:\n{}", broken.join("\n"));
}
