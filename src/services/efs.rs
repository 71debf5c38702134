//! Amazon EFS: storage, and throughput in one of three modes.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::{EfsThroughput, Service},
    billing::{CostLine, Item},
    units::{Count, Gigabytes, MibPerSecond},
};

/// Standard storage that earns one MiB/s of provisioned throughput at no charge (Amazon EFS pricing page).
pub(super) const INCLUDED: Gigabytes = Gigabytes::new(20.0);

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some((id, throughput)) = inputs.architecture.components.iter().find_map(|component| {
        if let Service::SharedFiles(throughput) = component.service { Some((component.id, throughput)) } else { None }
    }) else {
        return Vec::new();
    };
    let usage = inputs.usage;
    let line = |item: Item, name: &str, quantity: f64| inputs.line(item, Some(id), name, Count::new(quantity));
    let mut lines = vec![line(Item::EfsStorage, "Storage (Standard)", usage.efs_stored.value())];
    match throughput {
        EfsThroughput::Bursting => {}
        EfsThroughput::Provisioned(wanted) => {
            let paid = billable(wanted, usage.efs_stored);
            lines.push(
                line(Item::EfsProvisioned, "Throughput (provisioned)", paid.value())
                    .noted(format!("{} MiB/s less what storage includes", wanted.value())),
            );
        }
        EfsThroughput::Elastic => {
            lines.push(line(Item::EfsReads, "Reads (elastic throughput)", usage.efs_read.value()));
            lines.push(line(Item::EfsWrites, "Writes (elastic throughput)", usage.efs_written.value()));
        }
    }
    lines
}

/// Provisioned throughput less what the stored gigabytes include.
fn billable(provisioned: MibPerSecond, stored: Gigabytes) -> MibPerSecond {
    (provisioned - MibPerSecond::new(stored / INCLUDED)).max(MibPerSecond::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Amazon EFS pricing: a month at 1 MiB/s for every 20 GB stored is included in provisioned mode.
    #[test]
    fn storage_includes_a_little_throughput() {
        assert_eq!(billable(MibPerSecond::new(10.0), Gigabytes::new(20.0)), MibPerSecond::new(9.0));
        assert_eq!(billable(MibPerSecond::new(1.0), Gigabytes::new(100.0)), MibPerSecond::ZERO);
    }
}
