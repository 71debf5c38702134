use super::loss::{Broken, Loss, Outage};
use crate::{
    architecture::{Architecture, Component, ComponentId, Replacement, Service},
    units::Count,
};

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

/// The single points of failure of an architecture: machines without which it is down. Services that AWS runs over a whole
/// region, and the region itself, are apart.
pub fn single_points(architecture: &Architecture) -> Vec<SinglePoint> {
    let points = architecture.components.iter().filter(|component| is_a_machine(component)).filter_map(|component| {
        let why = match Loss::of(architecture, Broken::Part(component.id)).outage()? {
            Outage::Network | Outage::LoadBalancer | Outage::ContentDelivery | Outage::Pages => return None,
            Outage::Database => "there is no standby to take over",
            Outage::WebServers if matches!(component.service, Service::NfsServer(_)) => {
                "every web server reads WordPress from it"
            }
            Outage::WebServers if component.service == Service::MountTarget => {
                "the only web server reads WordPress through it"
            }
            Outage::WebServers if matches!(component.service, Service::ManagedHost(_)) => {
                "the site is down until the host has brought it back"
            }
            Outage::WebServers => match architecture.replacement() {
                Replacement::ByGroup => "there is no second server while Auto Scaling starts another",
                Replacement::ByHand => "there is no second server to take over",
            },
        };
        Some(SinglePoint { component: component.id, name: component.name(), why })
    });
    points.collect()
}

/// Whether a component is one machine, which may fail; what stands for several equal ones does not fail at once.
fn is_a_machine(component: &Component) -> bool {
    match &component.service {
        Service::WebServers(instances) => instances.count <= Count::new(1.0),
        Service::Tasks(tasks) => tasks.count <= Count::new(1.0),
        Service::Lightsail(_)
        | Service::Server(_)
        | Service::ManagedHost(_)
        | Service::NfsServer(_)
        | Service::GlusterBrick(_)
        | Service::Aurora(_)
        | Service::Rds(_)
        | Service::LightsailDatabase(..)
        | Service::MountTarget => true,
        Service::Readers
        | Service::Dns
        | Service::Cdn(_)
        | Service::OtherCdn(_)
        | Service::ObjectStore
        | Service::InternetGateway
        | Service::LoadBalancer
        | Service::LightsailBalancer
        | Service::NatGateway
        | Service::NatInstance(_)
        | Service::Bastion(_)
        | Service::Staging(_)
        | Service::SharedFiles(_)
        | Service::CacheNode(_)
        | Service::Repository
        | Service::Pipeline
        | Service::Build
        | Service::MachineImage
        | Service::Backup => false,
    }
}
