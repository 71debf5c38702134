//! The catalog as it is looked up: items by name, machines one by one.

use super::files::{Family, Files, InstanceSize, PlanFile, Size};
use super::load::Unreadable;
use super::price_file::{Cell, Column, PriceFile, PriceReading, PriceRow, PriceTable};
use super::{CacheNode, Correction, DatabaseClass, InstanceType, PriceUnit, Promise, Region};
use crate::units::{Usd, ordered};

/// Everything the catalog knows.
#[derive(Debug, Default)]
pub(super) struct Data {
    /// Sorted by name.
    pub items: Vec<PricedItem>,
    pub instances: Vec<InstanceType>,
    pub databases: Vec<DatabaseClass>,
    pub caches: Vec<CacheNode>,
    pub plans: PlanFile,
    pub promises: Vec<Promise>,
    pub corrections: Vec<Correction>,
}

/// One item and its prices.
#[derive(Debug)]
pub(super) struct PricedItem {
    pub sku: &'static str,
    /// The title of its table.
    pub of: &'static str,
    pub unit: PriceUnit,
    /// The publisher's own page.
    pub page: &'static str,
    pub listed: Vec<ListedPrice>,
    /// Regions whose price lists do not carry the item.
    pub not_sold: Vec<Region>,
}

/// One price of an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListedPrice {
    /// None where it holds everywhere.
    pub region: Option<Region>,
    pub usd: Usd,
    pub reading: PriceReading,
}

impl Data {
    /// Reads the embedded files.
    pub(super) fn read() -> Result<Self, Unreadable> {
        let Files { prices, machines, plans, promises, corrections } = Files::read()?;
        Ok(Self {
            items: ordered(prices.iter().flat_map(priced), |a, b| a.sku.cmp(b.sku)),
            instances: machines.instances.iter().flat_map(instances).collect(),
            databases: machines.databases.iter().flat_map(databases).collect(),
            caches: machines.caches.iter().flat_map(caches).collect(),
            plans,
            promises,
            corrections,
        })
    }

    /// The item of this name.
    pub(super) fn item(&self, sku: &str) -> Option<&PricedItem> {
        let at = self.items.binary_search_by_key(&sku, |item| item.sku).ok()?;
        self.items.get(at)
    }
}

/// The items of a file.
fn priced(file: &PriceFile) -> impl Iterator<Item = PricedItem> {
    file.tables.iter().flat_map(|table| table.rows.iter().map(|row| item(file, table, row)))
}

fn item(file: &PriceFile, table: &PriceTable, row: &PriceRow) -> PricedItem {
    let mut item = PricedItem {
        sku: row.item,
        of: table.of,
        unit: table.unit,
        page: table.page,
        listed: Vec::new(),
        not_sold: Vec::new(),
    };
    for (Column { region, reading }, cell) in table.columns.iter().zip(&row.cells) {
        let (usd, reading) = match *cell {
            Cell::Price(usd) => (usd, *reading),
            Cell::From(usd, own) => (usd, own),
            Cell::Unknown => continue,
            Cell::NotSold => {
                item.not_sold.extend(*region);
                continue;
            }
        };
        item.listed.extend(file.readings.get(reading).map(|reading| ListedPrice {
            region: *region,
            usd,
            reading: *reading,
        }));
    }
    item
}

fn instances(of: &Family<InstanceSize>) -> impl Iterator<Item = InstanceType> {
    of.types.iter().map(|size| InstanceType {
        name: size.name,
        family: of.family,
        processor: of.processor,
        offering: of.offering,
        vcpus: size.vcpus,
        memory: size.memory,
        burst: size.burst,
        source: of.source,
        as_of: of.as_of,
        confidence: of.confidence,
    })
}

fn databases(of: &Family<Size>) -> impl Iterator<Item = DatabaseClass> {
    of.types.iter().map(|size| DatabaseClass {
        name: size.name,
        family: of.family,
        processor: of.processor,
        offering: of.offering,
        vcpus: size.vcpus,
        memory: size.memory,
        source: of.source,
        as_of: of.as_of,
        confidence: of.confidence,
    })
}

fn caches(of: &Family<Size>) -> impl Iterator<Item = CacheNode> {
    of.types.iter().map(|size| CacheNode {
        name: size.name,
        family: of.family,
        processor: of.processor,
        offering: of.offering,
        vcpus: size.vcpus,
        memory: size.memory,
        source: of.source,
        as_of: of.as_of,
        confidence: of.confidence,
    })
}
