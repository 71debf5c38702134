//! What the week meters, hour by hour, and what a month of such weeks comes to.

use super::{
    HOUR, Rules, Start,
    cpu::Rationed,
    efs_throughput::{FileCredits, READ_WEIGHT, baseline, metered_metadata, provisioned},
    plant::Plant,
    traffic::{Outline, Traffic},
};
use crate::{
    architecture::{Architecture, DatabaseTier, Delivery, EfsThroughput, ObjectCache, PageCache, Service, Webroot},
    billing::Usage,
    units::{Count, Gib, Gigabytes, Hours, Minutes, Ratio, Requests},
    workload::{Demand, HTML},
};

/// Weeks in a month of 730 hours.
const WEEKS: f64 = 730.0 / 168.0;
/// Load balancer capacity units: new connections a second, active connections, gigabytes an hour in one unit (Elastic
/// Load Balancing pricing; rule evaluations stay within the ten free rules).
const LCU_NEW: f64 = 25.0;
const LCU_ACTIVE: f64 = 3_000.0;
const LCU_GIGABYTES: f64 = 1.0;
/// Seconds an idle connection is kept (Application Load Balancer, default idle timeout).
const IDLE: f64 = 60.0;
/// Requests an edge location sends over one connection before it closes it (estimate, low confidence).
const REQUESTS_PER_EDGE_CONNECTION: f64 = 4.0;
/// Share of the files of a page that were uploaded rather than part of a theme or plugin (estimate).
const UPLOADED: f64 = 0.7;
/// Share of file reads that the servers' own page cache does not absorb (estimate, low confidence).
const NOT_IN_MEMORY: f64 = 0.3;

/// The meters of a week.
pub(super) struct Metered {
    /// Per page view or bot request a second: new connections a second and gigabytes an hour at the load balancer.
    connections: f64,
    gigabytes: f64,
    lcu_hours: f64,
    balanced: bool,
    database: Option<(Rationed, f64)>,
    files: Option<Files>,
    php_hours: f64,
}

/// Seconds of an hour.
const SECONDS: f64 = (HOUR * 60) as f64;

/// A file system on EFS.
struct Files {
    credits: Option<FileCredits>,
    /// Metered MiB/s it may use at the most, where it has no credits.
    limit: f64,
    /// Metered MiB of a PHP request, of a page's uploaded files, and each time a server looks all files up again.
    per_request: f64,
    per_page: f64,
    per_round: f64,
    /// How often that happens at the most, on all servers, a second.
    most_rounds: f64,
    /// What the last minute asked for.
    wanted: f64,
    /// Metered MiB asked for so far.
    moved: f64,
    least: f64,
}

impl Metered {
    pub(super) fn new(
        architecture: &Architecture,
        demand: &Demand,
        rules: &Rules,
        plant: &Plant,
        traffic: &Traffic<'_>,
    ) -> Self {
        let origin = Origin::new(architecture, demand);
        let database = match &architecture.database {
            DatabaseTier::SameServer => None,
            DatabaseTier::Managed { machine, .. } => plant.database().and_then(|database| {
                let usual = traffic.mean_php() * database.time;
                Rationed::new(machine, usual, rules).map(|cpu| (cpu, database.time))
            }),
        };
        Self {
            connections: origin.connections,
            gigabytes: origin.gigabytes_a_page * 3_600.0,
            lcu_hours: 0.0,
            balanced: architecture.has(|service| matches!(service, Service::LoadBalancer)),
            database,
            files: Files::new(architecture, demand, rules, plant, traffic),
            php_hours: 0.0,
        }
    }

    /// Meters an hour, files apart.
    #[inline]
    pub(super) fn hour(&mut self, hour: &Outline) {
        self.php_hours += hour.mean.php;
        if self.balanced {
            let new = hour.mean.pages * self.connections;
            let units = (new / LCU_NEW).max(new * IDLE / LCU_ACTIVE);
            self.lcu_hours += units.max(hour.mean.pages * self.gigabytes / LCU_GIGABYTES);
        }
        if let Some((cpu, time)) = &mut self.database {
            // An hour at its mean: what unlimited mode charges depends on days, not on minutes.
            cpu.hour(hour.mean.php * *time);
        }
    }

    /// Whether the file system gives all that is asked for in an hour, whatever the minute.
    #[inline]
    pub(super) fn files_are_quiet(&self, hour: &Outline) -> bool {
        self.files.as_ref().is_none_or(|files| files.is_quiet(hour))
    }

    /// Lets such an hour pass on the file system.
    #[inline]
    pub(super) fn files_hour(&mut self, hour: &Outline) {
        if let Some(files) = &mut self.files {
            files.hour(hour);
        }
    }

    /// Lets a minute pass on the file system; the PHP requests a second it allows.
    pub(super) fn files_minute(&mut self, php: f64, hour: &Outline) -> f64 {
        self.files.as_mut().map_or(f64::INFINITY, |files| files.minute(php, hour))
    }

    /// Metered MiB a second asked for in the last minute, and credits left in GiB.
    pub(super) fn files(&self) -> Option<(f64, Option<f64>)> {
        let files = self.files.as_ref()?;
        Some((files.wanted, files.credits.map(|credits| credits.balance().value())))
    }

    pub(super) fn least_file_credits(&self) -> Option<Gib> {
        let files = self.files.as_ref()?;
        files.credits.map(|_| Gib::new(files.least))
    }

    /// Days the credits of a new file system last at this week's pace.
    pub(super) fn file_credits_last(&self) -> Option<Count> {
        let files = self.files.as_ref()?;
        let credits = files.credits?;
        let pace = files.moved / (7.0 * 86_400.0);
        let shrinks = pace - credits.accrues().value();
        (shrinks > 0.0).then(|| Count::new(credits.cap().value() * 1_024.0 / shrinks / 86_400.0))
    }
}

impl Files {
    fn new(
        architecture: &Architecture,
        demand: &Demand,
        rules: &Rules,
        plant: &Plant,
        traffic: &Traffic<'_>,
    ) -> Option<Self> {
        let Webroot::Efs(throughput) = architecture.web.webroot else { return None };
        let origin = Origin::new(architecture, demand);
        let stored = Gib::new(stored(architecture, demand).value() / 1.073_741_824);
        let servers = architecture.web.fleet.min().value();
        let kib = metered_metadata(0.0);
        let warm = plant.storage().warm_operations().value();
        let per_request = warm * kib / 1_024.0 * READ_WEIGHT;
        let per_round = plant.storage().expiry_operations().value() * kib / 1_024.0 * READ_WEIGHT;
        let most_rounds = servers / rules.attribute_cache.value().max(1.0);
        let per_page = origin.uploads_a_page * 953.674 * NOT_IN_MEMORY * READ_WEIGHT;
        let mean = traffic.mean_php() * per_request + most_rounds * per_round;
        let (credits, limit) = match throughput {
            EfsThroughput::Bursting => {
                let full = match rules.start {
                    Start::Fresh => Ratio::ONE,
                    Start::Settled if mean <= baseline(stored).value() => Ratio::ONE,
                    Start::Settled => Ratio::ZERO,
                };
                (Some(FileCredits::new(stored, full)), f64::INFINITY)
            }
            EfsThroughput::Provisioned(rate) => (None, provisioned(stored, rate).value()),
            EfsThroughput::Elastic => (None, f64::INFINITY),
        };
        let least = credits.map_or(0.0, |credits| credits.balance().value());
        Some(Self { credits, limit, per_request, per_page, per_round, most_rounds, wanted: 0.0, moved: 0.0, least })
    }

    /// What is wanted of it, metered, with so many PHP requests and pages a second.
    fn wanted(&self, php: f64, pages: f64) -> f64 {
        php * self.per_request + pages * self.per_page + php.min(self.most_rounds) * self.per_round
    }

    fn is_quiet(&self, hour: &Outline) -> bool {
        let top = self.wanted(hour.top.php, hour.top.pages);
        match &self.credits {
            Some(credits) => {
                let plenty = credits.balance().value() * 1_024.0 > top * SECONDS;
                top <= credits.without_credits().value() || (plenty && top <= credits.burst().value())
            }
            None => top <= self.limit,
        }
    }

    fn hour(&mut self, hour: &Outline) {
        let mean = self.wanted(hour.mean.php, hour.mean.pages);
        if let Some(credits) = &mut self.credits {
            credits.step(mean, SECONDS);
            self.least = self.least.min(credits.balance().value());
        }
        self.moved += mean * SECONDS;
    }

    fn minute(&mut self, php: f64, hour: &Outline) -> f64 {
        let pages = hour.mean.pages * php / hour.mean.php.max(1e-12);
        let wanted = self.wanted(php, pages);
        let granted = match &mut self.credits {
            Some(credits) => {
                let granted = credits.step(wanted, 60.0);
                self.least = self.least.min(credits.balance().value());
                granted
            }
            None => wanted.min(self.limit),
        };
        self.wanted = wanted;
        self.moved += wanted * 60.0;
        if granted < wanted { php * granted / wanted } else { f64::INFINITY }
    }
}

/// What the region serves, for each page view or bot request.
struct Origin {
    /// New connections at the load balancer.
    connections: f64,
    /// Gigabytes through the load balancer.
    gigabytes_a_page: f64,
    /// Gigabytes of uploaded files read from where they are kept.
    uploads_a_page: f64,
    has_cdn: bool,
    has_bucket: bool,
    /// Share of the files' bytes that the region serves.
    missed: f64,
}

impl Origin {
    fn new(architecture: &Architecture, demand: &Demand) -> Self {
        let has_cdn = architecture.has(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn));
        let has_bucket = architecture.has(|service| matches!(service, Service::ObjectStore));
        let pages = (demand.page_views + demand.bot_requests).value().max(1.0);
        let missed = if has_cdn { demand.static_hits.rest().value() } else { 1.0 };
        let from_bucket = if has_bucket { UPLOADED } else { 0.0 };
        let file_bytes = (demand.egress.value() / pages - HTML.value()).max(0.0);
        let files = (demand.requests.value() / pages - 1.0).max(0.0);
        let at_edge = has_cdn && architecture.web.page_cache == PageCache::Edge;
        let share = demand.uncached(PageCache::Edge);
        let people = demand.page_views.value() / pages;
        let page_misses =
            if at_edge { people * share.pages.value() + (1.0 - people) * share.bots.value() } else { 1.0 };
        let requests = page_misses + files * missed * (1.0 - from_bucket);
        let connections = if has_cdn { requests / REQUESTS_PER_EDGE_CONNECTION } else { 1.0 };
        Self {
            connections,
            gigabytes_a_page: page_misses * HTML.value() + file_bytes * missed * (1.0 - from_bucket),
            uploads_a_page: if has_bucket { 0.0 } else { file_bytes * missed },
            has_cdn,
            has_bucket,
            missed,
        }
    }
}

/// What EFS holds: the webroot, and the uploads where no bucket takes them.
fn stored(architecture: &Architecture, demand: &Demand) -> Gigabytes {
    let webroot = Gigabytes::new(demand.webroot.value() * 1.073_741_824);
    let has_bucket = architecture.has(|service| matches!(service, Service::ObjectStore));
    if has_bucket { webroot } else { webroot + demand.media }
}

/// A month of such weeks.
pub(super) fn usage(
    metered: &Metered,
    architecture: &Architecture,
    demand: &Demand,
    rules: &Rules,
    paid_minutes: f64,
    surplus: f64,
) -> Usage {
    let origin = Origin::new(architecture, demand);
    let has = |wanted: fn(&Service) -> bool| architecture.has(wanted);
    let php = metered.php_hours * 3_600.0 * WEEKS;
    let servers = architecture.web.fleet.min().value();
    let pages = (demand.page_views + demand.bot_requests).value();
    let files = (demand.requests.value() - pages).max(0.0);
    let cdn = |value: f64| if origin.has_cdn { value } else { 0.0 };
    let bucket = |value: f64| if origin.has_bucket { value } else { 0.0 };
    let zones = architecture.zones.zones().len() as f64;
    let elsewhere = (zones - 1.0) / zones;
    let on_efs = matches!(architecture.web.webroot, Webroot::Efs(_));
    let webroot = demand.webroot.value() * 1.073_741_824;
    let deployments = rules.deployments.value();

    let (efs_read, efs_written) = metered.files.as_ref().map_or((0.0, 0.0), |files| {
        let read = files.moved / READ_WEIGHT * WEEKS * 1_048_576.0 / 1e9;
        // A twentieth of the webroot changes with each deployment, and uploads are written once.
        let written = webroot * 0.05 * deployments + demand.media.value() * 0.03;
        (read, written)
    });
    // Object cache look-ups move about 0.2 MB a page, queries about 2 KB each (estimates); half cross a zone, both ways.
    let behind = match (&architecture.database, architecture.web.object_cache) {
        (DatabaseTier::SameServer, _) => 0.0,
        (DatabaseTier::Managed { .. }, ObjectCache::Off) => demand.queries.value() * 2e-6,
        (DatabaseTier::Managed { .. }, ObjectCache::Local) => demand.queries.value() * 2e-7,
        (DatabaseTier::Managed { .. }, ObjectCache::Cluster) => demand.queries.value() * 2e-7 + 2e-4,
    };
    let shared = match architecture.web.webroot {
        // Every page looks up files on a server that may stand in another zone.
        Webroot::Nfs | Webroot::Gluster => 10.0 * 4e-6,
        Webroot::Local | Webroot::Efs(_) => 0.0,
    };
    // Each boot fetches packages and the site; servers fetch updates, and pages call other sites (estimates).
    let boot = match architecture.web.delivery {
        Delivery::InstalledFromGit => webroot + 0.3,
        Delivery::InPlace | Delivery::Mounted | Delivery::Baked => 0.05,
    };
    let nat = servers * 1.0 + (servers + deployments * servers) * boot + php * 1e-6;
    let on_aws = has(|service| matches!(service, Service::LoadBalancer | Service::WebServers(_)));

    Usage {
        web_hours: Hours::new(paid_minutes / 60.0 * WEEKS),
        web_surplus: Hours::new(surplus / 60.0 * WEEKS),
        database_surplus: Hours::new(metered.database.as_ref().map_or(0.0, |(cpu, _)| cpu.charged() / 60.0 * WEEKS)),
        lcu_hours: Count::new(metered.lcu_hours * WEEKS),
        edge_transfer: Gigabytes::new(cdn(demand.egress.value())),
        edge_requests: Requests::new(cdn(demand.requests.value())),
        origin_transfer: Gigabytes::new(cdn(origin_transfer(&origin, demand))),
        internet_transfer: Gigabytes::new(if origin.has_cdn { 0.0 } else { demand.egress.value() }),
        objects: Gigabytes::new(bucket(demand.media.value())),
        object_gets: Requests::new(bucket(files * UPLOADED * origin.missed)),
        // Each upload becomes about eight sizes of 100 KB (estimate).
        object_puts: Requests::new(bucket(demand.media.value() * 0.03 * 1e4)),
        efs_stored: if on_efs { stored(architecture, demand) } else { Gigabytes::ZERO },
        efs_read: Gigabytes::new(efs_read),
        efs_written: Gigabytes::new(efs_written),
        nat: Gigabytes::new(if has(|service| matches!(service, Service::NatGateway)) { nat } else { 0.0 }),
        inter_zone: Gigabytes::new(2.0 * php * (behind + shared) * elsewhere),
        database_io: Requests::new(if has(|service| matches!(service, Service::Aurora(_))) {
            // Queries that miss the buffer pool (2 to 10 %), and a tenth as many writes (estimate).
            let left = if architecture.web.object_cache == ObjectCache::Off { 1.0 } else { 0.1 };
            php * demand.queries.value() * left * (0.05 + 0.02)
        } else {
            0.0
        }),
        database_storage: database_storage(architecture, demand),
        backup: Gigabytes::new(if has(|service| matches!(service, Service::Backup)) {
            webroot
                + if origin.has_bucket { 0.0 } else { demand.media.value() }
                + backed_up_database(architecture, demand)
        } else {
            0.0
        }),
        dns_queries: Requests::new(demand.visits.value() + 0.1 * demand.bot_requests.value()),
        // Access logs of what reaches the servers, 0.4 KB each.
        logs: Gigabytes::new(if on_aws { (pages * origin.missed.max(0.2) + php) * 4e-7 } else { 0.0 }),
        build: Minutes::new(if has(|service| matches!(service, Service::Build)) { deployments * 5.0 } else { 0.0 }),
        deployments: Count::new(deployments),
    }
}

/// Files the edge does not have, and pages it may not keep.
fn origin_transfer(origin: &Origin, demand: &Demand) -> f64 {
    let share = demand.uncached(PageCache::Edge);
    let pages = demand.page_views.value() * share.pages.value() + demand.bot_requests.value() * share.bots.value();
    demand.egress.value() * origin.missed + pages * HTML.value()
}

fn database_storage(architecture: &Architecture, demand: &Demand) -> Gib {
    match architecture.database {
        DatabaseTier::SameServer => Gib::ZERO,
        DatabaseTier::Managed { .. } => demand.database,
    }
}

fn backed_up_database(architecture: &Architecture, demand: &Demand) -> f64 {
    match architecture.database {
        DatabaseTier::SameServer => demand.database.value() * 1.073_741_824,
        DatabaseTier::Managed { .. } => 0.0,
    }
}
