//! Amazon RDS for MySQL: the instance (a Multi-AZ price includes its standby), gp3 storage, backup beyond its size.

use super::bill_inputs::{BillInputs, month_of};
use crate::{
    architecture::{DatabasePart, Service},
    billing::{CostLine, Item},
    catalog::Deployment,
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let parts: Vec<_> =
        inputs
            .architecture
            .components
            .iter()
            .filter_map(|component| {
                if let Service::Rds(database) = &component.service { Some((component.id, database)) } else { None }
            })
            .collect();
    let Some((id, writer)) = parts.first().copied() else { return Vec::new() };
    let standby = parts.iter().any(|(_, database)| database.part == DatabasePart::Standby);
    let deployment = if standby { Deployment::MultiAz } else { Deployment::SingleAz };
    let words = deployment.name();
    let class = &writer.class;
    let hours = month_of(Count::new(1.0));
    let instance = inputs.line(
        Item::RdsInstance(deployment, class.clone()),
        Some(id),
        format!("Database instance (on-demand, {words}, {class})"),
        hours,
    );
    let mut lines = vec![
        inputs.committable(instance, hours),
        inputs.line(
            Item::RdsStorage(deployment),
            Some(id),
            format!("Storage (general purpose SSD, gp3, {words})"),
            Count::new(writer.storage.value()),
        ),
    ];
    let surplus = Count::new(inputs.usage.database_surplus.value());
    lines.push(inputs.line(Item::RdsCredits, Some(id), "CPU credits (surplus)", surplus));
    lines
}
