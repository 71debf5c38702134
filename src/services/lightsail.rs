//! Amazon Lightsail: a bundle by the month, its database plan, snapshots, and transfer beyond the bundle's allowance.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let catalog = inputs.catalog;
    let mut lines = Vec::new();
    for component in &inputs.architecture.components {
        if let Service::LightsailDatabase(sku) = &component.service {
            let name = catalog.database_bundles().iter().find(|plan| plan.sku == sku).map_or("", |plan| plan.name);
            let name = format!("Managed database ({name})");
            lines.push(inputs.line(Item::LightsailDatabase(sku.clone()), Some(component.id), name, Count::new(1.0)));
        }
        let Service::Lightsail(sku) = &component.service else { continue };
        let Some(bundle) = catalog.bundles().iter().find(|bundle| bundle.sku == sku) else { continue };
        let name = format!("Instance bundle ({} GB memory, {} vCPU)", bundle.memory.value(), bundle.vcpus.value());
        lines.push(inputs.line(Item::LightsailInstance(bundle.sku), Some(component.id), name, Count::new(1.0)));
        let allowance = bundle.transfer(inputs.region);
        let over = inputs.usage.internet_transfer + inputs.usage.origin_transfer - allowance;
        lines.push(
            inputs
                .line(
                    Item::LightsailTransfer,
                    Some(component.id),
                    "Data transfer out beyond the allowance",
                    Count::new(over.value()),
                )
                .noted(format!("the bundle includes {} GB", allowance.value())),
        );
        let snapshots = inputs.usage.backup.value();
        if snapshots > 0.0 {
            lines.push(
                inputs
                    .line(
                        Item::LightsailSnapshots,
                        inputs.first(|service| matches!(service, Service::Backup)).or(Some(component.id)),
                        "Snapshots (automatic, 7 kept)",
                        Count::new(snapshots) + super::backup::SYSTEM,
                    )
                    .noted("the first in full, with the system; each later one with what changed"),
            );
        }
    }
    lines
}
