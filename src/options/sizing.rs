//! How big things have to be: the smallest machine on sale that carries the peak, holds the memory and lasts the week.

use super::{
    Brief,
    on_sale::{self, Offer, enough},
};
use crate::{
    architecture::{DatabaseTier, Failover, Fleet, Machine, ObjectCache, PageCache},
    catalog::{AuroraStorage, CacheEngine, Deployment},
    questionnaire::{Peaks, ZoneLoss},
    units::{Count, Gib, Gigabytes, Usd, Vcpus},
};

/// What wp-admin, cron, search, feeds and image resizing take besides page views; the sizing model leaves them out and
/// asks for 0.3 to 1 vCPU on top (estimate).
const BACKGROUND: Vcpus = Vcpus::new(0.3);
/// The mean of that over a month (estimate).
const BACKGROUND_MEAN: Vcpus = Vcpus::new(0.03);
/// CPU utilisation a database is sized for at the peak.
pub(super) const DATABASE_TARGET: f64 = 0.5;
/// CPU utilisation of the web servers left at the ordinary peak after a zone is lost (estimate).
const ZONE_LOST_TARGET: f64 = 0.9;
/// CPU utilisation of the web servers always on when a spike comes unannounced (estimate).
const SPIKE_TARGET: f64 = 0.95;
/// Web servers always on above which a larger type is taken instead (estimate).
const MOST_ALWAYS_ON: f64 = 12.0;
/// Web servers an Auto Scaling group of WordPress is usually taken to before its database is the limit (estimate).
pub const MOST_SERVERS: f64 = 40.0;

/// What one tier needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Need {
    /// vCPUs, so that the peak stays at the utilisation aimed at.
    pub(super) vcpus: Vcpus,
    /// vCPUs kept busy at the peak.
    pub(super) busy: Vcpus,
    /// vCPUs kept busy on the average.
    pub(super) mean: Vcpus,
    /// Memory in all.
    pub(super) memory: Gib,
    /// PHP workers.
    pub(super) workers: Count,
}

/// What one server needs that runs PHP, and the database as well where that is on the same server.
pub(super) fn single(brief: &Brief<'_>, cache: PageCache, database: &DatabaseTier) -> Need {
    let demand = brief.demand;
    let peak = demand.peak(cache);
    let mean = demand.mean(cache);
    let web = demand.busy_web(peak);
    let workers = demand.workers(peak).max(Count::new(4.0));
    let (db_busy, db_mean, db_memory) = match database {
        DatabaseTier::SameServer => (
            demand.busy_database(peak, ObjectCache::Local),
            demand.busy_database(mean, ObjectCache::Local),
            Gib::new((1.2 * demand.content.read_often().value()).max(0.5)),
        ),
        DatabaseTier::Managed { .. } => (Vcpus::ZERO, Vcpus::ZERO, Gib::ZERO),
    };
    Need {
        vcpus: Vcpus::new(web.value() / demand.target.value() + db_busy.value() / DATABASE_TARGET) + BACKGROUND,
        busy: web + db_busy + BACKGROUND,
        mean: demand.busy_web(mean) + db_mean + BACKGROUND_MEAN,
        // Half a GiB for the system, a quarter each for OPcache and the object cache; below 2 GiB MariaDB gets killed
        // (field report, cliffable.com, May 2026).
        memory: (Gib::new(1.0) + demand.worker_memory * workers.value() + db_memory).max(Gib::new(2.0)),
        workers,
    }
}

/// The cheapest EC2 instance type that meets a need on its own, or the largest there is.
pub(super) fn instance(brief: &Brief<'_>, need: &Need) -> Machine {
    for_one(&on_sale::instances(brief), need).1
}

/// The cheapest Lightsail bundle that meets a need on its own, or the largest there is; with its catalog item.
pub(super) fn bundle(brief: &Brief<'_>, need: &Need) -> (String, Machine) {
    for_one(&on_sale::bundles(brief), need)
}

/// The cheapest server of another provider that meets a need on its own, holds `disk` and can be ordered, or the largest there
/// is; with its catalog item. Transfer beyond what a plan includes counts, of so much as is `sent`.
pub(super) fn server(brief: &Brief<'_>, need: &Need, disk: Gigabytes, sent: Gigabytes) -> (String, Machine) {
    let offers = on_sale::servers(brief, disk, sent);
    let any = if offers.is_empty() { on_sale::servers(brief, Gigabytes::ZERO, sent) } else { offers };
    for_one(&any, need)
}

fn for_one(offers: &[Offer], need: &Need) -> (String, Machine) {
    let Offer { name, machine, .. } = enough(offers, need.vcpus, need.memory, need.mean);
    (name.to_owned(), machine)
}

/// A web tier of several equal servers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Several {
    pub(super) machine: Machine,
    pub(super) fleet: Fleet,
    pub(super) workers: Count,
    pub(super) reasons: Vec<String>,
}

/// The cheapest fleet of equal servers over two zones that carries the ordinary week, and how far it has to scale.
pub(super) fn several(brief: &Brief<'_>, cache: PageCache) -> Several {
    let demand = brief.demand;
    let mean = demand.busy_web(demand.mean(cache)) + BACKGROUND_MEAN;
    let ordinary = demand.busy_web(demand.ordinary(cache)) + BACKGROUND;
    let worst = demand.busy_web(demand.peak(cache)) + BACKGROUND;
    let workers = demand.workers(demand.peak(cache));
    let target = demand.target.value();
    let unannounced = brief.answers.peaks.or(Peaks::Steady) == Peaks::Viral;
    let survives = brief.answers.zone_loss == ZoneLoss::MustSurvive;

    let mut best: Option<(Usd, Machine, f64, f64)> = None;
    let offers = on_sale::instances(brief);
    for Offer { price, machine, .. } in &offers {
        let servers = |busy: Vcpus, share: f64| (busy.value() / (share * machine.vcpus.value())).ceil();
        let mut least = servers(mean, target).max(2.0);
        if survives {
            // Static stability: what is left after losing a zone carries the ordinary peak without waiting for launches.
            least = least.max(2.0 * servers(ordinary, ZONE_LOST_TARGET));
        }
        if unannounced {
            least = least.max(servers(worst, SPIKE_TARGET));
        }
        let least = even(least);
        // One to spare above what the worst peak takes.
        let most = (servers(worst, target) + 1.0).max(least);
        // As for a single server, without the object cache, which has nodes of its own.
        let memory = (Gib::new(0.75) + demand.worker_memory * workers_each(workers, least).value()).max(Gib::new(1.9));
        let cost = *price * least;
        if least <= MOST_ALWAYS_ON
            && most <= MOST_SERVERS
            && machine.memory >= memory
            && on_sale::lasts(machine, mean / least)
            && best.as_ref().is_none_or(|(known, ..)| cost < *known)
        {
            best = Some((cost, machine.clone(), least, most));
        }
    }
    // The reasons are written once it is known which fleet they are for.
    let Some((_, machine, least, most)) = best else { return largest_fleet(brief, offers, worst, workers) };
    let number = if most > least { format!("{least} to {most}") } else { least.to_string() };
    let mut reasons = vec![format!(
        "{number} × {}: {:.1} vCPU busy on the average, {:.1} at the ordinary peak, {:.1} at the worst",
        machine.name,
        mean.value(),
        ordinary.value(),
        worst.value()
    )];
    if survives {
        reasons.push(format!(
            "half of them carry the ordinary peak of {:.1} busy vCPU at 90 %, so a lost zone is not felt",
            ordinary.value()
        ));
    }
    if unannounced {
        reasons.push(format!(
            "spikes come unannounced and faster than servers start, so those always on carry {:.1} busy vCPU",
            worst.value()
        ));
    }
    fleet(brief, machine, (least, most), workers, reasons)
}

/// Where no type on sale makes a fleet within the limits: the largest, as many as the worst peak takes or as are allowed.
fn largest_fleet(brief: &Brief<'_>, mut offers: Vec<Offer>, worst: Vcpus, workers: Count) -> Several {
    let machine = offers.pop().unwrap_or_else(on_sale::nothing).machine;
    let each = machine.vcpus.value().max(1.0);
    let least = even((worst.value() / (SPIKE_TARGET * each)).ceil().clamp(2.0, MOST_SERVERS));
    let most = (least * 1.5).ceil().min(MOST_SERVERS);
    let reasons = vec![format!(
        "{least} to {most} × {}, the largest here: the worst peak keeps {:.1} vCPU busy",
        machine.name,
        worst.value()
    )];
    fleet(brief, machine, (least, most), workers, reasons)
}

/// From `least` to `most` servers that share so many PHP workers at the worst peak.
fn fleet(
    brief: &Brief<'_>,
    machine: Machine,
    (least, most): (f64, f64),
    workers: Count,
    reasons: Vec<String>,
) -> Several {
    let fleet = Fleet::Scaling { min: Count::new(least), max: Count::new(most), target: brief.demand.target };
    Several { machine, fleet, workers: workers_each(workers, least), reasons }
}

/// The next even number of servers: as many in each of two zones.
fn even(servers: f64) -> f64 {
    2.0 * (servers / 2.0).ceil()
}

/// What each of so many servers has to hold of all PHP workers; four at the least.
fn workers_each(all: Count, servers: f64) -> Count {
    Count::new((all.value() / servers).ceil().max(4.0))
}

/// Which managed database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Engine {
    Aurora,
    Rds,
}

/// The cheapest managed database that carries the peak, and its class.
pub(super) fn database(
    brief: &Brief<'_>,
    cache: PageCache,
    objects: ObjectCache,
    engine: Engine,
    failover: Failover,
) -> (String, DatabaseTier) {
    let demand = brief.demand;
    let peak = demand.busy_database(demand.peak(cache), objects);
    let mean = demand.busy_database(demand.mean(cache), objects);
    let vcpus = Vcpus::new(peak.value() / DATABASE_TARGET).max(Vcpus::new(1.0));
    let offers = on_sale::databases(brief, |class| match (engine, failover) {
        (Engine::Aurora, _) => AuroraStorage::Standard.sku(class),
        (Engine::Rds, Failover::MultiAzStandby) => Deployment::MultiAz.sku(class),
        (Engine::Rds, Failover::None | Failover::AuroraReplica) => Deployment::SingleAz.sku(class),
    });
    let Offer { name, machine, .. } = enough(&offers, vcpus, database_memory(brief), mean);
    (name.to_owned(), DatabaseTier::Managed { machine, failover })
}

/// Memory of a managed database: tables and indexes with a fifth to spare, at least what its engine needs (estimate).
pub(super) fn database_memory(brief: &Brief<'_>) -> Gib {
    Gib::new((1.2 * brief.demand.content.read_often().value()).max(1.9))
}

/// The ElastiCache node that holds the object cache: a quarter of the database and a little more (estimate).
pub(super) fn cache_node(brief: &Brief<'_>) -> String {
    let memory = Gib::new(0.25 * brief.demand.content.read_often().value() + 0.2);
    let mut best: Option<(Usd, &str)> = None;
    for node in brief.catalog.cache_nodes() {
        let sku = CacheEngine::Valkey.sku(node.name);
        let Ok(price) = brief.catalog.price(&sku, brief.answers.region) else { continue };
        if node.memory >= memory && best.is_none_or(|(known, _)| price.usd < known) {
            best = Some((price.usd, node.name));
        }
    }
    best.map_or_else(String::new, |(_, name)| name.to_owned())
}
