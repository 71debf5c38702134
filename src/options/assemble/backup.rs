//! What is copied elsewhere, besides what a managed database keeps of itself.

use super::Draft;
use crate::{
    architecture::{ComponentId, Path, Place, Service, Zone},
    options::{Files, Ground, parts, parts::in_zone},
};

impl Draft<'_> {
    pub(super) fn backup(&mut self) {
        let (from, size, role, label) = match (self.hosting.ground, self.hosting.files) {
            (Ground::Managed, _) => {
                (parts::SERVER, "daily, included", "Brings the site back when it is spoiled", "daily backup")
            }
            (Ground::Elsewhere, _) => {
                (parts::SERVER, "daily", "Brings the server back when it is lost", "daily backup")
            }
            (Ground::Lightsail | Ground::Export | Ground::Instance, _) => {
                (parts::SERVER, "daily snapshots, 7 kept", "Brings the server back when it is lost", "snapshots")
            }
            (Ground::LightsailPair, _) => {
                let web = in_zone(parts::WEB, Zone::A);
                (web, "daily snapshots, 7 kept", "Brings a server back with its files", "snapshots")
            }
            (Ground::GroupOfOne | Ground::Group, Files::Efs) => {
                (parts::FILES, "daily", "Brings files back that were deleted or spoiled", "daily backup")
            }
            (Ground::GroupOfOne | Ground::Group, Files::FileServer) => {
                (ComponentId("nfs-a"), "daily snapshots", "Brings the file server back", "snapshots")
            }
            (Ground::GroupOfOne | Ground::Group, Files::Gluster) => {
                (in_zone(parts::BRICK, Zone::A), "daily snapshots", "Brings the files back", "snapshots")
            }
            // The webroot can be thrown away, and the database keeps its own backups.
            (Ground::Containers, _)
            | (
                Ground::GroupOfOne | Ground::Group,
                Files::OnServer | Files::OnEach | Files::Git | Files::Image | Files::Container,
            ) => return,
        };
        let place = match self.hosting.ground {
            Ground::Elsewhere | Ground::Managed => Place::Elsewhere,
            Ground::Lightsail
            | Ground::LightsailPair
            | Ground::Export
            | Ground::Instance
            | Ground::GroupOfOne
            | Ground::Group
            | Ground::Containers => Place::Region,
        };
        self.add(parts::BACKUP, Service::Backup, place, size, role);
        self.connect(from, parts::BACKUP, Path::Replication, label);
    }
}
