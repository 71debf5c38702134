//! The same answers give the same advice, to the bit: here natively, and in a browser by `tests/web.rs`, against the
//! same golden files. The advice is kept whole beside its digest, so that a difference has a name and a value.

#![cfg(not(target_arch = "wasm32"))]

mod digests;

use groundplan::questionnaire::PRESETS;

#[test]
fn advice_is_what_it_was() {
    let mut differences = Vec::new();
    for preset in PRESETS {
        let is = digests::advice(preset);
        let golden = format!("goldens/advice/{}.json", preset.id);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            expect_test::expect_file![golden].assert_eq(&is);
            continue;
        }
        let was = std::fs::read_to_string(format!("{}/tests/{golden}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default();
        differences.extend(digests::first_difference(&was, &is).map(|found| format!("{}: {found}", preset.id)));
    }
    assert!(differences.is_empty(), "the first field that differs in each preset:\n{}", differences.join("\n"));
}

#[test]
fn advice_is_the_same_to_the_bit() {
    let first = digests::digests();
    assert_eq!(first, digests::digests(), "twice in the same run");
    expect_test::expect_file!["goldens/digests.txt"].assert_eq(&first);
}

#[test]
fn a_difference_is_named_by_its_path() {
    let named = |was, is| digests::first_difference(was, is);
    assert_eq!(named(r#"{"a": [1, {"b": 2}]}"#, r#"{"a": [1, {"b": 2}]}"#), None);
    assert_eq!(named(r#"{"a": [1, {"b": 2}]}"#, r#"{"a": [1, {"b": 3}]}"#).as_deref(), Some("a[1].b was 2 and is 3"));
    assert_eq!(named(r#"{"a": [1]}"#, r#"{"a": [1, 2]}"#).as_deref(), Some("a[1] was null and is 2"));
}
