//! Amazon Aurora MySQL: instances, storage, I/O requests, backup beyond the size of the cluster.

use super::bill_inputs::{BillInputs, month_of};
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    units::Count,
};

/// A cluster volume starts at so many gigabytes (Amazon Aurora User Guide, storage).
pub(super) const LEAST_STORAGE: Count = Count::new(10.0);

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let instances: Vec<_> = inputs
        .architecture
        .components
        .iter()
        .filter_map(|component| {
            if let Service::Aurora(database) = &component.service { Some((component.id, database)) } else { None }
        })
        .collect();
    let Some((id, writer)) = instances.first().copied() else { return Vec::new() };
    let name = format!("Database instance (on-demand, {})", writer.class);
    let hours = month_of(Count::new(instances.len() as f64));
    let instance = inputs.line(Item::AuroraInstance(writer.class.clone()), Some(id), name, hours);
    let mut lines = vec![inputs.committable(instance, hours)];
    let storage = Count::new(inputs.usage.database_storage.value()).max(LEAST_STORAGE);
    lines.push(inputs.line(Item::AuroraStorage, Some(id), "Storage (Standard)", storage));
    let requests = Count::new(inputs.usage.database_io.value() / 1e6);
    lines.push(inputs.line(Item::AuroraRequests, Some(id), "I/O requests", requests));
    let surplus = Count::new(inputs.usage.database_surplus.value());
    lines.push(inputs.line(Item::AuroraCredits, Some(id), "CPU credits (surplus)", surplus));
    lines
}
