//! Every place that `docs/coverage.md` names is there, and every correction has its row.

#![cfg(not(target_arch = "wasm32"))]

use std::{collections::BTreeSet, path::Path};

use groundplan::catalog::Catalog;

#[test]
fn every_place_is_there_and_every_correction_has_its_row() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("docs/coverage.md")).unwrap();
    let catalog = Catalog::bundled();
    let known: BTreeSet<&str> = catalog.corrections().iter().map(|correction| correction.id).collect();
    let mut named = BTreeSet::new();
    let mut places = 0;
    for row in text.lines().filter(|line| line.starts_with('|')) {
        for code in row.split('`').skip(1).step_by(2) {
            if let Some(id) = code.strip_prefix("correction ") {
                assert!(known.contains(id), "there is no correction {id}");
                named.insert(id);
            } else if ["src/", "assets/", "tests/", "docs/"].iter().any(|folder| code.starts_with(folder)) {
                assert!(root.join(code).exists(), "{code} is not there");
                places += 1;
            }
        }
    }
    assert!(places > 60, "only {places} places");
    assert_eq!(known.difference(&named).collect::<Vec<_>>(), Vec::<&&str>::new(), "corrections without a row");
}
