//! The catalog as it is embedded: read once, then only looked up.

use serde::Deserialize;

use super::price_table::{PriceFile, Reading, Table};
use super::{
    AllowanceBundle, AsOf, Bundle, Burst, CacheNode, Confidence, Correction, DatabaseBundle, DatabaseClass, EdgePlan,
    Fact, InstanceType, PriceUnit, Processor, Promise, Region, ServerPlan, Source,
};
use crate::units::{Gib, Usd, Vcpus};

const PRICES: &str = include_str!("../../assets/catalog/prices.json");
const INSTANCES: &str = include_str!("../../assets/catalog/instances.json");
const PLANS: &str = include_str!("../../assets/catalog/plans.json");
const PROMISES: &str = include_str!("../../assets/catalog/promises.json");
const FACTS: &str = include_str!("../../assets/catalog/facts.json");
const CORRECTIONS: &str = include_str!("../../assets/catalog/corrections.json");

/// Everything the catalog knows.
#[derive(Debug, Default)]
pub(super) struct Data {
    pub version: &'static str,
    pub readings: Vec<Reading>,
    /// By name, in order.
    pub items: Vec<(&'static str, Item)>,
    pub instances: Vec<InstanceType>,
    pub databases: Vec<DatabaseClass>,
    pub caches: Vec<CacheNode>,
    pub plans: Plans,
    pub promises: Vec<Promise>,
    pub facts: Vec<Fact>,
    pub corrections: Vec<Correction>,
}

/// One item and its prices.
#[derive(Debug)]
pub(super) struct Item {
    pub unit: PriceUnit,
    pub listed: Vec<Listed>,
}

/// One price of an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    /// The region, or none when the price holds everywhere.
    pub region: Option<Region>,
    pub usd: Usd,
    /// Which of the readings it comes from.
    pub reading: usize,
}

/// What is sold by the month.
#[derive(Debug, Default, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Plans {
    pub bundles: Vec<Bundle>,
    pub database_bundles: Vec<DatabaseBundle>,
    pub distribution_bundles: Vec<AllowanceBundle>,
    pub bucket_bundles: Vec<AllowanceBundle>,
    pub servers: Vec<ServerPlan>,
    pub edge_plans: Vec<EdgePlan>,
}

impl Data {
    /// An item by its name.
    pub(super) fn item(&self, sku: &str) -> Option<&Item> {
        let at = self.items.binary_search_by_key(&sku, |(name, _)| *name).ok()?;
        self.items.get(at).map(|(_, item)| item)
    }

    /// Reads the embedded files.
    pub(super) fn read() -> Result<Self, String> {
        let prices: PriceFile = file(PRICES)?;
        let machines: Machines = file(INSTANCES)?;
        Ok(Self {
            version: prices.version,
            readings: prices.readings,
            items: items(prices.tables),
            instances: machines.instances.into_iter().flat_map(instances).collect(),
            databases: machines.databases.into_iter().flat_map(databases).collect(),
            caches: machines.caches.into_iter().flat_map(caches).collect(),
            plans: file(PLANS)?,
            promises: file(PROMISES)?,
            facts: file(FACTS)?,
            corrections: file(CORRECTIONS)?,
        })
    }
}

/// One file, with an explanation of what is wrong with it.
#[cfg(not(target_arch = "wasm32"))]
fn file<T: Deserialize<'static>>(text: &'static str) -> Result<T, String> {
    serde_json::from_str(text).map_err(|wrong| wrong.to_string())
}

/// One file; that nothing is wrong with it has been tested.
#[cfg(target_arch = "wasm32")]
fn file<T: super::reader::Plain>(text: &'static str) -> Result<T, String> {
    super::reader::from_str(text).ok_or_else(|| "an embedded file was not understood".to_owned())
}

/// The tables turned into one list of items.
fn items(tables: Vec<Table>) -> Vec<(&'static str, Item)> {
    let mut items = Vec::new();
    for table in tables {
        for (sku, cells) in table.rows {
            let columns = table.regions.iter().zip(&table.readings).zip(cells);
            let listed = columns.filter_map(|((place, reading), cell)| {
                let cell = cell?;
                Some(Listed { region: place.region(), usd: cell.usd, reading: cell.reading.unwrap_or(*reading) })
            });
            items.push((sku, Item { unit: table.unit, listed: listed.collect() }));
        }
    }
    items.sort_unstable_by_key(|(sku, _)| *sku);
    items
}

/// The file of machines: instances, databases, caches, each by family.
#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Machines {
    pub instances: Vec<Family<InstanceRow>>,
    pub databases: Vec<Family<SizeRow>>,
    pub caches: Vec<Family<SizeRow>>,
}

#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "Row: Deserialize<'static>"))]
pub(super) struct Family<Row> {
    pub family: &'static str,
    pub processor: Processor,
    pub source: Source,
    pub as_of: AsOf,
    pub confidence: Confidence,
    pub types: Vec<Row>,
}

#[derive(Debug, Deserialize)]
pub(super) struct InstanceRow(pub &'static str, pub Vcpus, pub Gib, pub Option<Burst>);

#[derive(Debug, Deserialize)]
pub(super) struct SizeRow(pub &'static str, pub Vcpus, pub Gib);

fn instances(of: Family<InstanceRow>) -> impl Iterator<Item = InstanceType> {
    let Family { family, processor, source, as_of, confidence, types } = of;
    types.into_iter().map(move |InstanceRow(name, vcpus, memory, burst)| InstanceType {
        name,
        family,
        processor,
        vcpus,
        memory,
        burst,
        source: source.clone(),
        as_of: as_of.clone(),
        confidence,
    })
}

fn databases(of: Family<SizeRow>) -> impl Iterator<Item = DatabaseClass> {
    let Family { family, processor, source, as_of, confidence, types } = of;
    types.into_iter().map(move |SizeRow(name, vcpus, memory)| DatabaseClass {
        name,
        family,
        processor,
        vcpus,
        memory,
        source: source.clone(),
        as_of: as_of.clone(),
        confidence,
    })
}

fn caches(of: Family<SizeRow>) -> impl Iterator<Item = CacheNode> {
    let Family { family, processor, source, as_of, confidence, types } = of;
    types.into_iter().map(move |SizeRow(name, vcpus, memory)| CacheNode {
        name,
        family,
        processor,
        vcpus,
        memory,
        source: source.clone(),
        as_of: as_of.clone(),
        confidence,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::reader;

    fn both<T: reader::Plain + Deserialize<'static> + std::fmt::Debug>(text: &'static str) {
        let explained: T = serde_json::from_str(text).unwrap();
        let plain: T = reader::from_str(text).unwrap();
        assert_eq!(format!("{plain:?}"), format!("{explained:?}"));
    }

    #[test]
    fn the_page_reads_the_files_as_the_command_line_does() {
        let explained: PriceFile = serde_json::from_str(PRICES).unwrap();
        let plain: PriceFile = reader::from_str(PRICES).unwrap();
        assert_eq!(
            (plain.version, format!("{:?}", plain.readings)),
            (explained.version, format!("{:?}", explained.readings))
        );
        assert_eq!(format!("{:?}", items(plain.tables)), format!("{:?}", items(explained.tables)));
        both::<Machines>(INSTANCES);
        both::<Plans>(PLANS);
        both::<Vec<Promise>>(PROMISES);
        both::<Vec<Fact>>(FACTS);
        both::<Vec<Correction>>(CORRECTIONS);
    }
}
