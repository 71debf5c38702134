//! Servers of other providers: by the month with transfer included, backups, and transfer beyond the allowance.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    catalog::{Catalog, ServerPlan},
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some((id, plan)) = inputs.architecture.components.iter().find_map(|component| {
        if let Service::Server(sku) = &component.service {
            Some((component.id, plan(inputs.catalog, sku)?))
        } else {
            None
        }
    }) else {
        return Vec::new();
    };
    let provider = plan.provider;
    let name = format!("Virtual server ({}, {} vCPU, {} GB)", plan.name, plan.vcpus.value(), plan.memory.value());
    let mut lines = vec![inputs.line(Item::Server(provider, plan.sku), Some(id), name, Count::new(1.0))];
    let over = inputs.usage.internet_transfer + inputs.usage.origin_transfer - plan.transfer;
    lines.push(
        inputs
            .line(Item::ServerTransfer(provider), Some(id), "Transfer beyond the allowance", Count::new(over.value()))
            .noted(format!("the plan includes {} GB", plan.transfer.value())),
    );
    let backup = inputs.first(|service| matches!(service, Service::Backup));
    if backup.is_some() {
        lines.push(inputs.line(
            Item::ServerBackup(provider, plan.name),
            backup,
            "Backups (automatic)",
            Count::new(1.0),
        ));
    }
    lines
}

/// The plan of that item.
pub fn plan<'a>(catalog: &'a Catalog, sku: &str) -> Option<&'a ServerPlan> {
    catalog.servers().iter().find(|plan| plan.sku == sku)
}
