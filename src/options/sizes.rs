//! How big the machines of a design are: the cheapest on sale that meet the targets, the next dearer where a week shows that
//! they do not. They are never larger for the sake of points.

use std::cell::OnceCell;

use super::{
    Brief, Ground, Hosting,
    caches::{object_cache, page_cache},
    on_sale::{self, Offer},
    parts,
};
use crate::{
    architecture::{CpuAllowance, Fleet, Machine, ObjectCache, PageCache},
    catalog::{AuroraStorage, CacheEngine, CreditMode, DatabasePlan, Deployment, Offering},
    choices::{ChoiceId, Credits, Database, Design, MOST_SERVERS, Media, Objects, Zones},
    codec::ClosedSet,
    questionnaire::{Peaks, ZoneLoss},
    units::{Count, Gib, Gigabytes, Usd, Vcpus, ordered, text},
    workload::{Front, Uploads},
};

/// What wp-admin, cron, search, feeds and image resizing take besides page views; the sizing model leaves them out and
/// asks for 0.3 to 1 vCPU on top (estimate).
const BACKGROUND: Vcpus = Vcpus::new(0.3);
/// The mean of that over a month (estimate).
const BACKGROUND_MEAN: Vcpus = Vcpus::new(0.03);
/// CPU utilisation a database is sized for at the peak.
const DATABASE_TARGET: f64 = 0.5;
/// CPU utilisation of the web servers left at the ordinary peak after a zone is lost (estimate).
const ZONE_LOST_TARGET: f64 = 0.9;
/// CPU utilisation of the web servers always on when a spike comes unannounced (estimate).
const SPIKE_TARGET: f64 = 0.95;
/// Web servers always on above which a larger type is taken instead (estimate).
const MOST_ALWAYS_ON: f64 = 12.0;
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
            Ground::Lightsail => on_sale::bundles(&brief, Gigabytes::ZERO),
            Ground::Instance | Ground::Group => on_sale::instances(&brief),
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
    fn offers(&self, design: &Design) -> Vec<Offer> {
        let all = match self.hosting.ground {
            Ground::Instance | Ground::Group => return self.servers.clone(),
            Ground::Lightsail => on_sale::bundles(&self.brief, self.sent(design)),
            Ground::Elsewhere => on_sale::servers(&self.brief, Gigabytes::ZERO, self.sent(design)),
        };
        match self.brief.answers.pins.get(ChoiceId::Machine) {
            Some(name) if all.iter().any(|offer| offer.name == name) => {
                all.into_iter().filter(|offer| offer.name == name).collect()
            }
            Some(_) | None => all,
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
            Ground::Lightsail | Ground::Instance | Ground::Group => self.servers.clone(),
        };
        let usual = usual.into_iter().find(|offer| offer.name == name);
        match self.hosting.ground {
            Ground::Elsewhere | Ground::Lightsail => usual,
            Ground::Instance | Ground::Group => usual.or_else(|| on_sale::instance(&self.brief, name)),
        }
    }

    /// The pins of sizes that this form cannot follow.
    pub fn refused(&self) -> Vec<(ChoiceId, String)> {
        let pins = &self.brief.answers.pins;
        let machine = pins.get(ChoiceId::Machine).filter(|_| self.pinned_server().is_none());
        let servers = match self.hosting.ground {
            Ground::Group => None,
            Ground::Elsewhere | Ground::Lightsail | Ground::Instance => {
                pins.get(ChoiceId::Servers).filter(|servers| *servers != "1")
            }
        };
        let each = [(ChoiceId::Machine, machine), (ChoiceId::Servers, servers)];
        each.into_iter().filter_map(|(choice, value)| Some((choice, value?.to_owned()))).collect()
    }

    /// The sizes of a design: the cheapest that meet the targets, or at a later step the next dearer; none beyond the last.
    /// Where nothing on sale meets them, the first are the largest there are.
    pub fn sizes(&self, design: &Design, step: usize) -> Option<Sizes> {
        let (load, servers) = (self.load(design), self.offers(design));
        let (tier, mut reasons) = match self.hosting.ground {
            Ground::Elsewhere | Ground::Lightsail | Ground::Instance => self.one(&load, &servers, step)?,
            Ground::Group => self.several(design, &load, &servers, step)?,
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
        Some(Sizes { sku: name.to_owned(), server: machine, fleet, workers, database, node, reasons })
    }

    /// Whether the plan a design would have anyway comes with a disk that holds the media library as well: what is paid for is
    /// used before anything is bought.
    pub(super) fn holds_media(&self, design: &Design) -> bool {
        let on_disk = Design { media: Media::Disk, ..*design };
        let load = self.load(&on_disk);
        let (Some(with), Some(without)) = (self.sizes(&on_disk, 0), self.sizes(design, 0)) else { return false };
        let offer = self.offers(&on_disk).into_iter().find(|offer| offer.name == with.sku);
        with.sku == without.sku && offer.is_some_and(|offer| offer.disk.is_some_and(|disk| disk >= load.disk))
    }

    fn load(&self, design: &Design) -> Load {
        let demand = self.brief.demand;
        let (cache, objects) = (page_cache(design.pages), object_cache(design.objects));
        let database = |rate| match design.database {
            Database::Server => demand.busy_database(rate, objects),
            Database::RdsSingle | Database::RdsMultiAz | Database::Aurora | Database::Lightsail => Vcpus::ZERO,
        };
        let busy = |rate, background| demand.busy_web(rate) + database(rate) + background;
        let peak = demand.peak(cache);
        let kept = match design.objects {
            Objects::Server => OBJECT_CACHE,
            Objects::None | Objects::OneNode | Objects::EachZone => Gib::ZERO,
        };
        let tables = match design.database {
            Database::Server => Gib::new((1.2 * demand.content.read_often().value()).max(0.5)),
            Database::RdsSingle | Database::RdsMultiAz | Database::Aurora | Database::Lightsail => Gib::ZERO,
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
        let fleet = Fleet::Fixed(Count::new(1.0));
        Some((Tier { offer, fleet, workers: load.workers }, vec![reason]))
    }

    /// The cheapest fleet of equal servers that carries the ordinary week, and how far it has to scale.
    fn several(&self, design: &Design, load: &Load, servers: &[Offer], step: usize) -> Option<(Tier, Vec<String>)> {
        let brief = &self.brief;
        let target = brief.demand.target.value();
        let unannounced = brief.answers.peaks.or(Peaks::Steady) == Peaks::Viral;
        let survives = brief.answers.zone_loss == ZoneLoss::MustSurvive;
        let zones = zones(design);
        let pinned = brief.answers.pins.servers().map(Count::value);
        let is_pinned = brief.answers.pins.get(ChoiceId::Machine).is_some() && servers.len() == 1;
        let mut fleets: Vec<(Usd, &Offer, f64, f64)> = Vec::new();
        for offer in servers {
            let machine = &offer.machine;
            let servers = |busy: Vcpus, share: f64| (busy.value() / (share * machine.vcpus.value())).ceil();
            let mut least = servers(load.mean, target).max(2.0);
            if survives && zones > 1.0 {
                // Static stability: what is left after losing a zone carries the ordinary peak without waiting for launches.
                least = least.max((servers(load.ordinary, ZONE_LOST_TARGET) * zones / (zones - 1.0)).ceil());
            }
            if unannounced {
                least = least.max(servers(load.worst, SPIKE_TARGET));
            }
            let least = pinned.unwrap_or(zones * (least / zones).ceil());
            // One to spare above what the worst peak takes.
            let most = (servers(load.worst, target) + 1.0).max(least);
            let memory = load.memory + brief.demand.worker_memory * workers_each(load.workers, least).value();
            let meets = least <= MOST_ALWAYS_ON.max(pinned.unwrap_or(0.0))
                && most <= f64::from(MOST_SERVERS)
                && machine.memory >= memory
                && on_sale::lasts(machine, load.mean / least);
            if meets || is_pinned {
                fleets.push((offer.price * least, offer, least, most.min(f64::from(MOST_SERVERS))));
            }
        }
        let fleets = ordered(fleets, |a, b| a.0.value().total_cmp(&b.0.value()));
        let Some((_, offer, least, most)) = fleets.get(step).copied() else {
            return (step == 0).then(|| self.largest_fleet(zones, load, servers));
        };
        let mut reasons = vec![format!(
            "{} × {}: {:.1} vCPU busy on the average, {:.1} at the ordinary peak, {:.1} at the worst",
            if most > least { format!("{least} to {most}") } else { least.to_string() },
            offer.machine.name,
            load.mean.value(),
            load.ordinary.value(),
            load.worst.value()
        )];
        if survives && zones > 1.0 {
            reasons.push(format!(
                "those left when a zone is lost carry the ordinary peak of {:.1} busy vCPU at 90 %",
                load.ordinary.value()
            ));
        }
        if unannounced {
            reasons.push(format!(
                "spikes come unannounced and faster than servers start, so those always on carry {:.1} busy vCPU",
                load.worst.value()
            ));
        }
        Some((self.tier(offer.clone(), least, most, load.workers), reasons))
    }

    /// Where no type on sale makes a fleet within the limits: the largest, as many as the worst peak takes or as are allowed.
    fn largest_fleet(&self, zones: f64, load: &Load, servers: &[Offer]) -> (Tier, Vec<String>) {
        let offer = servers.last().cloned().unwrap_or_else(on_sale::nothing);
        let each = offer.machine.vcpus.value().max(1.0);
        let limit = f64::from(MOST_SERVERS);
        let wanted = (load.worst.value() / (SPIKE_TARGET * each)).ceil().clamp(2.0, limit);
        let least = zones * (wanted / zones).ceil().min((limit / zones).floor());
        let most = (least * 1.5).ceil().min(limit);
        let reason = format!(
            "{least} to {most} × {}, the largest here: the worst peak keeps {:.1} vCPU busy",
            offer.machine.name,
            load.worst.value()
        );
        (self.tier(offer, least, most, load.workers), vec![reason])
    }

    fn tier(&self, offer: Offer, least: f64, most: f64, workers: Count) -> Tier {
        let target = self.brief.demand.target;
        let fleet = Fleet::Scaling { min: Count::new(least), max: Count::new(most), target };
        Tier { offer, fleet, workers: workers_each(workers, least) }
    }

    /// The cheapest managed database that carries the peak at half of its CPU and holds the tables in memory.
    fn database(&self, design: &Design, reasons: &mut Vec<String>) -> Option<Managed> {
        let brief = &self.brief;
        let demand = brief.demand;
        let offers = self.databases.get(design.database as usize)?.get_or_init(|| match design.database {
            Database::Server => Vec::new(),
            Database::RdsSingle => on_sale::databases(brief, |class| Deployment::SingleAz.sku(class)),
            Database::RdsMultiAz => on_sale::databases(brief, |class| Deployment::MultiAz.sku(class)),
            Database::Aurora => on_sale::databases(brief, |class| AuroraStorage::Standard.sku(class)),
            Database::Lightsail => on_sale::database_plans(brief, DatabasePlan::Standard),
        });
        if design.database == Database::Server {
            return None;
        }
        let (cache, objects): (PageCache, ObjectCache) = (page_cache(design.pages), object_cache(design.objects));
        let peak = demand.busy_database(demand.peak(cache), objects);
        let mean = demand.busy_database(demand.mean(cache), objects);
        let vcpus = Vcpus::new(peak.value() / DATABASE_TARGET).max(Vcpus::new(1.0));
        // Tables and indexes with a fifth to spare, at least what the engine needs (estimate).
        let memory = Gib::new((1.2 * demand.content.read_often().value()).max(0.9));
        let pinned =
            brief.answers.pins.get(ChoiceId::Class).and_then(|class| offers.iter().find(|of| of.name == class));
        let is_pinned = pinned.is_some();
        let offer = pinned.cloned().unwrap_or_else(|| on_sale::enough(offers, vcpus, memory, mean));
        let carries = offer.machine.vcpus * DATABASE_TARGET >= peak;
        let size = match (is_pinned, carries) {
            (true, _) => "pinned; the peak takes",
            (false, true) => "the cheapest priced here that keeps",
            (false, false) => "the largest priced here; the peak takes",
        };
        let after = if carries && !is_pinned { " at 50 % CPU at the peak" } else { "" };
        reasons.push(format!(
            "{}: {size} {} busy vCPU{after} and holds {} GiB of tables in memory",
            offer.machine.name,
            text::trimmed(peak.value().max(0.01), 2),
            text::trimmed(memory.value(), 1)
        ));
        Some(Managed { name: offer.name.to_owned(), machine: offer.machine })
    }

    /// The ElastiCache node that holds the object cache: a quarter of the database and a little more (estimate).
    fn cache_node(&self) -> String {
        let memory = Gib::new(0.25 * self.brief.demand.content.read_often().value() + 0.2);
        let mut best: Option<(Usd, &str)> = None;
        for node in self.brief.catalog.cache_nodes().iter().filter(|node| node.offering == Offering::Proposed) {
            let sku = CacheEngine::Valkey.sku(node.name);
            let Ok(price) = self.brief.catalog.price(&sku, self.brief.answers.region) else { continue };
            if node.memory >= memory && best.is_none_or(|(known, _)| price.usd < known) {
                best = Some((price.usd, node.name));
            }
        }
        best.map_or_else(String::new, |(_, name)| name.to_owned())
    }
}

const fn zones(design: &Design) -> f64 {
    match design.zones {
        Zones::One => 1.0,
        Zones::Two => 2.0,
        Zones::Three => 3.0,
    }
}

/// What each of so many servers has to hold of all PHP workers; four at the least.
fn workers_each(all: Count, servers: f64) -> Count {
    Count::new((all.value() / servers).ceil().max(4.0))
}

impl Sizes {
    /// The sizes in a few words: `2 to 4 × t4g.small, db.t4g.micro`.
    pub fn told(&self) -> String {
        let (least, most) = (self.fleet.min().value(), self.fleet.max().value());
        let number = if most > least { format!("{least} to {most}") } else { format!("{least}") };
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
