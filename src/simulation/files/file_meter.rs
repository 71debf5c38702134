//! What web servers ask of a webroot on EFS.

use crate::{
    architecture::{Architecture, EfsThroughput, PageCache, Webroot},
    simulation::{
        HOUR, Rules, Start,
        files::efs_throughput::{FileCredits, READ_WEIGHT, baseline, metered_metadata, provisioned},
        files::storage_latency::{PhpFiles, StorageLatency},
        fleet::server_pool::ServerPool,
        meter::origin::{Origin, stored_gib},
        run::traffic::{Outline, Traffic},
    },
    units::{Count, Gigabytes, MibPerSecond, Ratio},
    workload::Demand,
};

/// Share of file reads that the servers' own page cache does not absorb (estimate, low confidence).
const NOT_IN_MEMORY: f64 = 0.3;
/// MiB in a gigabyte.
const MIB: f64 = 953.674_316;
/// Seconds of an hour.
const SECONDS: f64 = (HOUR * 60) as f64;

/// What servers ask of a webroot on EFS.
pub(crate) struct Asked {
    /// Metered MiB of a PHP request, of a page's uploaded files, and each time a server looks all files up again.
    per_request: f64,
    per_page: f64,
    per_round: f64,
    /// How often that happens at the most, on all servers, a second.
    most_rounds: f64,
}

impl Asked {
    fn new(storage: &StorageLatency, servers: Count, uploads_a_page: Gigabytes, rules: &Rules) -> Self {
        let kib = metered_metadata(0.0);
        Self {
            per_request: storage.warm_operations().value() * kib / 1_024.0 * READ_WEIGHT,
            per_page: uploads_a_page.value() * MIB * NOT_IN_MEMORY * READ_WEIGHT,
            per_round: storage.expiry_operations().value() * kib / 1_024.0 * READ_WEIGHT,
            most_rounds: servers.value() / rules.attribute_cache.value().max(1.0),
        }
    }

    /// Of an architecture with its webroot on EFS, uploads apart.
    pub(crate) fn of(architecture: &Architecture, demand: &Demand, rules: &Rules) -> Option<Self> {
        let webroot = architecture.web.webroot;
        let storage = || StorageLatency::new(webroot, demand, rules, PhpFiles::default());
        let is_efs = matches!(webroot, Webroot::Efs(_));
        is_efs.then(|| Self::new(&storage(), architecture.web.fleet.min(), Gigabytes::ZERO, rules))
    }

    /// Metered MiB/s of an hour with so many PHP requests a second on the average and in its busiest minute, at the least: files
    /// are looked up again once a request where requests are rare, so that a quiet minute counts more than a busy one.
    pub(crate) fn at_least(&self, mean: f64, top: f64) -> f64 {
        let rounds = if top > self.most_rounds { mean * self.most_rounds / top } else { mean };
        mean * self.per_request + rounds * self.per_round
    }

    /// Metered MiB/s with so many PHP requests and pages a second.
    fn with(&self, php: f64, pages: f64) -> f64 {
        php * self.per_request + pages * self.per_page + php.min(self.most_rounds) * self.per_round
    }
}

/// Metered MiB/s that so many servers ask of a webroot on EFS in the busiest minutes of a week, each page with so much of
/// uploads read from there: what throughput is provisioned for.
pub fn asked_at_peak(
    demand: &Demand,
    cache: PageCache,
    servers: Count,
    uploads_a_page: Gigabytes,
    rules: &Rules,
) -> MibPerSecond {
    let webroot = Webroot::Efs(EfsThroughput::Elastic);
    let storage = StorageLatency::new(webroot, demand, rules, PhpFiles::default());
    let people = demand.mean_views().value() * demand.ordinary_peak.value() + demand.spike.value();
    let pages = people + demand.mean_bots().value() * 1.5;
    let asked = Asked::new(&storage, servers, uploads_a_page, rules);
    MibPerSecond::new(asked.with(demand.peak(cache).value(), pages))
}

/// A webroot on EFS: what servers ask of it, and what it gives.
pub(crate) struct FileMeter {
    pub(crate) credits: Option<FileCredits>,
    /// Metered MiB/s it may use at the most, where it has no credits.
    limit: f64,
    asked: Asked,
    /// What the last minute asked for.
    pub(crate) wanted: f64,
    /// Metered MiB asked for so far.
    pub(crate) moved: f64,
    /// Least credits so far, in GiB.
    pub(crate) least: f64,
}

impl FileMeter {
    pub(crate) fn new(
        architecture: &Architecture,
        demand: &Demand,
        rules: &Rules,
        pool: &ServerPool,
        traffic: &Traffic<'_>,
    ) -> Option<Self> {
        let Webroot::Efs(throughput) = architecture.web.webroot else { return None };
        let origin = Origin::new(architecture, demand);
        let stored = stored_gib(architecture, demand);
        let uploads = Gigabytes::new(origin.uploads_a_page);
        let asked = Asked::new(pool.storage(), architecture.web.fleet.min(), uploads, rules);
        let mean = traffic.mean_php() * asked.per_request + asked.most_rounds * asked.per_round;
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
        Some(Self { credits, limit, asked, wanted: 0.0, moved: 0.0, least })
    }

    /// What is wanted of it, metered, with so many PHP requests and pages a second.
    fn wanted(&self, php: f64, pages: f64) -> f64 {
        self.asked.with(php, pages)
    }

    pub(crate) fn is_quiet(&self, hour: &Outline) -> bool {
        let top = self.wanted(hour.top.php, hour.top.pages);
        match &self.credits {
            Some(credits) => {
                let plenty = credits.balance().value() * 1_024.0 > top * SECONDS;
                top <= credits.without_credits().value() || (plenty && top <= credits.burst().value())
            }
            None => top <= self.limit,
        }
    }

    pub(crate) fn hour(&mut self, hour: &Outline) {
        let mean = self.wanted(hour.mean.php, hour.mean.pages);
        if let Some(credits) = &mut self.credits {
            credits.step(mean, SECONDS);
            self.least = self.least.min(credits.balance().value());
        }
        self.moved += mean * SECONDS;
    }

    pub(crate) fn minute(&mut self, php: f64, hour: &Outline) -> f64 {
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
