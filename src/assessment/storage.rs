//! Whether a server that keeps everything itself has the disk for it.

use crate::{
    architecture::{Architecture, Service},
    options::Brief,
    services::other_servers::plan,
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

/// The shortage of a server off AWS; volumes on AWS come in every size, and media is kept in S3 there.
pub(super) fn shortage(architecture: &Architecture, brief: &Brief<'_>) -> Option<Shortage> {
    let sku = architecture
        .components
        .iter()
        .find_map(|component| if let Service::Server(sku) = &component.service { Some(sku) } else { None })?;
    let disk = plan(brief.catalog, sku)?.disk;
    let needed = brief.demand.on_disk();
    let today = brief.demand.media - brief.demand.media_growth * 12.0;
    let share = ((brief.demand.media - (needed - disk)) / brief.demand.media).max(0.0);
    (needed > disk).then_some(Shortage { disk, needed, media: today * share })
}
