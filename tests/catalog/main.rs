//! The catalog: every entry sourced, dated and named once, and where one can be checked against another, it is.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop at the first surprise, as tests do")]

mod coverage;
mod figures;

use std::collections::BTreeSet;

use groundplan::{
    catalog::{CacheEngine, Catalog, Confidence, Deployment, FactUnit, Listing, Provenance, Region},
    units::Usd,
};

const PRICES: &str = include_str!("../../assets/catalog/prices.json");
const TEXTS: [(&str, &str); 6] = [
    ("prices.json", PRICES),
    ("instances.json", include_str!("../../assets/catalog/instances.json")),
    ("plans.json", include_str!("../../assets/catalog/plans.json")),
    ("promises.json", include_str!("../../assets/catalog/promises.json")),
    ("facts.json", include_str!("../../assets/catalog/facts.json")),
    ("corrections.json", include_str!("../../assets/catalog/corrections.json")),
];

fn catalog() -> Catalog {
    Catalog::read().unwrap_or_else(|wrong| panic!("assets/catalog cannot be read: {wrong}"))
}

fn listed(catalog: &Catalog) -> Vec<Listing<'_>> {
    catalog.listings().collect()
}

/// `2026`, `2026-09`, `2026-09-29`, or `undated`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let within = |part: &str, most: u32| part.parse().is_ok_and(|n| (1..=most).contains(&n));
    match parts.as_slice() {
        ["undated"] => true,
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2) && within(month, 12),
        [year, month, day] => {
            digits(year, 4) && digits(month, 2) && within(month, 12) && digits(day, 2) && within(day, 31)
        }
        _ => false,
    }
}

#[test]
fn the_embedded_files_can_be_read() {
    let catalog = catalog();
    assert_eq!(catalog.version(), "2026-11-22");
    assert!(is_date(catalog.version()));
    assert!(catalog.skus().count() > 400, "prices were lost");
}

#[test]
fn every_price_has_a_source_and_a_date_and_costs_something() {
    let catalog = catalog();
    for Listing { sku, region, price } in listed(&catalog) {
        let place = region.map_or("global", Region::code);
        assert!(is_date(price.as_of.as_str()), "{sku} in {place} is dated {}", price.as_of);
        assert!(price.source.as_str().len() > 10, "{sku} in {place} has no source");
        assert!(price.usd.value().is_finite(), "{sku} in {place}");
        assert_eq!(price.provenance, Provenance::Catalog);
        let from_memory = price.source.as_str().contains("memory") || price.source.as_str().contains("not read");
        assert!(!from_memory || price.confidence == Confidence::Low, "{sku} in {place} is trusted too far");
        let newest = price.as_of.as_str() <= catalog.version() || price.as_of.as_str() == "undated";
        assert!(newest, "{sku} in {place} is dated after the catalog");
    }
}

#[test]
fn only_what_is_called_free_costs_nothing() {
    let catalog = catalog();
    let free: Vec<&str> = listed(&catalog).iter().filter(|l| l.price.usd == Usd::ZERO).map(|l| l.sku).collect();
    assert_eq!(free, ["cloudfront.flat-rate.free", "codedeploy.ec2"]);
}

/// Items the catalog carries without any price, so that a reader can put in a price of their own.
const YOURS_ALONE: &[&str] = &["cdn.other.month"];

#[test]
fn every_item_stands_in_the_file_once_and_every_column_has_its_reading() {
    let catalog = catalog();
    for sku in catalog.skus() {
        assert_eq!(PRICES.matches(&format!("\"{sku}\":[")).count(), 1, "{sku} stands in the file twice");
    }
    let file: serde_json::Value = serde_json::from_str(PRICES).unwrap();
    let readings = file["readings"].as_array().unwrap().len();
    let mut used = BTreeSet::new();
    for table in file["tables"].as_array().unwrap() {
        let columns = table["regions"].as_array().unwrap();
        let unique: BTreeSet<&str> = columns.iter().filter_map(serde_json::Value::as_str).collect();
        assert_eq!(unique.len(), columns.len(), "{} has a region twice", table["of"]);
        let of_columns = table["readings"].as_array().unwrap();
        assert_eq!(of_columns.len(), columns.len(), "{} lacks a reading", table["of"]);
        for (sku, row) in table["rows"].as_object().unwrap() {
            let row = row.as_array().unwrap();
            assert!(row.len() <= columns.len(), "{sku} has more prices than columns");
            let priced = row.iter().any(|cell| !cell.is_null());
            assert_ne!(priced, YOURS_ALONE.contains(&sku.as_str()), "{sku}: priced or not, against what is said of it");
            for (cell, reading) in row.iter().zip(of_columns).filter(|(cell, _)| !cell.is_null()) {
                used.insert(cell.get(1).unwrap_or(reading).as_u64().unwrap() as usize);
            }
        }
    }
    assert_eq!(used, (0..readings).collect(), "a reading is missing or used by no price");
}

#[test]
fn a_price_is_found_where_it_is_listed_and_nowhere_else() {
    let catalog = catalog();
    let places: BTreeSet<(String, Option<Region>)> =
        listed(&catalog).into_iter().map(|l| (l.sku.to_owned(), l.region)).collect();
    for sku in catalog.skus() {
        for region in Region::ALL {
            let expected = places.contains(&(sku.to_owned(), Some(region))) || places.contains(&(sku.to_owned(), None));
            assert_eq!(catalog.price(sku, region).is_ok(), expected, "{sku} in {}", region.code());
        }
    }
}

#[test]
fn the_files_speak_of_public_documents_only() {
    for (name, text) in TEXTS {
        for word in ["/work", "/root", "/tmp", "/home", "localhost", "registry", "\\"] {
            assert!(!text.contains(word), "{name} holds {word}");
        }
    }
}

#[test]
fn every_machine_and_plan_has_a_price_somewhere() {
    let catalog = catalog();
    let known: BTreeSet<&str> = catalog.skus().collect();
    let mut wanted: Vec<String> = catalog.instances().iter().map(|i| i.sku()).collect();
    wanted.extend(catalog.cache_nodes().iter().map(|node| CacheEngine::Redis.sku(node.name)));
    wanted.extend(catalog.database_classes().iter().map(|class| Deployment::MultiAz.sku(class.name)));
    wanted.extend(catalog.bundles().iter().map(|bundle| bundle.sku.to_owned()));
    wanted.extend(catalog.database_bundles().iter().map(|bundle| bundle.sku.to_owned()));
    wanted.extend(catalog.distribution_bundles().iter().map(|bundle| bundle.sku.to_owned()));
    wanted.extend(catalog.bucket_bundles().iter().map(|bundle| bundle.sku.to_owned()));
    wanted.extend(catalog.servers().iter().map(|server| server.sku.to_owned()));
    wanted.extend(catalog.edge_plans().iter().map(|plan| plan.sku.to_owned()));
    let lost: Vec<&String> = wanted.iter().filter(|sku| !known.contains(sku.as_str())).collect();
    assert!(lost.is_empty(), "without a price: {lost:?}");
    let unique: BTreeSet<&String> = wanted.iter().collect();
    assert_eq!(unique.len(), wanted.len(), "a plan is listed twice");
}

#[test]
fn promises_facts_and_corrections_are_named_once_sourced_and_in_range() {
    let catalog = catalog();
    let unique = |ids: Vec<&str>| assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    unique(catalog.promises().iter().map(|promise| promise.id).collect());
    unique(catalog.facts().iter().map(|fact| fact.id).collect());
    unique(catalog.corrections().iter().map(|correction| correction.id).collect());
    for promise in catalog.promises() {
        assert!((0.99..=1.0).contains(&promise.availability.value()), "{}", promise.id);
        assert!(is_date(promise.as_of.as_str()) && promise.source.as_str().len() > 10, "{}", promise.id);
    }
    for fact in catalog.facts() {
        assert!(0.0 <= fact.low && fact.low <= fact.typical && fact.typical <= fact.high, "{}", fact.id);
        assert!(is_date(fact.as_of.as_str()) && fact.source.as_str().len() >= 8, "{}", fact.id);
        assert!(fact.statement.ends_with('.'), "{}", fact.id);
        assert_eq!(fact.span().is_some(), is_duration(fact.unit), "{}", fact.id);
    }
    for correction in catalog.corrections() {
        assert!(correction.says.ends_with('.') && correction.today.ends_with('.'), "{}", correction.id);
        assert!(correction.source.as_str().len() > 10, "{}", correction.id);
    }
}

fn is_duration(unit: FactUnit) -> bool {
    matches!(unit, FactUnit::Ms | FactUnit::S | FactUnit::Min | FactUnit::H | FactUnit::Days)
}
