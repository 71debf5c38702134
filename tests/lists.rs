//! Lists and numbers that documents and the page write out agree with the program.

#![cfg(not(target_arch = "wasm32"))]

use groundplan::{
    options::OPTIONS,
    questionnaire::{ClosedSet, Criterion, PRESETS},
};

fn text(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default()
}

fn says(path: &str, wanted: &str) {
    assert!(text(path).contains(wanted), "{path} should say \"{wanted}\"");
}

fn in_words(count: usize) -> &'static str {
    [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen",
    ]
    .get(count)
    .copied()
    .unwrap_or("more than thirteen")
}

fn in_code<'a>(keys: impl Iterator<Item = &'a str>) -> String {
    keys.map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

#[test]
fn options_and_presets_are_those_the_documents_list() {
    let options = in_code(OPTIONS.iter().map(|hosting| hosting.id.0));
    says("docs/embed.md", &format!("two or more of {options}:"));
    says("docs/embed.md", &format!("| `preset` | {} |", in_code(PRESETS.iter().map(|preset| preset.id))));
}

#[test]
fn what_is_counted_in_words_is_as_many() {
    let (options, presets) = (in_words(OPTIONS.len()), in_words(PRESETS.len()));
    let capital = options[..1].to_uppercase() + &options[1..];
    says("index.html", &format!("{capital} ways to host the site"));
    says("ARCHITECTURE.md", &format!("the {options} ways to host"));
    says("ARCHITECTURE.md", &format!("goldens of the {presets} presets"));
    says("CONTRIBUTING.md", &format!("the reports of the {presets} presets"));
    says(
        "docs/decisions/001-additive-model-on-fixed-anchors.md",
        &format!("{} criteria", in_words(Criterion::ALL.len())),
    );
}
