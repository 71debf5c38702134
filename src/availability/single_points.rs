use crate::architecture::{Architecture, ComponentId, DatabaseTier, Failover, Service};

/// A component that takes the site down when it fails alone.
#[derive(Clone, Debug, PartialEq)]
pub struct SinglePoint {
    /// Which.
    pub component: ComponentId,
    /// Its name.
    pub name: &'static str,
    /// What its failure does.
    pub why: &'static str,
}

/// The single points of failure of an architecture, the region itself apart.
pub fn single_points(architecture: &Architecture) -> Vec<SinglePoint> {
    let alone = !architecture.scales();
    let no_failover = matches!(architecture.database, DatabaseTier::Managed { failover: Failover::None, .. });
    architecture
        .components
        .iter()
        .filter_map(|component| {
            let why = match &component.service {
                Service::WebServers(_) | Service::Lightsail(_) | Service::Server(_) if alone => {
                    "there is no second server to take over"
                }
                Service::NfsServer(_) => "every web server reads WordPress from it",
                Service::Aurora(_) | Service::Rds(_) | Service::LightsailDatabase(_) if no_failover => {
                    "there is no standby to take over"
                }
                Service::WebServers(_)
                | Service::Lightsail(_)
                | Service::Server(_)
                | Service::Aurora(_)
                | Service::Rds(_)
                | Service::LightsailDatabase(_)
                | Service::Readers
                | Service::Dns
                | Service::Cdn(_)
                | Service::OtherCdn
                | Service::ObjectStore
                | Service::InternetGateway
                | Service::LoadBalancer
                | Service::NatGateway
                | Service::GlusterBrick(_)
                | Service::Bastion(_)
                | Service::Staging(_)
                | Service::SharedFiles(_)
                | Service::MountTarget
                | Service::CacheNode(_)
                | Service::Repository
                | Service::Pipeline
                | Service::Build
                | Service::MachineImage
                | Service::Backup => return None,
            };
            Some(SinglePoint { component: component.id, name: component.name(), why })
        })
        .collect()
}
