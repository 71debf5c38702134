//! Amazon Aurora MySQL: instances, storage, I/O requests, backup beyond the size of the cluster.

use super::metered::{Metered, month_of};
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    units::Count,
};

/// A cluster volume starts at so many gigabytes (Amazon Aurora User Guide, storage).
pub(super) const LEAST_STORAGE: Count = Count::new(10.0);

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    let instances: Vec<_> = metered
        .architecture
        .components
        .iter()
        .filter_map(|component| {
            if let Service::Aurora(database) = &component.service { Some((component.id, database)) } else { None }
        })
        .collect();
    let Some((id, writer)) = instances.first().copied() else { return Vec::new() };
    let name = format!("Database instance (on-demand, {})", writer.class);
    let mut lines = vec![metered.line(
        Item::AuroraInstance(writer.class.clone()),
        Some(id),
        name,
        month_of(Count::new(instances.len() as f64)),
    )];
    let storage = Count::new(metered.usage.database_storage.value()).max(LEAST_STORAGE);
    lines.push(metered.line(Item::AuroraStorage, Some(id), "Storage (Standard)", storage));
    let requests = Count::new(metered.usage.database_io.value() / 1e6);
    lines.push(metered.line(Item::AuroraRequests, Some(id), "I/O requests", requests));
    let surplus = Count::new(metered.usage.database_surplus.value());
    lines.push(metered.line(Item::AuroraCredits, Some(id), "CPU credits (surplus)", surplus));
    lines
}
