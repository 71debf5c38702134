//! Amazon Aurora MySQL: instances, storage, I/O requests, backup beyond the size of the cluster.

use super::bill_inputs::{BillInputs, month_of};
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    catalog::SERVERLESS,
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
    let number = Count::new(instances.len() as f64);
    let is_serverless = writer.class == SERVERLESS;
    let mut lines = if is_serverless {
        // A reader that takes over when the writer fails grows and shrinks with it (Amazon Aurora User Guide, promotion tiers 0
        // and 1).
        let units = Count::new(inputs.usage.database_capacity.value() * number.value());
        let line = inputs.line(Item::AuroraCapacity, Some(id), "Capacity (Serverless v2)", units);
        vec![line.noted("capacity units of the simulated week, scaled to 730 hours")]
    } else {
        let name = format!("Database instance (on-demand, {})", writer.class);
        let hours = month_of(number);
        let instance = inputs.line(Item::AuroraInstance(writer.class.clone()), Some(id), name, hours);
        vec![inputs.committable(instance, hours)]
    };
    let storage = Count::new(inputs.usage.database_storage.value()).max(LEAST_STORAGE);
    lines.push(inputs.line(Item::AuroraStorage, Some(id), "Storage (Standard)", storage));
    let requests = Count::new(inputs.usage.database_io.value() / 1e6);
    lines.push(inputs.line(Item::AuroraRequests, Some(id), "I/O requests", requests));
    if !is_serverless {
        let surplus = Count::new(inputs.usage.database_surplus.value());
        lines.push(inputs.line(Item::AuroraCredits, Some(id), "CPU credits (surplus)", surplus));
    }
    lines
}
