//! What is covered where, for a person to read.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use expect_test::expect_file;
use groundplan::catalog::{Catalog, Confidence, Listing, Region, WhyNotPriced};

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
        "Catalog {}: {} items, {} prices ({} high, {} medium, {} low confidence)\n\n",
        catalog.version(),
        catalog.skus().count(),
        all.len(),
        of(Confidence::High),
        of(Confidence::Medium),
        of(Confidence::Low),
    );
    by_region(&mut text, catalog, &all);
    by_service(&mut text, catalog, &all);
    missing(&mut text, catalog, "No sourced price was found", WhyNotPriced::NotInThisRegion);
    missing(&mut text, catalog, "Not sold", WhyNotPriced::NotSoldHere);
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

/// How many items have a price, are not sold, or have no known price, in each Region.
fn by_region(text: &mut String, catalog: &Catalog, all: &[Listing<'_>]) {
    let everywhere: BTreeSet<&str> = all.iter().filter(|l| l.region.is_none()).map(|l| l.sku).collect();
    let _ = writeln!(text, "Items by Region, without the {} whose price holds everywhere\n", everywhere.len());
    let _ = writeln!(text, "{:<48}{:>8}{:>12}{:>16}{:>10}", "", "priced", "not sold", "no price known", "oldest");
    let items: Vec<&str> = catalog.skus().filter(|sku| !everywhere.contains(sku)).collect();
    for region in Region::ALL {
        let (mut priced, mut not_sold, mut unknown) = (0, 0, 0);
        let mut oldest = "9999";
        for sku in &items {
            match catalog.price(sku, region).map_err(|missing| missing.why) {
                Ok(price) => {
                    priced += 1;
                    oldest = oldest.min(price.as_of.as_str());
                }
                Err(WhyNotPriced::NotSoldHere) => not_sold += 1,
                Err(WhyNotPriced::NotInThisRegion | WhyNotPriced::UnknownItem) => unknown += 1,
            }
        }
        let _ = writeln!(text, "{:<48}{priced:>8}{not_sold:>12}{unknown:>16}{oldest:>12}", region.name());
    }
}

/// How many items of each service have a price in each Region.
fn by_service(text: &mut String, catalog: &Catalog, all: &[Listing<'_>]) {
    let mut counts: BTreeMap<(&str, Option<Region>), usize> = BTreeMap::new();
    for listing in all {
        *counts.entry((listing.of, listing.region)).or_default() += 1;
    }
    text.push_str("\nItems priced, by service and Region\n\n");
    for (number, region) in Region::ALL.into_iter().enumerate() {
        let _ = write!(text, "{}{:>2} {}", if number % 6 == 0 { "\n" } else { "  " }, number + 1, region.code());
    }
    let _ = write!(text, "\n\n{:<64}", "");
    for number in 1..=Region::ALL.len() {
        let _ = write!(text, "{number:>4}");
    }
    text.push_str("  everywhere\n");
    for title in catalog.titles().collect::<BTreeSet<_>>() {
        let _ = write!(text, "{title:<64}");
        let count = |place| counts.get(&(title, place)).map_or("-".to_owned(), usize::to_string);
        for region in Region::ALL {
            let _ = write!(text, "{:>4}", count(Some(region)));
        }
        let _ = writeln!(text, "{:>12}", count(None));
    }
}

/// Items without a price in some Regions, by those Regions; machines of one family in one line where they share them.
fn missing(text: &mut String, catalog: &Catalog, title: &str, why: WhyNotPriced) {
    let mut by_regions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for sku in catalog.skus() {
        let here = |region: &Region| catalog.price(sku, *region).is_err_and(|missing| missing.why == why);
        let regions: Vec<&str> = Region::ALL.into_iter().filter(here).map(Region::code).collect();
        if !regions.is_empty() {
            let regions =
                if regions.len() == Region::ALL.len() { "every Region".to_owned() } else { regions.join(", ") };
            by_regions.entry(regions).or_default().insert(family(sku));
        }
    }
    let _ = writeln!(text, "\n{title}");
    for (regions, skus) in by_regions {
        section(text, &format!("in {regions}"), skus.into_iter());
    }
}

/// The name of an item with its size left open: `ec2.t3.*`.
fn family(sku: &str) -> String {
    const SIZES: [&str; 8] = ["nano", "micro", "small", "medium", "large", "xlarge", "2xlarge", "4xlarge"];
    let machine =
        ["ec2.", "rds.mysql.db.", "aurora.db.", "elasticache.cache."].iter().any(|start| sku.starts_with(start));
    let open = |part| if machine && SIZES.contains(&part) { "*" } else { part };
    sku.split('.').map(open).collect::<Vec<_>>().join(".")
}
