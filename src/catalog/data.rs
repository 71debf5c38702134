//! The catalog as it is looked up: items by name, machines one by one.

use super::files::{Family, Files, InstanceSize, PlanFile, PriceReading, PriceTable, Size};
use super::load::Unreadable;
use super::{CacheNode, Correction, DatabaseClass, InstanceType, PriceUnit, Promise, Region};
use crate::units::{Usd, ordered};

/// Everything the catalog knows.
#[derive(Debug, Default)]
pub(super) struct Data {
    pub version: &'static str,
    pub readings: Vec<PriceReading>,
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
    pub listed: Vec<ListedPrice>,
}

/// One price of an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListedPrice {
    /// None where it holds everywhere.
    pub region: Option<Region>,
    pub usd: Usd,
    /// The place of its reading in the list of readings.
    pub reading: usize,
}

impl Data {
    /// Reads the embedded files.
    pub(super) fn read() -> Result<Self, Unreadable> {
        let Files { prices, machines, plans, promises, corrections } = Files::read()?;
        Ok(Self {
            version: prices.version,
            readings: prices.readings,
            items: ordered(prices.tables.iter().flat_map(priced), |a, b| a.sku.cmp(b.sku)),
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

/// The items of a table.
fn priced(table: &PriceTable) -> impl Iterator<Item = PricedItem> {
    table.rows.iter().map(|row| {
        let readings = row.readings.iter().copied().chain(std::iter::repeat(None));
        let cells = table.columns.iter().zip(&row.usd).zip(readings);
        let listed = cells.filter_map(|((column, usd), own)| {
            Some(ListedPrice { region: column.region, usd: (*usd)?, reading: own.unwrap_or(column.reading) })
        });
        PricedItem { sku: row.item, of: table.of, unit: table.unit, listed: listed.collect() }
    })
}

fn instances(of: &Family<InstanceSize>) -> impl Iterator<Item = InstanceType> {
    of.types.iter().map(|size| InstanceType {
        name: size.name,
        family: of.family,
        processor: of.processor,
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
        vcpus: size.vcpus,
        memory: size.memory,
        source: of.source,
        as_of: of.as_of,
        confidence: of.confidence,
    })
}
