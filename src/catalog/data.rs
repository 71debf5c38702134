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
            data.version = prices.text_of("version");
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
        id: entry.text_of("id"),
        service: entry.text_of("service"),
        scope: entry.text_of("scope"),
        kind: entry.word_of("kind"),
        availability: Ratio::new(entry.number_of("availability")),
        note: entry.text_of("note"),
        source: Source::new(entry.text_of("source")),
        as_of: AsOf::new(entry.text_of("as_of")),
        confidence: entry.word_of("confidence"),
    }
}

fn fact(entry: Entry) -> Fact {
    Fact {
        id: entry.text_of("id"),
        low: entry.number_of("low"),
        typical: entry.number_of("typical"),
        high: entry.number_of("high"),
        unit: entry.word_of("unit"),
        statement: entry.text_of("statement"),
        source: Source::new(entry.text_of("source")),
        as_of: AsOf::new(entry.text_of("as_of")),
        confidence: entry.word_of("confidence"),
    }
}

fn correction(entry: Entry) -> Correction {
    Correction {
        id: entry.text_of("id"),
        document: entry.word_of("document"),
        says: entry.text_of("says"),
        today: entry.text_of("today"),
        severity: entry.word_of("severity"),
        source: Source::new(entry.text_of("source")),
        confidence: entry.word_of("confidence"),
    }
}
