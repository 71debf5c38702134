//! The catalog as it is embedded: read once, then only looked up.

use super::entry::{self, Entry, Unreadable};
use super::plans::Plans;
use super::price_table::{self, Item, Reading};
use super::{AsOf, CacheNode, Correction, DatabaseClass, Fact, InstanceType, Promise, Source, machines};
use crate::units::Ratio;

/// Everything the catalog knows.
#[derive(Debug, Default)]
pub(super) struct Data {
    pub version: &'static str,
    pub readings: Vec<Reading>,
    /// By name, and sorted by it.
    pub items: Vec<(&'static str, Item)>,
    pub instances: Vec<InstanceType>,
    pub databases: Vec<DatabaseClass>,
    pub caches: Vec<CacheNode>,
    pub plans: Plans,
    pub promises: Vec<Promise>,
    pub facts: Vec<Fact>,
    pub corrections: Vec<Correction>,
}

impl Data {
    /// Reads the embedded files.
    pub(super) fn read() -> Result<Self, Unreadable> {
        let mut data = Self::default();
        entry::read("prices.json", include_str!("../../assets/catalog/prices.json"), |prices| {
            data.version = prices.get("version").text();
            data.readings = prices.get("readings").entries().into_iter().map(Reading::read).collect();
            data.items = price_table::items(prices.get("tables"));
        })?;
        entry::read("instances.json", include_str!("../../assets/catalog/instances.json"), |families| {
            data.instances = machines::instances(families.get("instances"));
            data.databases = machines::databases(families.get("databases"));
            data.caches = machines::caches(families.get("caches"));
        })?;
        entry::read("plans.json", include_str!("../../assets/catalog/plans.json"), |plans| {
            data.plans = Plans::read(plans);
        })?;
        entry::read("promises.json", include_str!("../../assets/catalog/promises.json"), |promises| {
            data.promises = promises.entries().into_iter().map(promise).collect();
        })?;
        entry::read("facts.json", include_str!("../../assets/catalog/facts.json"), |facts| {
            data.facts = facts.entries().into_iter().map(fact).collect();
        })?;
        entry::read("corrections.json", include_str!("../../assets/catalog/corrections.json"), |corrections| {
            data.corrections = corrections.entries().into_iter().map(correction).collect();
        })?;
        Ok(data)
    }

    /// The item of this name.
    pub(super) fn item(&self, sku: &str) -> Option<&Item> {
        let at = self.items.binary_search_by(|(name, _)| (*name).cmp(sku)).ok()?;
        Some(&self.items[at].1)
    }
}

fn promise(entry: Entry) -> Promise {
    Promise {
        id: entry.get("id").text(),
        service: entry.get("service").text(),
        scope: entry.get("scope").text(),
        kind: entry.get("kind").word(),
        availability: Ratio::new(entry.get("availability").number()),
        note: entry.get("note").text(),
        source: Source::new(entry.get("source").text()),
        as_of: AsOf::new(entry.get("as_of").text()),
        confidence: entry.get("confidence").word(),
    }
}

fn fact(entry: Entry) -> Fact {
    Fact {
        id: entry.get("id").text(),
        low: entry.get("low").number(),
        typical: entry.get("typical").number(),
        high: entry.get("high").number(),
        unit: entry.get("unit").word(),
        statement: entry.get("statement").text(),
        source: Source::new(entry.get("source").text()),
        as_of: AsOf::new(entry.get("as_of").text()),
        confidence: entry.get("confidence").word(),
    }
}

fn correction(entry: Entry) -> Correction {
    Correction {
        id: entry.get("id").text(),
        document: entry.get("document").word(),
        says: entry.get("says").text(),
        today: entry.get("today").text(),
        severity: entry.get("severity").word(),
        source: Source::new(entry.get("source").text()),
        confidence: entry.get("confidence").word(),
    }
}
