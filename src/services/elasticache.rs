//! Amazon ElastiCache for Valkey: nodes by the hour.

use super::bill_inputs::{BillInputs, month_of};
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let nodes: Vec<_> =
        inputs
            .architecture
            .components
            .iter()
            .filter_map(|component| {
                if let Service::CacheNode(node) = &component.service { Some((component.id, node)) } else { None }
            })
            .collect();
    let Some((id, node)) = nodes.first().copied() else { return Vec::new() };
    let hours = month_of(Count::new(nodes.len() as f64));
    let name = format!("Cache node (on-demand, Valkey, {node})");
    vec![inputs.committable(inputs.line(Item::CacheNode(node.clone()), Some(id), name, hours), hours)]
}
