//! How machines lie in `assets/catalog/instances.json`: by family, each with its source and a row per size.

use super::entry::{Entry, Row};
use super::{AsOf, Burst, CacheNode, Confidence, DatabaseClass, InstanceType, Processor, Source};
use crate::units::{Credits, Gib, Ratio, Vcpus};

/// What all sizes of a family share.
#[derive(Clone, Copy)]
struct Family {
    family: &'static str,
    processor: Processor,
    source: Source,
    as_of: AsOf,
    confidence: Confidence,
}

/// What every row begins with.
struct Size {
    name: &'static str,
    vcpus: Vcpus,
    memory: Gib,
}

/// EC2 instance types.
pub(super) fn instances(families: Entry) -> Vec<InstanceType> {
    let read = |(of, row): (Family, Entry)| {
        let mut row = row.row(4);
        let Size { name, vcpus, memory } = size(&mut row);
        let burst = row.next();
        let burst = (!burst.is_null()).then(|| credits(burst.row(5)));
        let Family { family, processor, source, as_of, confidence } = of;
        InstanceType { name, family, processor, vcpus, memory, burst, source, as_of, confidence }
    };
    rows(families).into_iter().map(read).collect()
}

/// Database instance classes.
pub(super) fn databases(families: Entry) -> Vec<DatabaseClass> {
    let read = |(of, row): (Family, Entry)| {
        let Size { name, vcpus, memory } = size(&mut row.row(3));
        let Family { family, processor, source, as_of, confidence } = of;
        DatabaseClass { name, family, processor, vcpus, memory, source, as_of, confidence }
    };
    rows(families).into_iter().map(read).collect()
}

/// Cache nodes.
pub(super) fn caches(families: Entry) -> Vec<CacheNode> {
    let read = |(of, row): (Family, Entry)| {
        let Size { name, vcpus, memory } = size(&mut row.row(3));
        let Family { family, processor, source, as_of, confidence } = of;
        CacheNode { name, family, processor, vcpus, memory, source, as_of, confidence }
    };
    rows(families).into_iter().map(read).collect()
}

/// Every row with the family it stands in.
fn rows(families: Entry) -> Vec<(Family, Entry)> {
    let mut rows = Vec::new();
    for of in families.entries() {
        let family = Family {
            family: of.text_of("family"),
            processor: of.word_of("processor"),
            source: Source::new(of.text_of("source")),
            as_of: AsOf::new(of.text_of("as_of")),
            confidence: of.word_of("confidence"),
        };
        for row in of.get("types").entries() {
            rows.push((family, row));
        }
    }
    rows
}

fn size(row: &mut Row) -> Size {
    Size { name: row.text(), vcpus: Vcpus::new(row.number()), memory: Gib::new(row.number()) }
}

fn credits(mut row: Row) -> Burst {
    Burst {
        baseline: Ratio::new(row.number()),
        credits_per_hour: Credits::new(row.number()),
        max_credits: Credits::new(row.number()),
        launch_credits: Credits::new(row.number()),
        default_mode: row.word(),
    }
}
