//! What is covered where, for a person to read.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use expect_test::expect_file;
use groundplan::catalog::{Catalog, Confidence, Listing, Region};

use super::catalog;

/// Every gap is named.
#[test]
fn coverage_is_as_listed() {
    let catalog = catalog();
    expect_file!["../goldens/catalog-coverage.txt"].assert_eq(&coverage(&catalog));
}

fn coverage(catalog: &Catalog) -> String {
    let all: Vec<Listing<'_>> = catalog.listings().collect();
    let of = |confidence| all.iter().filter(|l| l.price.confidence == confidence).count();
    let mut text = format!(
        "Catalog {}: {} items, {} prices ({} high, {} medium, {} low confidence)\n\nItems priced, by service and place\n\n",
        catalog.version(),
        catalog.skus().count(),
        all.len(),
        of(Confidence::High),
        of(Confidence::Medium),
        of(Confidence::Low),
    );
    table(&mut text, catalog, &all);
    gaps(&mut text, catalog, &all);
    let name = |l: &Listing<'_>| format!("{} {}", l.sku, l.region.map_or("everywhere", Region::code));
    let low = all.iter().filter(|l| l.price.confidence == Confidence::Low);
    section(&mut text, "Low confidence", low.map(|l| format!("{}: {}", name(l), l.price.source)));
    let undated = all.iter().filter(|l| l.price.as_of.as_str() == "undated" && l.price.confidence != Confidence::Low);
    section(
        &mut text,
        "Undated, yet not of low confidence",
        undated.map(|l| format!("{}: {}", name(l), l.price.source)),
    );
    text
}

fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let _ = write!(text, "\n{title}\n\n");
    for line in lines {
        let _ = writeln!(text, "  {line}");
    }
}

fn table(text: &mut String, catalog: &Catalog, all: &[Listing<'_>]) {
    let mut counts: BTreeMap<(&str, Option<Region>), usize> = BTreeMap::new();
    for listing in all {
        *counts.entry((listing.of, listing.region)).or_default() += 1;
    }
    let places: Vec<Option<Region>> = Region::ALL.into_iter().map(Some).chain([None]).collect();
    let _ = write!(text, "{:<56}", "");
    for place in &places {
        let _ = write!(text, " {:>14}", place.map_or("everywhere", Region::code));
    }
    text.push('\n');
    for title in catalog.titles().collect::<BTreeSet<_>>() {
        let _ = write!(text, "{title:<56}");
        for place in &places {
            let count = counts.get(&(title, *place)).map_or("-".to_owned(), usize::to_string);
            let _ = write!(text, " {count:>14}");
        }
        text.push('\n');
    }
}

/// Items with a price in one region at least, and no price in another.
fn gaps(text: &mut String, catalog: &Catalog, all: &[Listing<'_>]) {
    let mut by_regions: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for sku in all.iter().map(|listing| listing.sku).collect::<BTreeSet<_>>() {
        let missing: Vec<&str> =
            Region::ALL.into_iter().filter(|r| catalog.price(sku, *r).is_err()).map(Region::code).collect();
        if !missing.is_empty() {
            by_regions.entry(missing.join(", ")).or_default().push(sku);
        }
    }
    text.push_str("\nNot priced\n");
    for (regions, skus) in by_regions {
        section(text, &format!("in {regions}"), skus.into_iter().map(str::to_owned));
    }
}
