//! Amazon Lightsail: bundles by the month, the load balancer before them, a database plan, snapshots, and transfer beyond what
//! the bundles include together.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::{ComponentId, DatabasePart, Service},
    billing::{CostLine, Item},
    catalog::Bundle,
    units::{Count, Gigabytes},
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let catalog = inputs.catalog;
    let mut lines = Vec::new();
    let mut bundles: Vec<(ComponentId, &Bundle)> = Vec::new();
    for component in &inputs.architecture.components {
        let id = Some(component.id);
        if let Service::LightsailDatabase(sku, DatabasePart::Writer) = &component.service {
            let plan = catalog.database_bundles().iter().find(|plan| plan.sku == sku);
            let name = format!("Managed database ({})", plan.map_or("", |plan| plan.name));
            let line = inputs.line(Item::LightsailDatabase(sku.clone()), id, name, Count::new(1.0));
            let has_standby = inputs
                .architecture
                .has(|service| matches!(service, Service::LightsailDatabase(_, DatabasePart::Standby)));
            lines.push(if has_standby {
                line.noted("high availability; the standby is part of the price")
            } else {
                line
            });
        }
        if component.service == Service::LightsailBalancer {
            lines.push(inputs.line(Item::LightsailBalancer, id, "Load balancer", Count::new(1.0)));
        }
        let Service::Lightsail(sku) = &component.service else { continue };
        bundles.extend(catalog.bundles().iter().find(|bundle| bundle.sku == sku).map(|bundle| (component.id, bundle)));
    }
    let Some((id, bundle)) = bundles.first().copied() else { return lines };
    let servers = Count::new(bundles.len() as f64);
    let name = format!("Instance bundle ({} GB memory, {} vCPU)", bundle.memory.value(), bundle.vcpus.value());
    lines.push(inputs.line(Item::LightsailInstance(bundle.sku), Some(id), name, servers));
    let allowance = bundle.transfer(inputs.region) * servers.value();
    let over = inputs.usage.internet_transfer + inputs.usage.origin_transfer - allowance;
    lines.push(
        inputs
            .line(
                Item::LightsailTransfer,
                Some(id),
                "Data transfer out beyond the allowance",
                Count::new(over.max(Gigabytes::ZERO).value()),
            )
            .noted(format!(
                "the {} {} GB",
                if bundles.len() > 1 { "bundles together include" } else { "bundle includes" },
                allowance.value()
            )),
    );
    let snapshots = inputs.usage.backup.value();
    if snapshots > 0.0 {
        lines.push(
            inputs
                .line(
                    Item::LightsailSnapshots,
                    inputs.first(|service| matches!(service, Service::Backup)).or(Some(id)),
                    "Snapshots (automatic, 7 kept)",
                    Count::new(snapshots) + super::backup::SYSTEM,
                )
                .noted("the first in full, with the system; each later one with what changed"),
        );
    }
    lines
}
