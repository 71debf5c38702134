//! Whether a server that keeps everything itself has the disk for it.

use crate::{
    architecture::{Architecture, Service},
    options::Brief,
    services::{managed_host, other_servers::plan},
    units::Gigabytes,
};

/// A disk that is too small, though it is the largest on sale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shortage {
    /// What it holds.
    pub disk: Gigabytes,
    /// What has to be kept a year from now, with room to spare.
    pub needed: Gigabytes,
    /// The media library that would still find room, as large as it may be today.
    pub media: Gigabytes,
}

/// The shortage of a server sold with its disk; volumes on EC2 come in every size.
pub(super) fn shortage(architecture: &Architecture, brief: &Brief<'_>) -> Option<Shortage> {
    let disk = architecture.components.iter().find_map(|component| disk_of(&component.service, brief))?;
    let (demand, spare) = (brief.demand, 1.0 / 0.9);
    // Where pages are exported, uploads are on the server as well.
    let has_bucket = architecture.has(|service| matches!(service, Service::ObjectStore));
    let needed = if has_bucket && !architecture.is_exported() {
        demand.on_disk() - demand.media * spare
    } else {
        demand.on_disk()
    };
    // A host's storage holds the site alone.
    let needed = if architecture.is_managed() { needed - demand.system_disk() } else { needed };
    let today = demand.media - demand.media_growth * 12.0;
    let share = ((demand.media - (needed - disk)) / demand.media).max(0.0);
    (needed > disk).then_some(Shortage { disk, needed, media: today * share })
}

/// The disk that comes with a server's plan.
fn disk_of(service: &Service, brief: &Brief<'_>) -> Option<Gigabytes> {
    if let Service::Server(sku) = service {
        plan(brief.catalog, sku).map(|plan| plan.disk)
    } else if let Service::ManagedHost(sku) = service {
        managed_host::plan(brief.catalog, sku).and_then(|plan| plan.storage)
    } else if let Service::Lightsail(sku) = service {
        brief.catalog.bundles().iter().find(|bundle| bundle.sku == sku).map(|bundle| bundle.disk)
    } else {
        None
    }
}
