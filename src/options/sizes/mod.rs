//! How big the machines of a design are: the cheapest on sale that meet the targets, the next dearer where a week shows that
//! they do not. They are never larger for the sake of points.

mod database;
mod files;
mod fleet;

use std::{borrow::Cow, cell::OnceCell};

use super::{
    Brief, Ground, Hosting,
    caches::{object_cache, page_cache},
    on_sale::{self, Offer},
    parts,
};
use crate::{
    architecture::{CpuAllowance, Fleet, Machine},
    catalog::CreditMode,
    choices::{ChoiceId, Credits, Database, Design, Media, Objects},
    codec::ClosedSet,
    units::{Count, Gib, Gigabytes, MibPerSecond, Vcpus, text},
    workload::{Front, Uploads},
};

/// What wp-admin, cron, search, feeds and image resizing take besides page views; the sizing model leaves them out and
/// asks for 0.3 to 1 vCPU on top (estimate).
const BACKGROUND: Vcpus = Vcpus::new(0.3);
/// The mean of that over a month (estimate).
const BACKGROUND_MEAN: Vcpus = Vcpus::new(0.03);
/// CPU utilisation a database is sized for at the peak.
const DATABASE_TARGET: f64 = 0.5;
/// Servers of a pair.
const PAIR: f64 = 2.0;
/// Memory of the system, of OPcache, and of an object cache on the server (sizing model, estimate).
const SYSTEM: Gib = Gib::new(0.5);
const OPCACHE: Gib = Gib::new(0.25);
const OBJECT_CACHE: Gib = Gib::new(0.25);
/// Below 2 GiB MariaDB beside PHP gets killed (field report, cliffable.com, May 2026).
const WITH_DATABASE: Gib = Gib::new(2.0);

/// A managed database: its class or plan in the catalog, and the machine that is.
#[derive(Clone, Debug, PartialEq)]
pub struct Managed {
    /// The class, or the item of the plan.
    pub name: String,
    /// The machine.
    pub machine: Machine,
}

/// The sizes of a design.
#[derive(Clone, Debug, PartialEq)]
pub struct Sizes {
    /// What the catalog calls the web server: its type, or the item of its plan.
    pub sku: String,
    /// The machine each web server is.
    pub server: Machine,
    /// How many there are.
    pub fleet: Fleet,
    /// PHP workers on each.
    pub workers: Count,
    /// The managed database, if there is one.
    pub database: Option<Managed>,
    /// The cache node, if there are any.
    pub node: Option<String>,
    /// What is provisioned of EFS, where throughput is.
    pub throughput: Option<MibPerSecond>,
    /// How each size was arrived at, in words with the figures.
    pub reasons: Vec<String>,
}

/// Finds sizes for the designs of a form.
pub struct Sizer<'a> {
    hosting: &'a Hosting,
    brief: Brief<'a>,
    servers: Vec<Offer>,
    /// What is on sale for each kind of database, and the cache node: looked up once.
    databases: [OnceCell<Vec<Offer>>; Database::ALL.len()],
    node: OnceCell<String>,
}

/// What the web servers have to carry.
struct Load {
    /// Busy vCPUs on the average, at the ordinary peak, and at the worst.
    mean: Vcpus,
    ordinary: Vcpus,
    worst: Vcpus,
    /// vCPUs wanted of one server, so that the worst peak stays at the utilisation aimed at.
    wanted: Vcpus,
    /// Memory besides that of the workers, and workers in all.
    memory: Gib,
    workers: Count,
    disk: Gigabytes,
    /// The least memory that lasts, whatever is computed.
    floor: Gib,
}

/// One way to size the web tier.
struct Tier {
    offer: Offer,
    fleet: Fleet,
    workers: Count,
}

impl<'a> Sizer<'a> {
    /// For a form and a client.
    pub fn new(hosting: &'a Hosting, brief: Brief<'a>) -> Self {
        let servers = match hosting.ground {
            Ground::Elsewhere => Vec::new(),
            Ground::Managed => on_sale::managed(&brief),
            Ground::Containers => on_sale::tasks(&brief),
            Ground::Lightsail | Ground::LightsailPair | Ground::Export => on_sale::bundles(&brief, Gigabytes::ZERO),
            Ground::Instance | Ground::GroupOfOne | Ground::Group => on_sale::instances(&brief),
        };
        let (databases, node) = Default::default();
        let mut sizer = Self { hosting, brief, servers, databases, node };
        if let Some(pinned) = sizer.pinned_server()
            && hosting.ground != Ground::Elsewhere
        {
            sizer.servers = vec![pinned];
        }
        sizer
    }

    /// What is on sale for a design, cheapest first. Of plans that include transfer, what is sent beyond that is part of the
    /// price, and how much it is depends on who delivers.
    fn offers(&self, design: &Design) -> Cow<'_, [Offer]> {
        let all = match self.hosting.ground {
            Ground::Instance | Ground::GroupOfOne | Ground::Group | Ground::Managed | Ground::Containers => {
                return Cow::Borrowed(&self.servers);
            }
            // What two bundles include is one allowance.
            Ground::LightsailPair => on_sale::bundles(&self.brief, self.sent(design) / PAIR),
            Ground::Lightsail | Ground::Export => on_sale::bundles(&self.brief, self.sent(design)),
            Ground::Elsewhere => on_sale::servers(&self.brief, Gigabytes::ZERO, self.sent(design)),
        };
        match self.brief.answers.pins.get(ChoiceId::Machine) {
            Some(name) if all.iter().any(|offer| offer.name == name) => {
                Cow::Owned(all.into_iter().filter(|offer| offer.name == name).collect())
            }
            Some(_) | None => Cow::Owned(all),
        }
    }

    /// What the servers of a design send in a month.
    fn sent(&self, design: &Design) -> Gigabytes {
        let front = if design.network.is_there() { Front::Network } else { Front::None };
        let uploads = match design.media {
            Media::Bucket => Uploads::Bucket,
            Media::Disk | Media::Shared => Uploads::Servers,
        };
        self.brief.demand.sent(front, page_cache(design.pages), uploads).servers
    }

    /// The machine the client has pinned, if this form can be built on it.
    fn pinned_server(&self) -> Option<Offer> {
        let name = self.brief.answers.pins.get(ChoiceId::Machine)?;
        let usual = match self.hosting.ground {
            Ground::Elsewhere => on_sale::servers(&self.brief, Gigabytes::ZERO, Gigabytes::ZERO),
            Ground::Lightsail
            | Ground::LightsailPair
            | Ground::Export
            | Ground::Instance
            | Ground::GroupOfOne
            | Ground::Managed
            | Ground::Containers
            | Ground::Group => self.servers.clone(),
        };
        let usual = usual.into_iter().find(|offer| offer.name == name);
        match self.hosting.ground {
            Ground::Elsewhere
            | Ground::Managed
            | Ground::Containers
            | Ground::Lightsail
            | Ground::LightsailPair
            | Ground::Export => usual,
            Ground::Instance | Ground::GroupOfOne | Ground::Group => {
                usual.or_else(|| on_sale::instance(&self.brief, name))
            }
        }
    }

    /// The pins of sizes that this form cannot follow.
    pub fn refused(&self) -> Vec<(ChoiceId, String)> {
        let pins = &self.brief.answers.pins;
        let machine = pins.get(ChoiceId::Machine).filter(|_| self.pinned_server().is_none());
        let servers = match self.hosting.ground {
            Ground::Group | Ground::Containers => None,
            Ground::LightsailPair => pins.get(ChoiceId::Servers).filter(|servers| *servers != "2"),
            Ground::Elsewhere
            | Ground::Managed
            | Ground::Lightsail
            | Ground::Export
            | Ground::Instance
            | Ground::GroupOfOne => pins.get(ChoiceId::Servers).filter(|servers| *servers != "1"),
        };
        let each = [(ChoiceId::Machine, machine), (ChoiceId::Servers, servers)];
        each.into_iter().filter_map(|(choice, value)| Some((choice, value?.to_owned()))).collect()
    }

    /// The sizes of a design: the cheapest that meet the targets, or at a later step the next dearer; none beyond the last.
    /// Where nothing on sale meets them, the first are the largest there are.
    pub fn sizes(&self, design: &Design, step: usize) -> Option<Sizes> {
        let (load, servers) = (self.load(design), self.offers(design));
        let (tier, mut reasons) = match self.hosting.ground {
            Ground::Elsewhere | Ground::Lightsail | Ground::Export | Ground::Instance | Ground::GroupOfOne => {
                self.one(&load, &servers, step)?
            }
            Ground::Managed => self.plan(&load, &servers, step)?,
            Ground::LightsailPair => self.pair(&load, &servers, step)?,
            Ground::Group | Ground::Containers => self.several(design, &load, &servers, step)?,
        };
        let Tier { offer: Offer { name, mut machine, .. }, fleet, workers } = tier;
        if let CpuAllowance::Credits { mode, .. } = &mut machine.cpu {
            *mode = match design.credits {
                Credits::Unlimited => CreditMode::Unlimited,
                Credits::Standard => CreditMode::Standard,
            };
        }
        let database = self.database(design, &mut reasons);
        let node = match design.objects {
            Objects::None | Objects::Server => None,
            Objects::OneNode | Objects::EachZone => Some(self.node.get_or_init(|| self.cache_node()).clone()),
        };
        if let Some(node) = &node {
            reasons.push(format!("{node}: holds a quarter of the database and a little more"));
        }
        let throughput = self.throughput(design, fleet, &mut reasons);
        Some(Sizes { sku: name.to_owned(), server: machine, fleet, workers, database, node, throughput, reasons })
    }

    /// Whether the plan a design would have anyway comes with a disk that holds the media library as well: what is paid for is
    /// used before anything is bought.
    pub(super) fn holds_media(&self, design: &Design) -> bool {
        let on_disk = Design { media: Media::Disk, ..*design };
        let load = self.load(&on_disk);
        let (Some(with), Some(without)) = (self.sizes(&on_disk, 0), self.sizes(design, 0)) else { return false };
        let offer = self.offers(&on_disk).iter().find(|offer| offer.name == with.sku).cloned();
        with.sku == without.sku && offer.is_some_and(|offer| offer.disk.is_some_and(|disk| disk >= load.disk))
    }

    fn load(&self, design: &Design) -> Load {
        let demand = self.brief.demand;
        let (cache, objects) = (page_cache(design.pages), object_cache(design.objects));
        let database = |rate| match design.database {
            Database::Server => demand.busy_database(rate, objects),
            Database::RdsSingle
            | Database::RdsMultiAz
            | Database::Aurora
            | Database::AuroraServerless
            | Database::Lightsail
            | Database::LightsailHa => Vcpus::ZERO,
        };
        let busy = |rate, background| demand.busy_web(rate) + database(rate) + background;
        let peak = demand.peak(cache);
        let kept = match design.objects {
            Objects::Server => OBJECT_CACHE,
            Objects::None | Objects::OneNode | Objects::EachZone => Gib::ZERO,
        };
        let tables = match design.database {
            Database::Server => Gib::new((1.2 * demand.content.read_often().value()).max(0.5)),
            Database::RdsSingle
            | Database::RdsMultiAz
            | Database::Aurora
            | Database::AuroraServerless
            | Database::Lightsail
            | Database::LightsailHa => Gib::ZERO,
        };
        Load {
            mean: busy(demand.mean(cache), BACKGROUND_MEAN),
            ordinary: busy(demand.ordinary(cache), BACKGROUND),
            worst: busy(peak, BACKGROUND),
            wanted: Vcpus::new(
                demand.busy_web(peak).value() / demand.target.value() + database(peak).value() / DATABASE_TARGET,
            ) + BACKGROUND,
            memory: SYSTEM + OPCACHE + kept + tables,
            workers: demand.workers(peak).max(Count::new(4.0)),
            disk: self.disk(design),
            floor: if design.database == Database::Server { WITH_DATABASE } else { Gib::ZERO },
        }
    }

    /// What has to fit on the disk of a plan: a plan whose disk does not hold the site is not offered.
    fn disk(&self, design: &Design) -> Gigabytes {
        let demand = self.brief.demand;
        match design.media {
            // A host's storage holds the site alone.
            Media::Disk if self.hosting.ground == Ground::Managed => demand.on_disk() - demand.system_disk(),
            Media::Disk => demand.on_disk(),
            Media::Bucket | Media::Shared => demand.on_disk() - demand.media * (1.0 / 0.9),
        }
    }

    /// Memory that one server with everything of a design on it wants.
    pub fn memory_wanted(&self, design: &Design) -> Gib {
        self.memory(&self.load(design))
    }

    fn memory(&self, load: &Load) -> Gib {
        (load.memory + self.brief.demand.worker_memory * load.workers.value()).max(load.floor)
    }

    /// One server that holds everything PHP needs.
    fn one(&self, load: &Load, servers: &[Offer], step: usize) -> Option<(Tier, Vec<String>)> {
        let memory = self.memory(load);
        let is_pinned = self.brief.answers.pins.get(ChoiceId::Machine).is_some() && servers.len() == 1;
        let fits = |offer: &&Offer| {
            is_pinned
                || (offer.machine.vcpus >= load.wanted
                    && offer.machine.memory >= memory
                    && offer.disk.is_none_or(|disk| disk >= load.disk)
                    && on_sale::lasts(&offer.machine, load.mean))
        };
        let found = servers.iter().filter(fits).nth(step);
        let enough = found.is_some() && !is_pinned;
        let offer = match found {
            Some(offer) => offer.clone(),
            None if step == 0 => largest(load, servers),
            None => return None,
        };
        let reason = format!(
            "{}: {} {} vCPU and {} GiB; {} vCPU are busy at the peak, {} on the average",
            offer.machine.name,
            match (is_pinned, enough) {
                (true, _) => "pinned; the week asks for",
                (false, true) => "the cheapest on sale that lasts the week with",
                (false, false) => "the largest on sale; the peak asks for",
            },
            text::trimmed(load.wanted.value(), 1),
            text::trimmed(memory.value(), 1),
            text::trimmed(load.worst.value(), 1),
            text::trimmed(load.mean.value(), 2),
        );
        let one = Count::new(1.0);
        let fleet = match self.hosting.ground {
            Ground::GroupOfOne => Fleet::Scaling { min: one, max: one, target: self.brief.demand.target },
            Ground::Elsewhere
            | Ground::Managed
            | Ground::Containers
            | Ground::Lightsail
            | Ground::LightsailPair
            | Ground::Export
            | Ground::Instance
            | Ground::Group => Fleet::Fixed(one),
        };
        Some((Tier { offer, fleet, workers: load.workers }, vec![reason]))
    }
}

impl Sizes {
    /// The sizes in a few words: `2 to 4 × t4g.small, db.t4g.micro`.
    pub fn told(&self) -> String {
        let (least, most) = (self.fleet.min().value(), self.fleet.max().value());
        let number = if most > least { format!("{least} to {most}") } else { format!("{least}") };
        // A managed host says no more of its machines than how many PHP workers there are.
        if self.server.memory == Gib::ZERO {
            return self.server.name.clone();
        }
        let mut told = format!("{number} × {} ({})", self.server.name, parts::words(&self.server));
        if let Some(database) = &self.database {
            told.push_str(&format!(", {}", database.machine.name));
        }
        if let Some(node) = &self.node {
            told.push_str(&format!(", {node}"));
        }
        told
    }
}

/// The largest on sale, of those whose disk holds the site where any does.
fn largest(load: &Load, servers: &[Offer]) -> Offer {
    let holds = |offer: &&Offer| offer.disk.is_none_or(|disk| disk >= load.disk);
    servers.iter().rfind(holds).or(servers.last()).cloned().unwrap_or_else(on_sale::nothing)
}
