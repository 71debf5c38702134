//! `docs/prices.md` accounts for every row of the price lists: its tables add up, what it calls used is in the catalog, and
//! what it calls unused is not.

use std::collections::BTreeSet;

use groundplan::catalog::Catalog;

use super::catalog;

/// A row of one of its tables: the items, how many rows of the price lists they have, and the file or the reason.
struct Told {
    items: Vec<String>,
    rows: usize,
    why: String,
}

/// The tables of `docs/prices.md`: what is used, and what is not.
fn tables() -> [Vec<Told>; 2] {
    let text = std::fs::read_to_string(format!("{}/docs/prices.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (used, unused) = text.split_once("## Not used").unwrap();
    let count = |cell: &str| cell.replace(',', "").parse().unwrap();
    let cells =
        |line: &str| -> Vec<String> { line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect() };
    let items = |cell: &str| cell.split(", ").map(|item| item.trim_matches('`').to_owned()).collect();
    let rows =
        |text: &str| -> Vec<Vec<String>> { text.lines().filter(|line| line.starts_with("| `")).map(cells).collect() };
    [
        rows(used)
            .iter()
            .map(|row| Told { items: items(&row[1]), rows: count(&row[2]), why: row[0].clone() })
            .collect(),
        rows(unused)
            .iter()
            .map(|row| Told { items: items(&row[0]), rows: count(&row[1]), why: row[2].clone() })
            .collect(),
    ]
}

/// Whether an item is one of a pattern: `<family>` and `<size>` stand for one part of its name.
fn is_of(item: &str, pattern: &str) -> bool {
    let (item, pattern): (Vec<&str>, Vec<&str>) = (item.split('.').collect(), pattern.split('.').collect());
    item.len() == pattern.len() && item.iter().zip(&pattern).all(|(part, of)| part == of || of.starts_with('<'))
}

/// How many prices of the catalog, each an item in a Region, are of a pattern.
fn priced(catalog: &Catalog, patterns: &[String]) -> usize {
    let listed: BTreeSet<_> = catalog.listings().map(|listing| (listing.sku, listing.region)).collect();
    listed.iter().filter(|(sku, _)| patterns.iter().any(|pattern| is_of(sku, pattern))).count()
}

#[test]
fn every_row_of_the_price_lists_is_used_or_has_its_reason() {
    let catalog = catalog();
    let [used, unused] = tables();
    let sum = |told: &[Told]| told.iter().map(|told| told.rows).sum::<usize>();
    assert_eq!((sum(&used), sum(&unused), sum(&used) + sum(&unused)), (20_239, 6_592, 26_831));
    let mut faults = Vec::new();
    for told in &used {
        for item in told.items.iter().filter(|item| priced(&catalog, std::slice::from_ref(item)) == 0) {
            faults.push(format!("{item} is called used, and the catalog has no price of it"));
        }
        // Prices from other lists may stand beside them.
        let found = priced(&catalog, &told.items);
        if found < told.rows {
            faults
                .push(format!("{}: {} rows are called used, and the catalog has {found} prices", told.why, told.rows));
        }
    }
    for told in &unused {
        if told.why.is_empty() {
            faults.push(format!("{} has no reason", told.items.join(", ")));
        }
        // Of some items only a part of the sizes is used.
        let partly = |item: &&String| !used.iter().any(|told| told.items.contains(item));
        for item in told.items.iter().filter(partly).filter(|item| priced(&catalog, &[(*item).clone()]) > 0) {
            faults.push(format!("{item} is called unused, and the catalog has a price of it"));
        }
    }
    assert!(faults.is_empty(), "docs/prices.md:\n{}", faults.join("\n"));
}
