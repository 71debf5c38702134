//! Architectures to draw, as the hosting options build them: from one server to the full reference architecture.

use groundplan::{
    architecture::{
        Architecture, Component, ComponentId, CpuAllowance, DatabasePart, DatabaseTier, Delivery, EdgeBilling,
        EfsThroughput, Fleet, Instances, Link, Machine, ManagedDatabase, Network, ObjectCache, PageCache, Parts, Path,
        Place, Service, Tier, WebTier, Webroot, Zone, ZoneCount,
    },
    assessment::Client,
    catalog::{Catalog, CreditMode},
    options::OPTIONS,
    questionnaire::{Answers, DataLoss, PRESETS},
    search::architectures,
    units::{Count, Gib, Ratio, Vcpus},
    workload::Workload,
};

/// How the webroot of the servers of an Auto Scaling group is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Files {
    Efs,
    Nfs,
    Gluster,
    Git,
    Image,
}

/// A named architecture.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) architecture: Architecture,
}

/// Every architecture the tests draw: what the options build for every preset, as far as they differ, and variations
/// the options do not build today.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = options();
    for edge in [Edge::None, Edge::Cdn] {
        let name = match edge {
            Edge::None => "",
            Edge::Cdn => " + CDN",
        };
        let mut case = |title: &str, architecture| cases.push(Case { name: format!("{title}{name}"), architecture });
        case("off-AWS server", off_aws(edge));
        case("Lightsail", lightsail(edge));
        case("EC2 single server", single(edge));
        for zones in [ZoneCount::One, ZoneCount::Two, ZoneCount::Three] {
            for files in [Files::Efs, Files::Nfs, Files::Gluster, Files::Git, Files::Image] {
                case(&format!("scaling {files:?} in {} zone(s)", zones.zones().len()), scaling(zones, files, edge));
            }
        }
    }
    cases
}

/// What the options build, one case for each topology: the same parts in the same places with the same connections.
fn options() -> Vec<Case> {
    let catalog = Catalog::bundled();
    let mut cases: Vec<Case> = Vec::new();
    for hosting in OPTIONS {
        let mut variants = 0;
        for preset in PRESETS {
            for data_loss in [DataLoss::Day, DataLoss::None] {
                let answers = Answers { data_loss, ..(preset.answers)() };
                let workload = Workload::new(&answers);
                let client = Client::new(&answers, &workload, &catalog);
                let Some((_, architecture)) = architectures(&[hosting], &client).pop() else { continue };
                if cases.iter().any(|case| topology(&case.architecture) == topology(&architecture)) {
                    continue;
                }
                variants += 1;
                cases.push(Case { name: format!("option {} {variants}", hosting.id.0), architecture });
            }
        }
    }
    cases
}

fn topology(architecture: &Architecture) -> (Vec<(ComponentId, Place, &'static str)>, &[Link]) {
    let parts = architecture.components.iter().map(|part| (part.id, part.place, part.name())).collect();
    (parts, &architecture.links)
}

/// The reference architecture: CloudFront, S3, load balancer, NAT gateways, Auto Scaling, ElastiCache, Aurora, EFS.
pub(crate) fn reference(zones: ZoneCount) -> Architecture {
    scaling(zones, Files::Efs, Edge::Cdn)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    None,
    Cdn,
}

struct Draft {
    components: Vec<Component>,
    links: Vec<Link>,
}

impl Draft {
    fn new() -> Self {
        let mut draft = Self { components: Vec::new(), links: Vec::new() };
        draft.add("readers", Service::Readers, Place::Internet, "", "reads the site");
        draft.add("dns", Service::Dns, Place::Edge, "1 hosted zone", "answers where the site is");
        draft.link("readers", "dns", Path::Request, "DNS 53");
        draft
    }

    fn add(&mut self, id: &'static str, service: Service, place: Place, size: &str, role: &str) {
        self.components.push(Component {
            id: ComponentId(id),
            service,
            place,
            size: size.to_owned(),
            role: role.to_owned(),
        });
    }

    fn link(&mut self, from: &'static str, to: &'static str, path: Path, label: &'static str) {
        self.links.push(Link { from: ComponentId(from), to: ComponentId(to), path, label });
    }

    /// Readers reach `entry`, through CloudFront and with media in S3 if there is an edge.
    fn front(&mut self, edge: Edge, entry: &'static str) {
        match edge {
            Edge::None => self.link("readers", entry, Path::Request, "HTTPS 443"),
            Edge::Cdn => {
                self.add(
                    "cdn",
                    Service::Cdn(EdgeBilling::PayAsYouGo),
                    Place::Edge,
                    "1 TB a month",
                    "answers from a place near each reader",
                );
                self.add("media", Service::ObjectStore, Place::Region, "20 GB", "keeps images and other media");
                self.link("readers", "cdn", Path::Request, "HTTPS 443");
                self.link("cdn", "media", Path::Request, "HTTPS 443");
                self.link("cdn", entry, Path::Request, "HTTPS 443");
            }
        }
    }

    fn finish(self, network: Network, zones: ZoneCount, fleet: Fleet) -> Architecture {
        Parts {
            network,
            zones,
            components: self.components,
            links: self.links,
            web: WebTier {
                machine: Machine {
                    name: "t4g.medium".to_owned(),
                    vcpus: Vcpus::new(2.0),
                    memory: Gib::new(4.0),
                    cpu: CpuAllowance::Fixed,
                },
                fleet,
                workers: Count::new(10.0),
                delivery: Delivery::Mounted,
                webroot: Webroot::Local,
                page_cache: PageCache::Origin,
                object_cache: ObjectCache::Off,
            },
            database: DatabaseTier::SameServer,
            sizing: Vec::new(),
        }
        .into()
    }
}

fn instances(count: f64, instance_type: &str) -> Instances {
    Instances {
        instance_type: instance_type.to_owned(),
        count: Count::new(count),
        volume: Gib::new(20.0),
        credits: CreditMode::Unlimited,
    }
}

const ONE: Fleet = Fleet::Fixed(Count::new(1.0));

fn off_aws(edge: Edge) -> Architecture {
    let mut draft = Draft::new();
    draft.front(edge, "server");
    draft.add(
        "server",
        Service::Server("cx32".to_owned()),
        Place::Elsewhere,
        "4 vCPU, 8 GB",
        "runs WordPress and its database",
    );
    if edge == Edge::Cdn {
        draft.link("server", "media", Path::Data, "HTTPS 443");
    }
    draft.finish(Network::OffAws, ZoneCount::One, ONE)
}

fn lightsail(edge: Edge) -> Architecture {
    let mut draft = Draft::new();
    draft.front(edge, "server");
    draft.add(
        "server",
        Service::Lightsail("medium".to_owned()),
        Place::In(Zone::A, Tier::Public),
        "4 GB bundle",
        "runs WordPress and its database",
    );
    draft.add("backup", Service::Backup, Place::Region, "7 daily snapshots", "keeps snapshots");
    draft.link("server", "backup", Path::Replication, "snapshots");
    if edge == Edge::Cdn {
        draft.link("server", "media", Path::Data, "HTTPS 443");
    }
    draft.finish(Network::Lightsail, ZoneCount::One, ONE)
}

fn single(edge: Edge) -> Architecture {
    let mut draft = Draft::new();
    draft.front(edge, "igw");
    draft.add("igw", Service::InternetGateway, Place::Border, "", "lets the internet in");
    draft.add(
        "web",
        Service::WebServers(instances(1.0, "t4g.medium")),
        Place::In(Zone::A, Tier::Public),
        "t4g.medium",
        "runs WordPress and its database",
    );
    draft.add("backup", Service::Backup, Place::Region, "7 daily snapshots", "keeps snapshots");
    draft.link("igw", "web", Path::Request, "HTTPS 443");
    draft.link("web", "backup", Path::Replication, "snapshots");
    if edge == Edge::Cdn {
        draft.link("web", "media", Path::Data, "HTTPS 443");
    }
    draft.finish(Network::Vpc, ZoneCount::One, ONE)
}

fn pick(zone: Zone, names: [&'static str; 3]) -> &'static str {
    names[zone as usize]
}

fn scaling(zones: ZoneCount, files: Files, edge: Edge) -> Architecture {
    let mut draft = Draft::new();
    draft.front(edge, "igw");
    draft.add("igw", Service::InternetGateway, Place::Border, "", "lets the internet in");
    draft.add("alb", Service::LoadBalancer, Place::AcrossZones, "1.2 LCU", "spreads requests over the healthy servers");
    draft.link("igw", "alb", Path::Request, "HTTPS 443");
    draft.add(
        "bastion",
        Service::Bastion(instances(1.0, "t4g.nano")),
        Place::In(Zone::A, Tier::Public),
        "t4g.nano",
        "lets administrators in",
    );
    draft.link("igw", "bastion", Path::Admin, "SSH 22");
    let web = |zone| pick(zone, ["web-a", "web-b", "web-c"]);
    for zone in zones.zones() {
        let (nat, cache, database) = (
            pick(*zone, ["nat-a", "nat-b", "nat-c"]),
            pick(*zone, ["cache-a", "cache-b", "cache-c"]),
            pick(*zone, ["database-writer", "database-reader", "database-reader-2"]),
        );
        let at = |tier| Place::In(*zone, tier);
        draft.add(nat, Service::NatGateway, at(Tier::Public), "", "lets servers out to the internet");
        draft.add(
            web(*zone),
            Service::WebServers(instances(2.0, "t4g.medium")),
            at(Tier::App),
            "2 × t4g.medium",
            "runs WordPress",
        );
        draft.add(
            cache,
            Service::CacheNode("cache.t4g.small".to_owned()),
            at(Tier::Data),
            "cache.t4g.small",
            "keeps objects read from the database",
        );
        draft.link("alb", web(*zone), Path::Request, "HTTP 80");
        draft.link(web(*zone), nat, Path::Admin, "HTTPS 443");
        draft.link(nat, "igw", Path::Admin, "HTTPS 443");
        draft.link(web(*zone), cache, Path::Data, "Redis 6379");
        let part = if *zone == Zone::A { DatabasePart::Writer } else { DatabasePart::Reader };
        let role = if *zone == Zone::A { "takes all reads and writes" } else { "takes over when the writer fails" };
        if *zone != Zone::C {
            draft.add(
                database,
                Service::Aurora(ManagedDatabase { class: "db.t4g.medium".to_owned(), part, storage: Gib::new(20.0) }),
                at(Tier::Data),
                "db.t4g.medium",
                role,
            );
        }
        draft.link(web(*zone), "database-writer", Path::Data, "MySQL 3306");
        if edge == Edge::Cdn {
            draft.link(web(*zone), "media", Path::Data, "HTTPS 443");
        }
    }
    if zones != ZoneCount::One {
        draft.link("database-writer", "database-reader", Path::Replication, "replication");
    }
    files_of(&mut draft, zones, files, web);
    draft.finish(
        Network::Vpc,
        zones,
        Fleet::Scaling { min: Count::new(2.0), max: Count::new(8.0), target: Ratio::new(0.5) },
    )
}

fn files_of(draft: &mut Draft, zones: ZoneCount, files: Files, web: impl Fn(Zone) -> &'static str) {
    match files {
        Files::Efs => {
            draft.add(
                "efs",
                Service::SharedFiles(EfsThroughput::Elastic),
                Place::Region,
                "20 GB, elastic",
                "keeps the webroot for all servers",
            );
            for zone in zones.zones() {
                let mount = pick(*zone, ["mount-a", "mount-b", "mount-c"]);
                draft.add(
                    mount,
                    Service::MountTarget,
                    Place::In(*zone, Tier::Data),
                    "",
                    "the zone's door to the file system",
                );
                draft.link(web(*zone), mount, Path::Data, "NFS 2049");
                draft.link(mount, "efs", Path::Data, "NFS 2049");
            }
        }
        Files::Nfs => {
            draft.add(
                "nfs",
                Service::NfsServer(instances(1.0, "t4g.large")),
                Place::In(Zone::A, Tier::Data),
                "t4g.large",
                "keeps the webroot for all servers",
            );
            draft.add("backup", Service::Backup, Place::Region, "7 daily", "keeps snapshots");
            for zone in zones.zones() {
                draft.link(web(*zone), "nfs", Path::Data, "NFS 2049");
            }
            draft.link("nfs", "backup", Path::Replication, "snapshots");
        }
        Files::Gluster => {
            let mut before = None;
            for zone in zones.zones() {
                let brick = pick(*zone, ["brick-a", "brick-b", "brick-c"]);
                draft.add(
                    brick,
                    Service::GlusterBrick(instances(1.0, "t4g.large")),
                    Place::In(*zone, Tier::Data),
                    "t4g.large",
                    "keeps a copy of the webroot",
                );
                draft.link(web(*zone), brick, Path::Data, "GlusterFS");
                if let Some(before) = before {
                    draft.link(before, brick, Path::Replication, "replication");
                }
                before = Some(brick);
            }
        }
        Files::Git => {
            draft.add("repository", Service::Repository, Place::Deployment, "", "holds code, plugins and themes");
            draft.add(
                "pipeline",
                Service::Pipeline,
                Place::Deployment,
                "1 pipeline",
                "carries each change to the servers",
            );
            draft.add("build", Service::Build, Place::Deployment, "40 minutes", "installs and tests with Composer");
            draft.link("repository", "pipeline", Path::Deploy, "push");
            draft.link("pipeline", "build", Path::Deploy, "build");
            for zone in zones.zones() {
                draft.link("build", web(*zone), Path::Deploy, "deploy");
            }
        }
        Files::Image => {
            draft.add(
                "staging",
                Service::Staging(instances(1.0, "t4g.small")),
                Place::Deployment,
                "t4g.small",
                "where changes are tried",
            );
            draft.add("image", Service::MachineImage, Place::Deployment, "20 GB", "what new servers start from");
            draft.link("staging", "image", Path::Deploy, "bake");
            for zone in zones.zones() {
                draft.link("image", web(*zone), Path::Deploy, "launch");
            }
        }
    }
}
