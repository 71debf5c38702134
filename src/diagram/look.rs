//! What a service looks like: its pictogram, its category, and the word that tells it from its like.

use super::{glyph::Glyph, picture::Orientation};
use crate::architecture::{Component, DatabasePart, Instances, Place, Service, Tasks};

/// The category AWS files a service under; it decides the colour of the tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Readers, and what is not AWS's.
    General,
    /// Compute.
    Compute,
    /// Storage.
    Storage,
    /// Database, and developer tools, which share a colour.
    Database,
    /// Networking and content delivery.
    Network,
}

impl Category {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::General, Self::Compute, Self::Storage, Self::Database, Self::Network];
}

/// The pictogram and the category of a service.
pub(super) const fn look(service: &Service) -> (Glyph, Category) {
    match service {
        Service::Readers => (Glyph::People, Category::General),
        Service::Dns => (Glyph::Signpost, Category::Network),
        Service::Cdn(_) => (Glyph::Globe, Category::Network),
        Service::OtherCdn(_) => (Glyph::Globe, Category::General),
        Service::ObjectStore => (Glyph::Bucket, Category::Storage),
        Service::InternetGateway => (Glyph::Gate, Category::Network),
        Service::LoadBalancer | Service::LightsailBalancer => (Glyph::Fork, Category::Network),
        Service::NatGateway => (Glyph::WayOut, Category::Network),
        Service::NatInstance(_) => (Glyph::WayOut, Category::Compute),
        Service::WebServers(_) => (Glyph::Server, Category::Compute),
        Service::Tasks(_) => (Glyph::Box, Category::Compute),
        Service::NfsServer(_) => (Glyph::FileServer, Category::Compute),
        Service::GlusterBrick(_) => (Glyph::Bricks, Category::Compute),
        Service::Bastion(_) => (Glyph::Key, Category::Compute),
        Service::Staging(_) => (Glyph::Flask, Category::Compute),
        Service::Lightsail(_) => (Glyph::Box, Category::Compute),
        Service::LightsailDatabase(_, part) => (cylinder(*part), Category::Database),
        Service::Server(_) | Service::ManagedHost(_) => (Glyph::Rack, Category::General),
        Service::SharedFiles(_) => (Glyph::SharedFolder, Category::Storage),
        Service::MountTarget => (Glyph::Plug, Category::Storage),
        Service::Aurora(database) | Service::Rds(database) => (cylinder(database.part), Category::Database),
        Service::CacheNode(_) => (Glyph::Bolt, Category::Database),
        Service::Repository => (Glyph::Branch, Category::General),
        Service::Pipeline => (Glyph::Pipeline, Category::Database),
        Service::Build => (Glyph::Gear, Category::Database),
        Service::MachineImage => (Glyph::Disc, Category::Compute),
        Service::Backup => (Glyph::Rewind, Category::Storage),
    }
}

/// The full name; backups of another provider are not AWS's.
pub(super) fn full_name(component: &Component) -> &'static str {
    match (&component.service, component.place) {
        (Service::Backup, Place::Elsewhere) => "Backup",
        _ => component.name(),
    }
}

/// The name on the card: the full name, but that "for MySQL" stands in the note of Amazon RDS.
pub(super) fn name(component: &Component) -> &'static str {
    if matches!(component.service, Service::Rds(_)) { "Amazon RDS" } else { full_name(component) }
}

/// What an instance of a managed database does, if it is one.
pub(super) const fn part_of(service: &Service) -> Option<&'static str> {
    if let Service::Aurora(database) | Service::Rds(database) = service {
        Some(part(database.part))
    } else if let Service::LightsailDatabase(_, of) = service {
        Some(part(*of))
    } else {
        None
    }
}

/// What tells a part from its like, short enough for its card.
pub(super) fn note(service: &Service, orientation: Orientation) -> Option<String> {
    match service {
        Service::WebServers(instances)
        | Service::NfsServer(instances)
        | Service::GlusterBrick(instances)
        | Service::Bastion(instances)
        | Service::NatInstance(instances)
        | Service::Staging(instances) => Some(count_and_type(instances)),
        Service::Aurora(database) => Some(part(database.part).to_owned()),
        Service::Rds(database) => Some(match orientation {
            Orientation::Landscape => format!("MySQL {}", part(database.part)),
            Orientation::Portrait => part(database.part).to_owned(),
        }),
        Service::LightsailDatabase(_, of) => Some(part(*of).to_owned()),
        Service::Tasks(tasks) => Some(tasks_note(tasks)),
        Service::Lightsail(_)
        | Service::Server(_)
        | Service::ManagedHost(_)
        | Service::Readers
        | Service::Dns
        | Service::Cdn(_)
        | Service::OtherCdn(_)
        | Service::ObjectStore
        | Service::InternetGateway
        | Service::LoadBalancer
        | Service::LightsailBalancer
        | Service::NatGateway
        | Service::SharedFiles(_)
        | Service::MountTarget
        | Service::CacheNode(_)
        | Service::Repository
        | Service::Pipeline
        | Service::Build
        | Service::MachineImage
        | Service::Backup => None,
    }
}

/// What a database instance does, in a word.
const fn part(part: DatabasePart) -> &'static str {
    match part {
        DatabasePart::Writer => "writer",
        DatabasePart::Reader => "reader",
        DatabasePart::Standby => "standby",
    }
}

const fn cylinder(part: DatabasePart) -> Glyph {
    match part {
        DatabasePart::Writer => Glyph::Cylinder,
        DatabasePart::Reader => Glyph::CylinderRead,
        DatabasePart::Standby => Glyph::CylinderWaiting,
    }
}

/// How many tasks of how many vCPUs.
fn tasks_note(tasks: &Tasks) -> String {
    format!("{} × {} vCPU", crate::units::text::trimmed(tasks.count.value(), 1), tasks.vcpus.value())
}

/// Whole servers are counted; an average over zones is not shown as half a server.
fn count_and_type(instances: &Instances) -> String {
    match instances.count.value() {
        count if count > 1.0 && count.floor() == count => format!("{count} × {}", instances.instance_type),
        _ => instances.instance_type.clone(),
    }
}

impl Category {
    /// What distinguishes it in a style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Compute => "compute",
            Self::Storage => "storage",
            Self::Database => "database",
            Self::Network => "network",
        }
    }
}
