//! In which order the parts of a subnet stand below one another, the same in every zone.

use crate::architecture::{Architecture, Component, Place, Service, Tier, Zone};

/// For every tier the kinds of parts it holds in any zone, from the outside of the picture to its middle.
pub(super) struct Slots {
    tiers: Vec<(Tier, Vec<(u8, usize)>)>,
}

/// The tiers in the order a request passes them.
pub(super) const TIERS: [Tier; 3] = [Tier::Public, Tier::App, Tier::Data];

impl Slots {
    pub(super) fn new(architecture: &Architecture) -> Self {
        let tiers = TIERS
            .into_iter()
            .map(|tier| {
                let mut kinds: Vec<(u8, usize)> = architecture
                    .components
                    .iter()
                    .filter(|component| matches!(component.place, Place::In(_, of) if of == tier))
                    .map(|component| kind(architecture, component))
                    .collect();
                kinds.sort_unstable();
                kinds.dedup();
                (tier, kinds)
            })
            .filter(|(_, kinds)| !kinds.is_empty())
            .collect();
        Self { tiers }
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
        let wanted = kind(architecture, component);
        let kinds = self.tiers.iter().find(|(of, _)| *of == tier).map(|(_, kinds)| kinds.as_slice());
        let at = kinds.and_then(|kinds| kinds.iter().position(|kind| *kind == wanted)).unwrap_or(0);
        i32::try_from(at).unwrap_or(0)
    }
}

/// What a component counts as, and how many like it stand before it in the same subnet.
fn kind(architecture: &Architecture, component: &Component) -> (u8, usize) {
    let rank = rank(&component.service);
    let before = architecture
        .components
        .iter()
        .take_while(|other| other.id != component.id)
        .filter(|other| other.place == component.place && self::rank(&other.service) == rank)
        .count();
    (rank, before)
}

/// The farther from the middle of the picture, the smaller. Databases stand next to the middle, where the one in the
/// next zone is near; what reaches out of the network stands between.
const fn rank(service: &Service) -> u8 {
    match service {
        Service::Bastion(_) | Service::CacheNode(_) => 0,
        Service::NfsServer(_) | Service::GlusterBrick(_) | Service::MountTarget => 1,
        Service::NatGateway => 2,
        Service::Aurora(_) | Service::Rds(_) | Service::LightsailDatabase(_) => 3,
        Service::WebServers(_) | Service::Lightsail(_) | Service::Server(_) | Service::Staging(_) => 4,
        Service::Readers
        | Service::Dns
        | Service::Cdn(_)
        | Service::OtherCdn
        | Service::ObjectStore
        | Service::InternetGateway
        | Service::LoadBalancer
        | Service::SharedFiles(_)
        | Service::Repository
        | Service::Pipeline
        | Service::Build
        | Service::MachineImage
        | Service::Backup => 5,
    }
}

/// The zones below the first are its mirror image, so that what belongs together across zones is near.
pub(super) fn mirrored(zone: Zone) -> bool {
    zone != Zone::A
}
