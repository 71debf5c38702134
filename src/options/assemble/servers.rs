//! The web servers, the load balancer before them if there are several, and the tier the week is simulated on.

use super::Draft;
use crate::{
    architecture::{Delivery, Instances, Machine, Path, Place, Service, Tasks, Tier, WebTier, Webroot, Zone},
    choices::{Credits, Database, Media, Objects, Pages},
    options::{
        Files, Ground,
        caches::{object_cache, page_cache},
        parts,
        parts::in_zone,
    },
    units::{Count, Gib, text},
};

impl Draft<'_> {
    pub(super) fn servers(&mut self) -> WebTier {
        let sizes = self.sizes;
        let size = format!("{}, {}", sizes.server.name, parts::words(&sizes.server));
        let role = self.role();
        match self.hosting.ground {
            Ground::Elsewhere => {
                self.add(parts::SERVER, Service::Server(sizes.sku.clone()), Place::Elsewhere, size, role);
            }
            Ground::Lightsail | Ground::Export => {
                let place = Place::In(Zone::A, Tier::Public);
                self.add(parts::SERVER, Service::Lightsail(sizes.sku.clone()), place, size, role);
            }
            Ground::Managed => {
                let (host, size) = (Service::ManagedHost(sizes.sku.clone()), sizes.server.name.clone());
                self.add(parts::SERVER, host, Place::Elsewhere, size, "Runs WordPress, its database and its caches");
            }
            Ground::LightsailPair => self.pair(),
            Ground::Instance | Ground::GroupOfOne => {
                let id = self.web().first().copied().unwrap_or(parts::SERVER);
                self.connect(parts::GATEWAY, id, Path::Request, "HTTPS 443");
                let servers = Service::WebServers(self.instances(Count::new(1.0)));
                let place = Place::In(Zone::A, self.tier());
                self.add(id, servers, place, format!("1 × {size}"), role);
            }
            Ground::Group | Ground::Containers => self.group(),
        }
        self.web_tier()
    }

    /// A Lightsail load balancer over two zones, and a server in each.
    fn pair(&mut self) {
        let role = "Spreads requests over healthy web servers; its certificate renews itself";
        self.add(parts::BALANCER, Service::LightsailBalancer, Place::AcrossZones, "over both zones", role);
        for zone in self.zones() {
            let web = in_zone(parts::WEB, *zone);
            let size = format!("{}, {}", self.sizes.server.name, parts::words(&self.sizes.server));
            let server = Service::Lightsail(self.sizes.sku.clone());
            self.add(web, server, Place::In(*zone, Tier::Public), size, self.role());
            self.connect(parts::BALANCER, web, Path::Request, "HTTP 80");
        }
    }

    /// A load balancer over all zones, and the servers of each.
    fn group(&mut self) {
        let balancer = Service::LoadBalancer;
        let zones = match self.zones().len() {
            1 => "in one zone",
            2 => "in both zones",
            _ => "in three zones",
        };
        self.add(parts::BALANCER, balancer, Place::AcrossZones, zones, "Spreads requests over healthy web servers");
        for (at, zone) in self.zones().iter().enumerate() {
            let web = in_zone(parts::WEB, *zone);
            let count = self.in_zone(at);
            let size = format!("{} × {}", text::trimmed(count.value(), 1), self.sizes.server.name);
            let Machine { vcpus, memory, .. } = self.sizes.server;
            let servers = match self.hosting.ground {
                Ground::Containers => Service::Tasks(Tasks { vcpus, memory, count }),
                Ground::Elsewhere
                | Ground::Managed
                | Ground::Lightsail
                | Ground::Export
                | Ground::LightsailPair
                | Ground::Instance
                | Ground::GroupOfOne
                | Ground::Group => Service::WebServers(self.instances(count)),
            };
            self.add(web, servers, Place::In(*zone, self.tier()), size, self.role());
            self.connect(parts::BALANCER, web, Path::Request, "HTTP 80");
            self.lead_out(*zone);
        }
    }

    /// How many of the servers always on stand in the zone at this place: Auto Scaling spreads them evenly.
    fn in_zone(&self, at: usize) -> Count {
        let (servers, zones) = (self.sizes.fleet.min().value(), self.zones().len() as f64);
        let more = if (at as f64) < servers % zones { 1.0 } else { 0.0 };
        Count::new((servers / zones).floor() + more)
    }

    fn instances(&self, count: Count) -> Instances {
        let credits = match self.design.credits {
            Credits::Unlimited => crate::catalog::CreditMode::Unlimited,
            Credits::Standard => crate::catalog::CreditMode::Standard,
        };
        let instance_type = self.sizes.server.name.clone();
        Instances { instance_type, count, volume: self.volume(), credits }
    }

    /// The system, twice the webroot and what else is on the server's disk.
    fn volume(&self) -> Gib {
        let demand = self.brief.demand;
        let database = if self.design.database == Database::Server { demand.database.value() } else { 0.0 };
        let media = if self.design.media == Media::Disk { demand.media.value() } else { 0.0 };
        Gib::new((16.0 + 2.0 * (demand.webroot.value() + database) + media).ceil())
    }

    const fn role(&self) -> &'static str {
        if matches!(self.design.pages, Pages::Export) {
            return "Where people write; readers never reach it";
        }
        match (self.design.database, self.design.objects) {
            (Database::Server, Objects::Server) => "Runs WordPress, its database and its caches",
            (Database::Server, Objects::None | Objects::OneNode | Objects::EachZone) => {
                "Runs WordPress and its database"
            }
            (_, Objects::Server) => "Runs WordPress and its caches",
            (_, Objects::None | Objects::OneNode | Objects::EachZone) => "Runs WordPress",
        }
    }

    fn web_tier(&self) -> WebTier {
        let (webroot, delivery) = match self.hosting.files {
            Files::OnServer | Files::OnEach => (Webroot::Local, Delivery::InPlace),
            Files::Efs => (Webroot::Efs(self.throughput()), Delivery::Mounted),
            Files::FileServer => (Webroot::Nfs, Delivery::Mounted),
            Files::Gluster => (Webroot::Gluster, Delivery::Mounted),
            Files::Git => (Webroot::Local, Delivery::InstalledFromGit),
            Files::Image => (Webroot::Local, Delivery::Baked),
            Files::Container => (Webroot::Local, Delivery::Pulled),
        };
        WebTier {
            machine: self.sizes.server.clone(),
            fleet: self.sizes.fleet,
            workers: self.sizes.workers,
            delivery,
            webroot,
            page_cache: page_cache(self.design.pages),
            object_cache: object_cache(self.design.objects),
        }
    }
}
