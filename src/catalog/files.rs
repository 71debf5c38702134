//! The files of `assets/catalog`, as they lie there.

use serde::Deserialize;

use super::load::{Unreadable, load};
use super::{
    AllowanceBundle, AsOf, Bundle, Burst, Confidence, Correction, DatabaseBundle, EdgePlan, Fact, PriceUnit, Processor,
    Promise, Region, ServerPlan, Source,
};
use crate::units::{Gib, Usd, Vcpus};

/// All of them.
#[derive(Debug)]
pub(super) struct Files {
    pub prices: PriceFile,
    pub machines: MachineFile,
    pub plans: PlanFile,
    pub promises: Vec<Promise>,
    pub corrections: Vec<Correction>,
}

/// `prices.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PriceFile {
    /// The day the prices were put together.
    pub version: &'static str,
    pub readings: Vec<PriceReading>,
    /// The items their publishers call free: the only ones that cost 0.
    #[cfg_attr(not(test), expect(dead_code, reason = "the checks alone ask for it"))]
    pub free: Vec<&'static str>,
    pub tables: Vec<PriceTable>,
}

/// One source as it was read on one day; a row of these cells.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct PriceReading {
    pub source: Source,
    pub as_of: AsOf,
    pub confidence: Confidence,
}

/// The prices of one service in one unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PriceTable {
    /// Whose prices they are, in words.
    pub of: &'static str,
    pub unit: PriceUnit,
    pub columns: Vec<PriceColumn>,
    pub rows: Vec<PriceRow>,
}

/// Where the prices of a column hold, and which reading they come from; a row of these cells.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PriceColumn {
    /// None where they hold everywhere.
    pub region: Option<Region>,
    pub reading: usize,
}

/// One item. A row may be shorter than its table is wide: what is missing at the end is a gap, as `null` is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PriceRow {
    pub item: &'static str,
    pub usd: Vec<Option<Usd>>,
    /// Readings of single prices, where they do not come from the reading of their column.
    #[serde(default)]
    pub readings: Vec<Option<usize>>,
}

/// `instances.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct MachineFile {
    pub instances: Vec<Family<InstanceSize>>,
    pub databases: Vec<Family<Size>>,
    pub caches: Vec<Family<Size>>,
}

/// Machines of one family, and what all its sizes share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Family<T> {
    pub family: &'static str,
    pub processor: Processor,
    pub source: Source,
    pub as_of: AsOf,
    pub confidence: Confidence,
    pub types: Vec<T>,
}

/// A database instance class or a cache node; a row of these cells.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Size {
    pub name: &'static str,
    pub vcpus: Vcpus,
    pub memory: Gib,
}

/// An instance type; a row of these cells.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InstanceSize {
    pub name: &'static str,
    pub vcpus: Vcpus,
    pub memory: Gib,
    pub burst: Option<Burst>,
}

/// `plans.json`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct PlanFile {
    pub bundles: Vec<Bundle>,
    pub database_bundles: Vec<DatabaseBundle>,
    pub distribution_bundles: Vec<AllowanceBundle>,
    pub bucket_bundles: Vec<AllowanceBundle>,
    pub servers: Vec<ServerPlan>,
    pub edge_plans: Vec<EdgePlan>,
}

const PRICES: &str = include_str!("../../assets/catalog/prices.json");
const INSTANCES: &str = include_str!("../../assets/catalog/instances.json");
const PLANS: &str = include_str!("../../assets/catalog/plans.json");
const PROMISES: &str = include_str!("../../assets/catalog/promises.json");
const FACTS: &str = include_str!("../../assets/catalog/facts.json");
const CORRECTIONS: &str = include_str!("../../assets/catalog/corrections.json");

/// The files by name, for the checks of their texts.
#[cfg(test)]
pub(super) const TEXTS: [(&str, &str); 6] = [
    ("prices.json", PRICES),
    ("instances.json", INSTANCES),
    ("plans.json", PLANS),
    ("promises.json", PROMISES),
    ("facts.json", FACTS),
    ("corrections.json", CORRECTIONS),
];

/// Timers, limits and allowances. Only tests ask for them, so they are no part of the catalog and the page does not carry
/// them.
pub fn facts() -> Result<Vec<Fact>, Unreadable> {
    load("facts.json", FACTS)
}

impl Files {
    /// Reads the embedded files.
    pub(super) fn read() -> Result<Self, Unreadable> {
        Ok(Self {
            prices: load("prices.json", PRICES)?,
            machines: load("instances.json", INSTANCES)?,
            plans: load("plans.json", PLANS)?,
            promises: load("promises.json", PROMISES)?,
            corrections: load("corrections.json", CORRECTIONS)?,
        })
    }
}
