//! The catalog held against what is published, and against itself: prices that follow from one another, machines that
//! grow. All checks are run, and all faults reported. What must hold from file to file: `src/catalog/checks.rs`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop at the first surprise, as tests do")]

mod coverage;
mod derived;
mod published;
mod rows;

use groundplan::catalog::{Catalog, Region};

/// Notes what it finds wrong.
type Check = fn(&Catalog, &mut Vec<String>);

const CHECKS: &[(&str, Check)] = &[
    ("published prices are met", published::prices),
    ("conflicts between sources are settled as written", published::settled_conflicts),
    ("published promises are met", published::promises),
    ("half the transfer is included where Lightsail says so", published::halved_transfer),
    ("only what is called free costs nothing", derived::free_items),
    ("a price is found where it is listed and nowhere else", derived::places),
    ("a standby doubles the price of a database", derived::standby),
    ("Valkey costs four fifths of Redis", derived::valkey),
    ("a reservation costs less than the same hour on demand", derived::reservations),
    ("a larger machine of a family costs more and holds more", derived::larger_machines),
    ("the next gigabyte never costs more than the last", derived::falling_tiers),
    ("credits follow from the baseline", derived::credits),
];

#[test]
fn the_catalog_is_as_published_and_agrees_with_itself() {
    let catalog = catalog();
    let mut faults = Vec::new();
    for (name, check) in CHECKS {
        let mut found = Vec::new();
        check(&catalog, &mut found);
        faults.extend(found.iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "the catalog:\n{}", faults.join("\n"));
}

#[test]
fn the_embedded_files_can_be_read() {
    let catalog = catalog();
    assert_eq!(catalog.version(), "2026-11-30");
    assert!(catalog.skus().count() > 1_200, "prices were lost");
}

fn catalog() -> Catalog {
    Catalog::read().unwrap_or_else(|wrong| panic!("assets/catalog cannot be read: {wrong}"))
}

fn usd(catalog: &Catalog, sku: &str, region: Region) -> Option<f64> {
    catalog.price(sku, region).ok().map(|price| price.usd.value())
}
