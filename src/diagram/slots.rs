//! In which order the parts of a subnet stand below one another, the same in every zone.

use super::picture::Orientation;
use crate::{
    architecture::{Architecture, Component, Place, Service, Tier, Zone},
    units::ordered,
};

/// For every tier the kinds of parts it holds in any zone, from the outside of the picture to its middle.
pub(super) struct Slots {
    tiers: Vec<(Tier, Vec<(u8, usize)>)>,
    orientation: Orientation,
}

/// The tiers in the order a request passes them.
pub(super) const TIERS: [Tier; 4] = [Tier::Public, Tier::Open, Tier::App, Tier::Data];

impl Slots {
    pub(super) fn new(architecture: &Architecture, orientation: Orientation) -> Self {
        let tiers = TIERS
            .into_iter()
            .map(|tier| {
                let kinds = architecture
                    .components
                    .iter()
                    .filter(|component| matches!(component.place, Place::In(_, of) if of == tier))
                    .map(|component| kind(architecture, component, orientation));
                let mut kinds = ordered(kinds, Ord::cmp);
                kinds.dedup();
                (tier, kinds)
            })
            .filter(|(_, kinds)| !kinds.is_empty())
            .collect();
        Self { tiers, orientation }
    }

    /// The tiers there are.
    pub(super) fn tiers(&self) -> impl Iterator<Item = Tier> + '_ {
        self.tiers.iter().map(|(tier, _)| *tier)
    }

    /// How many parts stand in a tier of a zone at most.
    pub(super) fn count(&self, tier: Tier) -> i32 {
        let kinds = self.tiers.iter().find(|(of, _)| *of == tier).map_or(0, |(_, kinds)| kinds.len());
        i32::try_from(kinds).unwrap_or(0)
    }

    /// Which of them a component is, from 0.
    pub(super) fn of(&self, architecture: &Architecture, component: &Component) -> i32 {
        let Place::In(_, tier) = component.place else { return 0 };
        let wanted = kind(architecture, component, self.orientation);
        let kinds = self.tiers.iter().find(|(of, _)| *of == tier).map(|(_, kinds)| kinds.as_slice());
        let at = kinds.and_then(|kinds| kinds.iter().position(|kind| *kind == wanted)).unwrap_or(0);
        i32::try_from(at).unwrap_or(0)
    }
}

/// What a component counts as, and how many like it stand before it in the same subnet.
fn kind(architecture: &Architecture, component: &Component, orientation: Orientation) -> (u8, usize) {
    let of = |service: &Service| match orientation {
        Orientation::Landscape => from_the_outside(service),
        Orientation::Portrait => from_the_top(service),
    };
    let rank = of(&component.service);
    let before = architecture
        .components
        .iter()
        .take_while(|other| other.id != component.id)
        .filter(|other| other.place == component.place && of(&other.service) == rank)
        .count();
    (rank, before)
}

/// Zones below one another: databases stand next to the middle, where the one in the next zone is near; files, which
/// reach out of the network, on the outside.
const fn from_the_outside(service: &Service) -> u8 {
    match service {
        Service::Bastion(_) | Service::NfsServer(_) | Service::GlusterBrick(_) | Service::MountTarget => 0,
        Service::CacheNode(_) => 1,
        Service::NatGateway | Service::NatInstance(_) => 2,
        Service::Aurora(_) | Service::Rds(_) | Service::LightsailDatabase(..) => 3,
        Service::WebServers(_)
        | Service::Tasks(_)
        | Service::ManagedHost(_)
        | Service::Lightsail(_)
        | Service::Server(_)
        | Service::Staging(_) => 4,
        Service::Readers
        | Service::Dns
        | Service::Cdn(_)
        | Service::OtherCdn(_)
        | Service::ObjectStore
        | Service::InternetGateway
        | Service::LoadBalancer
        | Service::LightsailBalancer
        | Service::SharedFiles(_)
        | Service::Repository
        | Service::Pipeline
        | Service::Build
        | Service::MachineImage
        | Service::Backup => 5,
    }
}

/// Zones side by side: what reaches out of the network stands at its lower end.
const fn from_the_top(service: &Service) -> u8 {
    if matches!(service, Service::NfsServer(_) | Service::GlusterBrick(_) | Service::MountTarget) {
        LAST
    } else {
        from_the_outside(service)
    }
}

/// Below everything else.
const LAST: u8 = 9;

/// The zones below the first are its mirror image, so that what belongs together across zones is near.
pub(super) fn mirrored(zone: Zone) -> bool {
    zone != Zone::A
}
