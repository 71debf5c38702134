//! Backups: EBS snapshots of servers, AWS Backup of EFS, database backups beyond what is free.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::{Network, Service},
    billing::{CostLine, Item},
    units::Count,
};

/// What the operating system and its packages add to a server's first snapshot (estimate).
pub(super) const SYSTEM: Count = Count::new(5.0);

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let architecture = inputs.architecture;
    let stored = Count::new(inputs.usage.backup.value());
    let Some(id) = inputs.first(|service| matches!(service, Service::Backup)) else { return Vec::new() };
    if architecture.network != Network::Vpc || stored == Count::ZERO {
        return Vec::new();
    }
    if architecture.has(|service| matches!(service, Service::SharedFiles(_))) {
        return vec![inputs.line(Item::EfsBackup, Some(id), "EFS backup storage (warm)", stored)];
    }
    let line = inputs.line(Item::EbsSnapshots, Some(id), "Snapshots", stored + SYSTEM);
    vec![line.noted("the first in full, with the system; each later one with what changed")]
}
