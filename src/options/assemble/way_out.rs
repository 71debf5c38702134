//! The border of a Virtual Private Cloud, and how its servers reach updates and other sites.

use super::Draft;
use crate::{
    architecture::{Path, Place, Service, Tier, Zone},
    choices::WayOut,
    options::{Ground, on_sale, parts, parts::in_zone},
    units::{Count, Gib},
};

/// What forwards for private subnets: updates and mail, not what readers download (fck-nat, README).
const NAT_INSTANCE: &str = "t4g.nano";

impl Draft<'_> {
    pub(super) fn way_in_and_out(&mut self) {
        match self.hosting.ground {
            Ground::Elsewhere | Ground::Managed | Ground::Lightsail | Ground::LightsailPair | Ground::Export => return,
            Ground::Instance | Ground::GroupOfOne => {}
            Ground::Group | Ground::Containers => {
                self.connect(parts::GATEWAY, parts::BALANCER, Path::Request, "HTTPS 443");
            }
        }
        let role = "Connects the VPC to the internet";
        self.add(parts::GATEWAY, Service::InternetGateway, Place::Border, "1 per VPC", role);
        for zone in self.gateways() {
            let role = "Lets private servers reach updates and other sites";
            let (service, size) = match self.design.way_out {
                WayOut::Public | WayOut::OneGateway | WayOut::EachZone => (Service::NatGateway, String::new()),
                WayOut::Instance => {
                    let machine = on_sale::machine(self.brief, NAT_INSTANCE);
                    let instances = parts::instances(&machine, Count::new(1.0), Gib::new(8.0));
                    (Service::NatInstance(instances), format!("1 × {NAT_INSTANCE}"))
                }
            };
            self.add(in_zone(parts::NAT, *zone), service, Place::In(*zone, Tier::Public), size, role);
        }
    }

    /// The zones with a NAT gateway.
    fn gateways(&self) -> &'static [Zone] {
        match (self.hosting.ground, self.design.way_out) {
            (
                Ground::Elsewhere
                | Ground::Managed
                | Ground::Lightsail
                | Ground::LightsailPair
                | Ground::Export
                | Ground::Instance
                | Ground::GroupOfOne,
                _,
            )
            | (_, WayOut::Public) => &[],
            (Ground::Group | Ground::Containers, WayOut::OneGateway | WayOut::Instance) => &Zone::ALL[..1],
            (Ground::Group | Ground::Containers, WayOut::EachZone) => self.zones(),
        }
    }

    /// Where web servers stand: in private subnets only where there is a way out of them.
    pub(super) const fn tier(&self) -> Tier {
        match (self.hosting.ground, self.design.way_out) {
            (
                Ground::Elsewhere
                | Ground::Managed
                | Ground::Lightsail
                | Ground::LightsailPair
                | Ground::Export
                | Ground::Instance,
                _,
            ) => Tier::Public,
            (Ground::GroupOfOne, _) | (Ground::Group | Ground::Containers, WayOut::Public) => Tier::Open,
            (Ground::Group | Ground::Containers, WayOut::OneGateway | WayOut::Instance | WayOut::EachZone) => Tier::App,
        }
    }

    /// Leads the web servers of a zone to the gateway they go out by.
    pub(super) fn lead_out(&mut self, zone: Zone) {
        let gateways = self.gateways();
        if let Some(gateway) = gateways.iter().find(|of| **of == zone).or(gateways.first()) {
            self.connect(in_zone(parts::WEB, zone), in_zone(parts::NAT, *gateway), Path::Admin, "HTTPS 443");
        }
    }
}
