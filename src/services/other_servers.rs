//! Servers of other providers: by the month with transfer included, backups, and transfer beyond the allowance.

use super::metered::Metered;
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    catalog::{Catalog, ServerPlan},
    units::Count,
};

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    let Some((id, plan)) = metered.architecture.components.iter().find_map(|component| {
        if let Service::Server(sku) = &component.service {
            Some((component.id, plan(metered.catalog, sku)?))
        } else {
            None
        }
    }) else {
        return Vec::new();
    };
    let provider = plan.provider;
    let name = format!("Virtual server ({}, {} vCPU, {} GB)", plan.name, plan.vcpus.value(), plan.memory.value());
    let mut lines = vec![metered.line(Item::Server(provider, plan.sku), Some(id), name, Count::new(1.0))];
    let over = metered.usage.internet_transfer + metered.usage.origin_transfer - plan.transfer;
    lines.push(
        metered
            .line(Item::ServerTransfer(provider), Some(id), "Transfer beyond the allowance", Count::new(over.value()))
            .noted(format!("the plan includes {} GB", plan.transfer.value())),
    );
    let backup = metered.first(|service| matches!(service, Service::Backup));
    if backup.is_some() {
        lines.push(metered.line(
            Item::ServerBackup(provider, plan.name),
            backup,
            "Backups (automatic)",
            Count::new(1.0),
        ));
    }
    if let Some(cdn) = metered.first(|service| matches!(service, Service::OtherCdn)) {
        lines.push(
            metered
                .line(Item::OtherCdn, Some(cdn), "Delivery of files", Count::new(1.0))
                .noted("free plans exist, on terms and limits of their providers; none is in the catalog"),
        );
    }
    lines
}

/// The plan of that item.
pub fn plan<'a>(catalog: &'a Catalog, sku: &str) -> Option<&'a ServerPlan> {
    catalog.servers().iter().find(|plan| plan.sku == sku)
}
