//! The files of `assets/catalog`, as they lie there.

use serde::Deserialize;

use super::load::{Unreadable, load};
use super::price_file::{PRICES, PriceFile};
use super::{
    AllowanceBundle, AsOf, Bundle, Burst, CdnPlan, Confidence, Correction, DatabaseBundle, EdgePlan, Fact, ManagedPlan,
    Offering, Processor, Promise, ServerPlan, Source,
};
use crate::units::{Gib, Vcpus};

/// All of them.
#[derive(Debug)]
pub(super) struct Files {
    pub prices: Vec<PriceFile>,
    pub machines: MachineFile,
    pub plans: PlanFile,
    pub promises: Vec<Promise>,
    pub corrections: Vec<Correction>,
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
    pub offering: Offering,
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
    pub cdn_plans: Vec<CdnPlan>,
    pub managed_plans: Vec<ManagedPlan>,
}

/// The day the prices were put together.
pub(super) const VERSION: &str = "2026-11-30";

/// The items their publishers call free: the only ones that cost 0.
#[cfg(test)]
pub(super) const FREE: [&str; 3] = ["cloudflare.free", "cloudfront.flat-rate.free", "codedeploy.ec2"];

const INSTANCES: &str = include_str!("../../assets/catalog/instances.json");
const PLANS: &str = include_str!("../../assets/catalog/plans.json");
const PROMISES: &str = include_str!("../../assets/catalog/promises.json");
const FACTS: &str = include_str!("../../assets/catalog/facts.json");
const CORRECTIONS: &str = include_str!("../../assets/catalog/corrections.json");

/// The files by name, for the checks of their texts.
#[cfg(test)]
pub(super) const TEXTS: [(&str, &str); 5] = [
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
            prices: PRICES.into_iter().map(|(name, text)| load(name, text)).collect::<Result<_, _>>()?,
            machines: load("instances.json", INSTANCES)?,
            plans: load("plans.json", PLANS)?,
            promises: load("promises.json", PROMISES)?,
            corrections: load("corrections.json", CORRECTIONS)?,
        })
    }
}
