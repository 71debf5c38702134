//! What must hold from one file, table or row of the catalog to another. All checks are run, and all faults reported.

use std::collections::BTreeSet;

use super::files::{FREE, Family, Files, VERSION};
use super::price_file::{Cell, PRICES, PriceRow, PriceTable};
use super::{AuroraStorage, CacheEngine, Confidence, Deployment, Fact, InstanceType, Region};
use crate::units::Usd;

/// Notes what it finds wrong.
type Check = fn(&Files, &mut Vec<String>);

const CHECKS: &[(&str, Check)] = &[
    ("every name is given once", every_name_is_given_once),
    ("every row fits its columns", every_row_fits_its_columns),
    ("every reading is there and used", every_reading_is_there_and_used),
    ("only what is called free costs nothing", only_what_is_free_costs_nothing),
    ("every item has a price or waits for a reader's own", every_item_has_a_price),
    ("every machine and plan is an item", every_machine_and_plan_is_an_item),
    ("everything has a source and a date", everything_has_a_source_and_a_date),
    ("nothing from memory is trusted", nothing_from_memory_is_trusted),
    ("figures lie in their ranges", figures_lie_in_their_ranges),
    ("sentences are whole", sentences_are_whole),
    ("texts speak of public documents only", texts_speak_of_public_documents_only),
];

#[test]
fn the_files_agree() {
    let files = Files::read().unwrap_or_else(|wrong| panic!("assets/catalog cannot be read: {wrong}"));
    let mut faults = Vec::new();
    for (name, check) in CHECKS {
        let mut found = Vec::new();
        check(&files, &mut found);
        faults.extend(found.iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "assets/catalog:\n{}", faults.join("\n"));
}

fn every_name_is_given_once(files: &Files, faults: &mut Vec<String>) {
    let Files { machines, promises, corrections, .. } = files;
    for (what, names) in [
        ("item", rows(files).map(|row| row.item.to_owned()).collect::<Vec<_>>()),
        ("machine or plan", sold(files)),
        ("free item", FREE.iter().map(ToString::to_string).collect()),
        ("family", families(machines).map(|(family, ..)| family.to_owned()).collect()),
        ("promise", promises.iter().map(|promise| promise.id.to_owned()).collect()),
        ("fact", facts().iter().map(|fact| fact.id.to_owned()).collect()),
        ("correction", corrections.iter().map(|correction| correction.id.to_owned()).collect()),
    ] {
        let mut known = BTreeSet::new();
        faults.extend(names.iter().filter(|name| !known.insert(*name)).map(|name| format!("{what} {name}")));
    }
}

fn every_row_fits_its_columns(files: &Files, faults: &mut Vec<String>) {
    for table in tables(files) {
        let regions: BTreeSet<_> = table.columns.iter().map(|column| column.region).collect();
        if regions.len() != table.columns.len() {
            faults.push(format!("{} has a region twice", table.of));
        }
        let everywhere = table.columns.len() == 1 && regions.contains(&None);
        if !everywhere && !table.columns.iter().map(|column| column.region).eq(Region::ALL.map(Some)) {
            faults.push(format!("{} has other columns than one for each region in order", table.of));
        }
        if !table.page.is_empty() && !table.page.starts_with("https://") {
            faults.push(format!("{} has the page {}", table.of, table.page));
        }
        for row in &table.rows {
            if row.cells.len() != table.columns.len() {
                faults.push(format!("{} has other cells than its table has columns", row.item));
            }
        }
    }
}

fn every_reading_is_there_and_used(files: &Files, faults: &mut Vec<String>) {
    for file in &files.prices {
        let mut used = BTreeSet::new();
        for table in &file.tables {
            for row in &table.rows {
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    match *cell {
                        Cell::Price(_) => used.extend([column.reading]),
                        Cell::From(_, reading) => used.extend([reading]),
                        Cell::Unknown | Cell::NotSold => {}
                    }
                }
            }
        }
        let of = file.tables.first().map_or("", |table| table.of);
        let known: BTreeSet<usize> = (0..file.readings.len()).collect();
        faults.extend(used.difference(&known).map(|reading| format!("{of}: there is no reading {reading}")));
        faults.extend(known.difference(&used).map(|reading| format!("{of}: reading {reading} is used by no price")));
    }
}

fn only_what_is_free_costs_nothing(files: &Files, faults: &mut Vec<String>) {
    for row in rows(files) {
        let is_free = FREE.contains(&row.item);
        for usd in row.cells.iter().filter_map(usd) {
            if usd < Usd::ZERO || (usd == Usd::ZERO) != is_free {
                faults.push(format!("{} costs {}", row.item, usd.value()));
            }
        }
    }
    let known: BTreeSet<&str> = rows(files).map(|row| row.item).collect();
    faults.extend(FREE.iter().filter(|item| !known.contains(*item)).map(|item| format!("{item} is no item")));
}

/// Items without any price, so that a reader can put in a price of their own.
const YOURS_ALONE: &[&str] = &["cdn.other.month"];

fn every_item_has_a_price(files: &Files, faults: &mut Vec<String>) {
    for row in rows(files) {
        let priced = row.cells.iter().any(|cell| usd(cell).is_some());
        if priced == YOURS_ALONE.contains(&row.item) {
            faults.push(row.item.to_owned());
        }
    }
}

fn every_machine_and_plan_is_an_item(files: &Files, faults: &mut Vec<String>) {
    let known: BTreeSet<&str> = rows(files).map(|row| row.item).collect();
    faults.extend(sold(files).into_iter().filter(|sku| !known.contains(sku.as_str())));
}

fn everything_has_a_source_and_a_date(files: &Files, faults: &mut Vec<String>) {
    let version = VERSION;
    if !is_date(version) || version == "undated" {
        faults.push(format!("the version is {version}"));
    }
    let mut hold = |what: &str, source: &str, as_of: &str, shortest: usize| {
        if !is_date(as_of) {
            faults.push(format!("{what} is dated {as_of}"));
        } else if as_of != "undated" && as_of > version {
            faults.push(format!("{what} is dated {as_of}, after the catalog"));
        }
        if source.len() < shortest {
            faults.push(format!("{what} has no source"));
        }
    };
    for reading in files.prices.iter().flat_map(|file| &file.readings) {
        hold(reading.source.as_str(), reading.source.as_str(), reading.as_of.as_str(), 8);
    }
    for (family, source, as_of) in families(&files.machines) {
        hold(family, source, as_of, 11);
    }
    for promise in &files.promises {
        hold(promise.id, promise.source.as_str(), promise.as_of.as_str(), 11);
    }
    for fact in facts() {
        hold(fact.id, fact.source.as_str(), fact.as_of.as_str(), 8);
    }
    for correction in &files.corrections {
        hold(correction.id, correction.source.as_str(), "undated", 11);
    }
}

fn nothing_from_memory_is_trusted(files: &Files, faults: &mut Vec<String>) {
    for reading in files.prices.iter().flat_map(|file| &file.readings) {
        let source = reading.source.as_str();
        if (source.contains("memory") || source.contains("not read")) && reading.confidence != Confidence::Low {
            faults.push(source.to_owned());
        }
    }
}

fn figures_lie_in_their_ranges(files: &Files, faults: &mut Vec<String>) {
    for promise in &files.promises {
        if !(0.99..=1.0).contains(&promise.availability.value()) {
            faults.push(promise.id.to_owned());
        }
    }
    for fact in facts() {
        let ordered = 0.0 <= fact.low && fact.low <= fact.typical && fact.typical <= fact.high;
        if !ordered {
            faults.push(fact.id.to_owned());
        }
    }
}

fn sentences_are_whole(files: &Files, faults: &mut Vec<String>) {
    for fact in facts() {
        if !fact.statement.ends_with('.') {
            faults.push(fact.id.to_owned());
        }
    }
    for correction in &files.corrections {
        if !correction.says.ends_with('.') || !correction.today.ends_with('.') {
            faults.push(correction.id.to_owned());
        }
    }
}

fn texts_speak_of_public_documents_only(_: &Files, faults: &mut Vec<String>) {
    for (file, text) in super::files::TEXTS.into_iter().chain(PRICES) {
        for word in ["/work", "/root", "/tmp", "/home", "localhost", "registry", "\\"] {
            if text.contains(word) {
                faults.push(format!("{file} holds {word}"));
            }
        }
    }
}

fn facts() -> Vec<Fact> {
    super::facts().unwrap_or_else(|wrong| panic!("assets/catalog cannot be read: {wrong}"))
}

fn tables(files: &Files) -> impl Iterator<Item = &PriceTable> {
    files.prices.iter().flat_map(|file| &file.tables)
}

fn rows(files: &Files) -> impl Iterator<Item = &PriceRow> {
    tables(files).flat_map(|table| &table.rows)
}

fn usd(cell: &Cell) -> Option<Usd> {
    match *cell {
        Cell::Price(usd) | Cell::From(usd, _) => Some(usd),
        Cell::Unknown | Cell::NotSold => None,
    }
}

/// The families of machines, each with its source and date.
fn families(machines: &super::files::MachineFile) -> impl Iterator<Item = (&str, &str, &str)> {
    fn of<T>(family: &Family<T>) -> (&str, &str, &str) {
        (family.family, family.source.as_str(), family.as_of.as_str())
    }
    machines.instances.iter().map(of).chain(machines.databases.iter().map(of)).chain(machines.caches.iter().map(of))
}

/// The items that machines and plans are priced under.
fn sold(files: &Files) -> Vec<String> {
    fn sizes<T>(families: &[Family<T>]) -> impl Iterator<Item = &T> {
        families.iter().flat_map(|family| &family.types)
    }
    let (machines, plans) = (&files.machines, &files.plans);
    let mut all: Vec<String> = sizes(&machines.instances).map(|size| InstanceType::sku_of(size.name)).collect();
    all.extend(sizes(&machines.databases).map(|class| {
        let (rds, aurora) = (Deployment::MultiAz.sku(class.name), AuroraStorage::Standard.sku(class.name));
        if rows(files).any(|row| row.item == rds) { rds } else { aurora }
    }));
    all.extend(sizes(&machines.caches).map(|node| CacheEngine::Redis.sku(node.name)));
    all.extend(plans.bundles.iter().map(|plan| plan.sku.to_owned()));
    all.extend(plans.database_bundles.iter().map(|plan| plan.sku.to_owned()));
    all.extend(plans.distribution_bundles.iter().map(|plan| plan.sku.to_owned()));
    all.extend(plans.bucket_bundles.iter().map(|plan| plan.sku.to_owned()));
    all.extend(plans.servers.iter().map(|plan| plan.sku.to_owned()));
    all.extend(plans.edge_plans.iter().map(|plan| plan.sku.to_owned()));
    all.extend(plans.cdn_plans.iter().map(|plan| plan.sku.to_owned()));
    all.extend(plans.managed_plans.iter().map(|plan| plan.sku.to_owned()));
    all
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
