//! From a design and its sizes to an architecture, in one pass: each choice adds its components, links and tiers in a file of
//! its own, so that picture, bill, week and availability are of the same thing.

mod backup;
mod database;
mod export;
mod files;
mod media;
mod network;
mod objects;
mod servers;
mod staging;
mod way_out;

use super::{
    Brief, Ground, Hosting,
    parts::{self, in_zone},
    sizes::Sizes,
};
use crate::{
    architecture::{Architecture, Component, ComponentId, Link, Network, Parts, Path, Place, Service, Zone, ZoneCount},
    choices::{Design, Zones},
};

/// What is built for a design of a form with these sizes.
pub fn assemble(hosting: &Hosting, design: &Design, sizes: &Sizes, brief: &Brief<'_>) -> Architecture {
    let mut draft = Draft { hosting, design, sizes, brief, components: Vec::new(), links: Vec::new() };
    draft.network();
    draft.media();
    draft.way_in_and_out();
    let web = draft.servers();
    draft.objects();
    let database = draft.database();
    draft.files();
    draft.export();
    draft.staging();
    draft.backup();
    Parts {
        network: draft.ground(),
        zones: draft.zone_count(),
        components: draft.components,
        links: draft.links,
        web,
        database,
        sizing: sizes.reasons.clone(),
    }
    .into()
}

/// An architecture on its way.
struct Draft<'a> {
    hosting: &'a Hosting,
    design: &'a Design,
    sizes: &'a Sizes,
    brief: &'a Brief<'a>,
    components: Vec<Component>,
    links: Vec<Link>,
}

impl Draft<'_> {
    const fn ground(&self) -> Network {
        match self.hosting.ground {
            Ground::Elsewhere | Ground::Managed => Network::OffAws,
            Ground::Lightsail | Ground::LightsailPair | Ground::Export => Network::Lightsail,
            Ground::Instance | Ground::GroupOfOne | Ground::Group | Ground::Containers => Network::Vpc,
        }
    }

    const fn zone_count(&self) -> ZoneCount {
        match self.design.zones {
            Zones::One => ZoneCount::One,
            Zones::Two => ZoneCount::Two,
            Zones::Three => ZoneCount::Three,
        }
    }

    /// The zones web servers stand in.
    fn zones(&self) -> &'static [Zone] {
        self.zone_count().zones()
    }

    fn add(&mut self, id: ComponentId, service: Service, place: Place, size: impl Into<String>, role: &str) {
        self.components.push(parts::component(id, service, place, size, role));
    }

    fn connect(&mut self, from: ComponentId, to: ComponentId, path: Path, label: &'static str) {
        self.links.push(parts::link(from, to, path, label));
    }

    /// The web servers as the picture shows them: the only one, or those of each zone.
    fn web(&self) -> Vec<ComponentId> {
        match self.hosting.ground {
            Ground::Elsewhere | Ground::Managed | Ground::Lightsail | Ground::Export | Ground::Instance => {
                vec![parts::SERVER]
            }
            Ground::GroupOfOne => vec![in_zone(parts::WEB, Zone::A)],
            Ground::LightsailPair | Ground::Group | Ground::Containers => {
                self.zones().iter().map(|zone| in_zone(parts::WEB, *zone)).collect()
            }
        }
    }

    /// What a reader's request comes to first of what is built.
    const fn entry(&self) -> ComponentId {
        match self.hosting.ground {
            Ground::Elsewhere | Ground::Managed | Ground::Lightsail => parts::SERVER,
            Ground::LightsailPair => parts::BALANCER,
            Ground::Export => parts::OBJECTS,
            Ground::Instance | Ground::GroupOfOne | Ground::Group | Ground::Containers => parts::GATEWAY,
        }
    }
}
