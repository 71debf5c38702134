//! How big things have to be: the smallest machine on sale that carries the peak, holds the memory and lasts the week.

use super::Brief;
use crate::{
    architecture::{CpuAllowance, DatabaseTier, Failover, Fleet, Machine, ObjectCache, PageCache},
    catalog::{AuroraStorage, BundleCpu, Burst, CacheEngine, CreditMode, Deployment, InstanceType, Region, Stock},
    questionnaire::{Peaks, ZoneLoss},
    units::{Count, Gib, Minutes, Ratio, RequestsPerSecond, Usd, Vcpus, ordered},
};

/// What wp-admin, cron, search, feeds and image resizing take besides page views; the sizing model leaves them out and
/// asks for 0.3 to 1 vCPU on top (estimate).
const BACKGROUND: Vcpus = Vcpus::new(0.3);
/// The mean of that over a month (estimate).
const BACKGROUND_MEAN: Vcpus = Vcpus::new(0.03);
/// CPU utilisation a database is sized for at the peak.
pub(super) const DATABASE_TARGET: f64 = 0.5;
/// Share of its baseline a burstable machine may use on the average, so that credits gather for the peaks.
const BASELINE_USE: f64 = 0.8;

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

/// What one server needs that runs PHP and, where `with_database` says so, the database as well.
pub(super) fn single(brief: &Brief<'_>, cache: PageCache, database: &DatabaseTier) -> Need {
    let demand = brief.demand;
    let peak = demand.peak(cache);
    let mean = demand.php(demand.mean_views(), RequestsPerSecond::ZERO, demand.mean_bots(), cache);
    let web = demand.busy_web(peak);
    let workers = demand.workers(peak).max(Count::new(4.0));
    let (db_busy, db_mean, db_memory) = match database {
        DatabaseTier::SameServer => (
            demand.busy_database(peak, ObjectCache::Local),
            demand.busy_database(mean, ObjectCache::Local),
            Gib::new((1.2 * demand.database.value()).max(0.5)),
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
    let enough =
        |machine: &Machine| machine.vcpus >= need.vcpus && machine.memory >= need.memory && lasts(machine, need.mean);
    pick(ladder(brief), enough)
}

/// The cheapest Lightsail bundle that meets a need on its own, or the largest there is; with its catalog item.
pub(super) fn bundle(brief: &Brief<'_>, need: &Need) -> (String, Machine) {
    let mut best: Option<(Usd, String, Machine)> = None;
    let mut largest: Option<(Usd, String, Machine)> = None;
    for bundle in brief.catalog.bundles() {
        let Ok(price) = brief.catalog.price(bundle.sku, brief.answers.region) else { continue };
        let cpu = match (bundle.cpu, bundle.baseline) {
            (BundleCpu::Burstable, Some(baseline)) => CpuAllowance::BurstCapacity {
                baseline,
                // 24 hours of accrual (Lightsail user guide, CPU burst capacity accrual).
                cap: Minutes::new(24.0 * 60.0 * baseline.value()),
            },
            (BundleCpu::BurstsFreely, _) => CpuAllowance::Fixed,
            // No baseline is published for these plans, so nothing can be promised about them.
            (BundleCpu::Burstable, None) | (BundleCpu::NotPublished, _) => continue,
        };
        let name = format!("Lightsail {} GB", bundle.memory.value());
        let machine = Machine { name, vcpus: bundle.vcpus, memory: bundle.memory, cpu };
        let offer = (price.usd, bundle.sku.to_owned(), machine);
        let enough = offer.2.vcpus >= need.vcpus && offer.2.memory >= need.memory && lasts(&offer.2, need.mean);
        if enough && best.as_ref().is_none_or(|known| offer.0 < known.0) {
            best = Some(offer.clone());
        }
        if largest.as_ref().is_none_or(|known| offer.0 > known.0) {
            largest = Some(offer);
        }
    }
    best.or(largest).map_or_else(|| (String::new(), unknown()), |(_, sku, machine)| (sku, machine))
}

/// The cheapest server of another provider that meets a need on its own and can be ordered, or the largest there is.
pub(super) fn server(brief: &Brief<'_>, need: &Need) -> (String, Machine) {
    let mut offers: Vec<(Usd, String, Machine)> = Vec::new();
    for plan in brief.catalog.servers() {
        let Ok(price) = brief.catalog.price(plan.sku, Region::NorthVirginia) else { continue };
        let overage = brief.catalog.price(&plan.overage_sku(), Region::NorthVirginia);
        // A plan whose transfer overage or backup has no price could hide a cost, so it is not offered.
        let backed_up = brief.catalog.price(&plan.backup_sku(), Region::NorthVirginia);
        if plan.stock == Stock::SoldOut || overage.is_err() {
            continue;
        }
        let Ok(backup) = backed_up else { continue };
        let name = format!("{} {}", plan.provider.name(), plan.name);
        let machine = Machine { name, vcpus: plan.vcpus, memory: plan.memory, cpu: CpuAllowance::Fixed };
        offers.push((price.usd + backup.usd, plan.sku.to_owned(), machine));
    }
    let offers = ordered(offers, |a, b| a.0.value().total_cmp(&b.0.value()));
    let found = offers.iter().find(|(_, _, machine)| machine.vcpus >= need.vcpus && machine.memory >= need.memory);
    found.or(offers.last()).cloned().map_or_else(|| (String::new(), unknown()), |(_, sku, machine)| (sku, machine))
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
    let ordinary = demand.busy_web(demand.php(
        demand.mean_views() * demand.ordinary_peak.value(),
        RequestsPerSecond::ZERO,
        demand.mean_bots() * 1.5,
        cache,
    )) + BACKGROUND;
    let full = demand.busy_web(demand.peak(cache)) + BACKGROUND;
    let mean = demand.busy_web(demand.php(demand.mean_views(), RequestsPerSecond::ZERO, demand.mean_bots(), cache))
        + BACKGROUND_MEAN;
    let target = demand.target.value();
    let surprise = brief.answers.peaks.or(Peaks::Steady) == Peaks::Viral;
    let stable = brief.answers.zone_loss == ZoneLoss::MustSurvive;
    let all_workers = demand.workers(demand.peak(cache));

    let mut best: Option<(Usd, Machine, Count, Count)> = None;
    for machine in ladder(brief) {
        let each = machine.vcpus.value();
        let mut least = (mean.value() / (target * each)).ceil().max(2.0);
        if stable {
            // Static stability: what is left after losing a zone carries the ordinary peak without waiting for launches.
            least = least.max(2.0 * (ordinary.value() / (0.9 * each)).ceil());
        }
        if surprise {
            least = least.max((full.value() / (0.95 * each)).ceil());
        }
        let least = even(least);
        let most = ((full.value() / (target * each)).ceil() + 1.0).max(least);
        let workers = (all_workers.value() / least).ceil().max(4.0);
        let memory = Gib::new(0.75) + demand.worker_memory * workers;
        if least > 12.0
            || most > MOST_SERVERS
            || machine.memory < memory.max(Gib::new(1.9))
            || !lasts(&machine, mean / least)
        {
            continue;
        }
        let Ok(price) = brief.catalog.price(&InstanceType::sku_of(&machine.name), brief.answers.region) else {
            continue;
        };
        let cost = price.usd * least;
        if best.as_ref().is_none_or(|(known, ..)| cost < *known) {
            best = Some((cost, machine, Count::new(least), Count::new(most)));
        }
    }
    let Some((_, machine, min, max)) = best else { return largest_fleet(brief, full, all_workers) };
    let number = if max > min { format!("{} to {}", min.value(), max.value()) } else { min.value().to_string() };
    let mut reasons = vec![format!(
        "{number} × {}: {:.1} vCPU busy on the average, {:.1} at the ordinary peak, {:.1} at the worst",
        machine.name,
        mean.value(),
        ordinary.value(),
        full.value()
    )];
    if stable {
        reasons.push(format!(
            "half of them carry the ordinary peak of {:.1} busy vCPU at 90 %, so a lost zone is not felt",
            ordinary.value()
        ));
    }
    if surprise {
        reasons.push(format!(
            "spikes come unannounced and faster than servers start, so those always on carry {:.1} busy vCPU",
            full.value()
        ));
    }
    let workers = Count::new((all_workers.value() / min.value()).ceil().max(4.0));
    Several { machine, fleet: Fleet::Scaling { min, max, target: Ratio::new(target) }, workers, reasons }
}

/// The next even number of servers: as many in each of two zones.
fn even(servers: f64) -> f64 {
    2.0 * (servers / 2.0).ceil()
}

/// When even a dozen of the ladder's servers are too few: the largest type, as many as it takes.
fn largest_fleet(brief: &Brief<'_>, full: Vcpus, all_workers: Count) -> Several {
    let machine = ladder(brief).pop().unwrap_or_else(unknown);
    let each = machine.vcpus.value().max(1.0);
    let least = even((full.value() / (0.95 * each)).ceil().clamp(2.0, MOST_SERVERS));
    let most = (least * 1.5).ceil().min(MOST_SERVERS);
    let fleet = Fleet::Scaling { min: Count::new(least), max: Count::new(most), target: brief.demand.target };
    let reasons = vec![format!(
        "{least} to {most} × {}, the largest here: the worst peak keeps {:.1} vCPU busy",
        machine.name,
        full.value()
    )];
    Several { machine, fleet, workers: Count::new((all_workers.value() / least).ceil().max(4.0)), reasons }
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
    let mean_rate = demand.php(demand.mean_views(), RequestsPerSecond::ZERO, demand.mean_bots(), cache);
    let mean = demand.busy_database(mean_rate, objects);
    let need = Vcpus::new(peak.value() / DATABASE_TARGET).max(Vcpus::new(1.0));
    let memory = database_memory(brief);
    let mut best: Option<(Usd, String, Machine)> = None;
    let mut largest: Option<(Usd, String, Machine)> = None;
    for class in brief.catalog.database_classes() {
        let sku = match (engine, failover) {
            (Engine::Aurora, _) => AuroraStorage::Standard.sku(class.name),
            (Engine::Rds, Failover::MultiAzStandby) => Deployment::MultiAz.sku(class.name),
            (Engine::Rds, Failover::None | Failover::AuroraReplica) => Deployment::SingleAz.sku(class.name),
        };
        let Ok(price) = brief.catalog.price(&sku, brief.answers.region) else { continue };
        let name = class.instance_name();
        // Database instances burst without limit, and are charged for it (Amazon RDS and Aurora user guides).
        let cpu = brief
            .catalog
            .instance(name)
            .and_then(|instance| instance.burst)
            .map_or(CpuAllowance::Fixed, |burst| credits(&burst, CreditMode::Unlimited));
        let machine = Machine { name: class.name.to_owned(), vcpus: class.vcpus, memory: class.memory, cpu };
        let offer = (price.usd, class.name.to_owned(), machine);
        let enough = offer.2.vcpus >= need && offer.2.memory >= memory && lasts(&offer.2, mean);
        if enough && best.as_ref().is_none_or(|known| offer.0 < known.0) {
            best = Some(offer.clone());
        }
        if largest.as_ref().is_none_or(|known| offer.0 > known.0) {
            largest = Some(offer);
        }
    }
    let (class, machine) =
        best.or(largest).map_or_else(|| (String::new(), unknown()), |(_, class, machine)| (class, machine));
    (class, DatabaseTier::Managed { machine, failover })
}

/// Memory of a managed database: tables and indexes with a fifth to spare, at least what its engine needs (estimate).
pub(super) fn database_memory(brief: &Brief<'_>) -> Gib {
    Gib::new((1.2 * brief.demand.database.value()).max(1.9))
}

/// The ElastiCache node that holds the object cache: a quarter of the database and a little more (estimate).
pub(super) fn cache_node(brief: &Brief<'_>) -> String {
    let memory = Gib::new(0.25 * brief.demand.database.value() + 0.2);
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

/// An EC2 instance type by name, with the credit mode AWS starts it in unless asked otherwise.
pub(super) fn machine(brief: &Brief<'_>, name: &str) -> Machine {
    brief.catalog.instance(name).map_or_else(unknown, |instance| Machine {
        name: instance.name.to_owned(),
        vcpus: instance.vcpus,
        memory: instance.memory,
        cpu: instance.burst.map_or(CpuAllowance::Fixed, |burst| credits(&burst, burst.default_mode)),
    })
}

/// Current-generation types a WordPress server is usually given, cheapest first: burstable and compute-optimised
/// Graviton, as PHP and MySQL run on both architectures.
fn ladder(brief: &Brief<'_>) -> Vec<Machine> {
    let priced = brief
        .catalog
        .instances()
        .iter()
        .filter(|instance| matches!(instance.family, "t4g" | "c7g" | "m7g"))
        .filter_map(|instance| {
            let price = brief.catalog.price(&instance.sku(), brief.answers.region).ok()?;
            Some((price.usd, machine(brief, instance.name)))
        });
    ordered(priced, |a, b| a.0.value().total_cmp(&b.0.value())).into_iter().map(|(_, machine)| machine).collect()
}

fn pick(ladder: Vec<Machine>, enough: impl Fn(&Machine) -> bool) -> Machine {
    ladder.iter().find(|machine| enough(machine)).or(ladder.last()).cloned().unwrap_or_else(unknown)
}

/// Whether a machine can keep so many vCPUs busy for ever.
fn lasts(machine: &Machine, mean: Vcpus) -> bool {
    let baseline = match machine.cpu {
        CpuAllowance::Fixed => return mean <= machine.vcpus,
        CpuAllowance::Credits { baseline, .. } | CpuAllowance::BurstCapacity { baseline, .. } => baseline,
    };
    mean.value() <= BASELINE_USE * baseline.value() * machine.vcpus.value()
}

fn credits(burst: &Burst, mode: CreditMode) -> CpuAllowance {
    CpuAllowance::Credits {
        baseline: burst.baseline,
        earned_per_hour: burst.credits_per_hour,
        cap: burst.max_credits,
        launch: burst.launch_credits,
        mode,
    }
}

/// Stands in where the catalog has nothing on sale; it carries nothing, and the bill says "not priced".
fn unknown() -> Machine {
    Machine {
        name: "nothing on sale".to_owned(),
        vcpus: Vcpus::new(1.0),
        memory: Gib::new(1.0),
        cpu: CpuAllowance::Fixed,
    }
}
