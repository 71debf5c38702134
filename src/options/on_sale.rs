//! The machines on sale in the region, and the cheapest of them that meets a need.

use super::Brief;
use crate::{
    architecture::{CpuAllowance, Machine},
    catalog::{
        BundleCpu, Burst, CreditMode, DatabasePlan, InstanceType, ManagedPlan, Offering, PlanStock, Region, TaskSize,
    },
    services::managed_host,
    units::{Count, Gib, Gigabytes, Minutes, Ratio, Usd, Vcpus, ordered},
};

/// Share of its baseline a burstable machine may use on the average, so that credits gather for the peaks.
const BASELINE_USE: f64 = 0.8;

/// A machine at its price.
#[derive(Clone)]
pub(super) struct Offer {
    /// For an hour or a month: offers that are compared are all for one or all for the other.
    pub(super) price: Usd,
    /// What the catalog calls it: an instance type, a database class, or the item of a plan.
    pub(super) name: &'static str,
    pub(super) machine: Machine,
    /// The disk that comes with it; none where one is bought apart.
    pub(super) disk: Option<Gigabytes>,
}

/// The first offer that has the vCPUs and the memory and keeps `mean` vCPUs busy for ever; where none does, the last.
/// So the cheapest or the largest there is, as offers come cheapest first.
pub(super) fn enough(offers: &[Offer], vcpus: Vcpus, memory: Gib, mean: Vcpus) -> Offer {
    let fits =
        |Offer { machine, .. }: &Offer| machine.vcpus >= vcpus && machine.memory >= memory && lasts(machine, mean);
    offers.iter().find(|offer| fits(offer)).or(offers.last()).cloned().unwrap_or_else(nothing)
}

/// The types proposed for a WordPress server, cheapest first: burstable, compute-optimised and general-purpose Graviton, as
/// PHP and MySQL run on both architectures.
pub(super) fn instances(brief: &Brief<'_>) -> Vec<Offer> {
    let proposed = brief.catalog.instances().iter().filter(|of| of.offering == Offering::Proposed);
    let priced = proposed.filter_map(|of| {
        let price = brief.catalog.price(&of.sku(), brief.answers.region).ok()?;
        Some(Offer { price: price.usd, name: of.name, machine: of_type(of), disk: None })
    });
    by_price(priced.collect())
}

/// An EC2 instance type by name, whatever its family, if it is priced in the region.
pub(super) fn instance(brief: &Brief<'_>, name: &str) -> Option<Offer> {
    let of = brief.catalog.instances().iter().find(|of| of.name == name)?;
    let price = brief.catalog.price(&of.sku(), brief.answers.region).ok()?;
    Some(Offer { price: price.usd, name: of.name, machine: of_type(of), disk: None })
}

/// Lightsail database plans of a kind, cheapest first. Their CPUs burst too, but their baselines are not published; they are
/// taken as fixed.
pub(super) fn database_plans(brief: &Brief<'_>, kind: DatabasePlan) -> Vec<Offer> {
    let mut offers = Vec::new();
    for plan in brief.catalog.database_bundles().iter().filter(|plan| plan.plan == kind) {
        let Ok(price) = brief.catalog.price(plan.sku, brief.answers.region) else { continue };
        let (name, cpu) = (plan.name.to_owned(), CpuAllowance::Fixed);
        let machine = Machine { name, vcpus: plan.vcpus, memory: plan.memory, cpu };
        offers.push(Offer { price: price.usd, name: plan.sku, machine, disk: Some(plan.disk) });
    }
    by_price(offers)
}

/// Lightsail bundles about which something is promised, cheapest first with what is `sent` beyond the transfer included.
pub(super) fn bundles(brief: &Brief<'_>, sent: Gigabytes) -> Vec<Offer> {
    let mut offers = Vec::new();
    // Only bundles are compared by it: where transfer beyond an allowance has no price, the bill says so.
    let over = |region| brief.catalog.price("lightsail.transfer-overage.gb", region).map(|price| price.usd);
    let over = over(brief.answers.region).or_else(|_| over(Region::NorthVirginia)).unwrap_or(Usd::ZERO);
    for bundle in brief.catalog.bundles() {
        // Lightsail has one price list for all Regions. Where it is not sold the bundle is the same, and the option is out.
        let price = brief.catalog.price(bundle.sku, brief.answers.region);
        let Ok(price) = price.or_else(|_| brief.catalog.price(bundle.sku, Region::NorthVirginia)) else { continue };
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
        let beyond = (sent - bundle.transfer(brief.answers.region)).max(Gigabytes::ZERO).value();
        let month = price.usd + over * beyond;
        offers.push(Offer { price: month, name: bundle.sku, machine, disk: Some(bundle.disk) });
    }
    by_price(offers)
}

/// Servers of other providers that can be ordered and hold `disk`, cheapest first with their backups and with what is
/// `sent` beyond the transfer included.
pub(super) fn servers(brief: &Brief<'_>, disk: Gigabytes, sent: Gigabytes) -> Vec<Offer> {
    let mut offers = Vec::new();
    for plan in brief.catalog.servers() {
        // Their prices hold everywhere.
        let price = |sku: &str| brief.catalog.price(sku, Region::NorthVirginia);
        let Ok(month) = price(plan.sku) else { continue };
        if plan.stock == PlanStock::SoldOut || plan.disk < disk {
            continue;
        }
        // What has no price is compared by what is known of it, and its bill says what it leaves out.
        let known = |sku: &str| price(sku).map_or(Usd::ZERO, |price| price.usd);
        let over = (sent - plan.transfer).max(Gigabytes::ZERO).value();
        let name = format!("{} {}", plan.provider.name(), plan.name);
        let machine = Machine { name, vcpus: plan.vcpus, memory: plan.memory, cpu: CpuAllowance::Fixed };
        let month = month.usd + known(&plan.backup_sku()) + known(&plan.provider.overage_sku()) * over;
        offers.push(Offer { price: month, name: plan.sku, machine, disk: Some(plan.disk) });
    }
    by_price(offers)
}

/// Visits a month for each PHP worker of a plan whose workers are not published: the smallest plan that publishes both, Kinsta's
/// Single 35k, has two (estimate).
const VISITS_A_WORKER: f64 = 17_500.0;

/// PHP workers of a plan, each taken as a core; as many as its visits call for where they are not published.
pub fn managed_workers(plan: &ManagedPlan) -> Option<Vcpus> {
    let workers = plan.workers.map(Count::value);
    let workers = workers.or(plan.visits.map(|visits| (visits.value() / VISITS_A_WORKER).round().max(2.0)));
    workers.map(Vcpus::new)
}

/// Plans of managed hosts that publish what they are meant for: visits, storage, and that plugins are installed in wp-admin.
/// Cheapest first, with what visits beyond them cost; where those have no price, the visits have to be within.
pub(super) fn managed(brief: &Brief<'_>) -> Vec<Offer> {
    let price = |sku: &str| brief.catalog.price(sku, Region::NorthVirginia).ok().map(|price| price.usd);
    let offers = brief.catalog.managed_plans().iter().filter_map(|plan| {
        let disk = plan.storage.filter(|_| plan.can_be_judged())?;
        let beyond = managed_host::beyond(plan, brief.demand.visits);
        let over = if beyond > Count::ZERO { price(&plan.overage_sku())? * beyond.value() } else { Usd::ZERO };
        let (vcpus, published) = (managed_workers(plan)?, plan.workers.is_some());
        let name = format!(
            "{} {} ({} PHP workers{})",
            plan.host,
            plan.name,
            vcpus.value(),
            if published { "" } else { ", estimated" }
        );
        let machine = Machine { name, vcpus, memory: Gib::ZERO, cpu: CpuAllowance::Fixed };
        Some(Offer { price: price(plan.sku)? + over, name: plan.sku, machine, disk: Some(disk) })
    });
    by_price(offers.collect())
}

/// Tasks on Graviton, cheapest first: PHP runs on both architectures.
pub(super) fn tasks(brief: &Brief<'_>) -> Vec<Offer> {
    let price = |sku| brief.catalog.price(sku, brief.answers.region).ok().map(|price| price.usd);
    let (Some(vcpu), Some(gigabyte)) = (price("fargate.linux-arm.vcpu-hour"), price("fargate.linux-arm.gb-hour"))
    else {
        return Vec::new();
    };
    let offers = brief.catalog.task_sizes().iter().map(|size| {
        let TaskSize { sku, name, vcpus, memory } = *size;
        let machine = Machine { name: name.to_owned(), vcpus, memory, cpu: CpuAllowance::Fixed };
        Offer { price: vcpu * vcpus.value() + gigabyte * memory.value(), name: sku, machine, disk: None }
    });
    by_price(offers.collect())
}

/// Database classes, cheapest first; `sku` says under which item a class is priced.
pub(super) fn databases(brief: &Brief<'_>, sku: impl Fn(&str) -> String) -> Vec<Offer> {
    let mut offers = Vec::new();
    for class in brief.catalog.database_classes().iter().filter(|class| class.offering == Offering::Proposed) {
        let Ok(price) = brief.catalog.price(&sku(class.name), brief.answers.region) else { continue };
        // Database instances burst without limit, and are charged for it (Amazon RDS and Aurora user guides).
        let burst = brief.catalog.instance(class.instance_name()).and_then(|instance| instance.burst);
        let cpu = allowance(burst.map(|burst| Burst { default_mode: CreditMode::Unlimited, ..burst }));
        let machine = Machine { name: class.name.to_owned(), vcpus: class.vcpus, memory: class.memory, cpu };
        offers.push(Offer { price: price.usd, name: class.name, machine, disk: None });
    }
    by_price(offers)
}

/// An EC2 instance type by name, with the credit mode AWS starts it in unless asked otherwise.
pub(super) fn machine(brief: &Brief<'_>, name: &str) -> Machine {
    brief.catalog.instance(name).map_or_else(|| nothing().machine, of_type)
}

/// Whether a machine can keep so many vCPUs busy for ever.
pub(super) fn lasts(machine: &Machine, mean: Vcpus) -> bool {
    let share = match machine.cpu {
        CpuAllowance::Fixed | CpuAllowance::Elastic { .. } => Ratio::ONE,
        CpuAllowance::Credits { baseline, .. } | CpuAllowance::BurstCapacity { baseline, .. } => {
            baseline * BASELINE_USE
        }
    };
    mean <= machine.vcpus * share.value()
}

/// Stands in where the catalog has nothing on sale; it carries nothing, and the bill says "not priced".
pub(super) fn nothing() -> Offer {
    let name = "nothing on sale".to_owned();
    let machine = Machine { name, vcpus: Vcpus::new(1.0), memory: Gib::new(1.0), cpu: CpuAllowance::Fixed };
    Offer { price: Usd::ZERO, name: "", machine, disk: None }
}

fn by_price(offers: Vec<Offer>) -> Vec<Offer> {
    ordered(offers, |a, b| a.price.value().total_cmp(&b.price.value()))
}

fn of_type(of: &InstanceType) -> Machine {
    Machine { name: of.name.to_owned(), vcpus: of.vcpus, memory: of.memory, cpu: allowance(of.burst) }
}

fn allowance(burst: Option<Burst>) -> CpuAllowance {
    burst.map_or(CpuAllowance::Fixed, |burst| CpuAllowance::Credits {
        baseline: burst.baseline,
        earned_per_hour: burst.credits_per_hour,
        cap: burst.max_credits,
        launch: burst.launch_credits,
        mode: burst.default_mode,
    })
}
