//! Amazon Aurora MySQL: instances, storage, I/O requests, backup beyond the size of the cluster.

use super::metered::{Metered, month_of};
use crate::{architecture::Service, billing::CostLine, catalog::AuroraStorage, units::Count};

/// A cluster volume starts at so many gigabytes (Amazon Aurora User Guide, storage).
const LEAST_STORAGE: Count = Count::new(10.0);

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
    let service = "Amazon Aurora";
    let name = format!("Database instance (on-demand, {})", writer.class);
    let mut lines = vec![metered.line(
        service,
        Some(id),
        name,
        AuroraStorage::Standard.sku(&writer.class),
        month_of(Count::new(instances.len() as f64)),
    )];
    let storage = Count::new(metered.usage.database_storage.value()).max(LEAST_STORAGE);
    lines.push(metered.line(service, Some(id), "Storage (Standard)", "aurora.storage.gb-month", storage));
    let requests = Count::new(metered.usage.database_io.value() / 1e6);
    lines.push(metered.line(service, Some(id), "I/O requests", "aurora.io.million", requests));
    let surplus = Count::new(metered.usage.database_surplus.value());
    lines.push(metered.line(service, Some(id), "CPU credits (surplus)", "aurora.cpu-credits.vcpu-hour", surplus));
    lines
}
