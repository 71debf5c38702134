//! Which database class and which cache node.

use super::{DATABASE_TARGET, Managed, Sizer};
use crate::{
    architecture::{CpuAllowance, Machine, ObjectCache, PageCache, VCPUS_OF_A_UNIT},
    catalog::{AuroraStorage, CacheEngine, DatabasePlan, Deployment, Offering, SERVERLESS},
    choices::{ChoiceId, Database, Design},
    options::{
        caches::{object_cache, page_cache},
        on_sale,
    },
    units::{Gib, Usd, Vcpus, text},
};

impl Sizer<'_> {
    /// The cheapest managed database that carries the peak at half of its CPU and holds the tables in memory.
    pub(super) fn database(&self, design: &Design, reasons: &mut Vec<String>) -> Option<Managed> {
        let brief = &self.brief;
        let demand = brief.demand;
        let offers = self.databases.get(design.database as usize)?.get_or_init(|| match design.database {
            Database::Server | Database::AuroraServerless => Vec::new(),
            Database::RdsSingle => on_sale::databases(brief, |class| Deployment::SingleAz.sku(class)),
            Database::RdsMultiAz => on_sale::databases(brief, |class| Deployment::MultiAz.sku(class)),
            Database::Aurora => on_sale::databases(brief, |class| AuroraStorage::Standard.sku(class)),
            Database::Lightsail => on_sale::database_plans(brief, DatabasePlan::Standard),
            Database::LightsailHa => on_sale::database_plans(brief, DatabasePlan::HighAvailability),
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
        if design.database == Database::AuroraServerless {
            return Some(serverless(peak, memory, reasons));
        }
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
    pub(super) fn cache_node(&self) -> String {
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

/// The least capacity of an Aurora Serverless v2 instance that is never paused, the most there is (Amazon Aurora User Guide,
/// Aurora Serverless v2 capacity), and the most that is left open to one however quiet it is: a vCPU.
const LEAST_UNITS: f64 = 0.5;
const MOST_UNITS: f64 = 256.0;
const OPEN_UNITS: f64 = 1.0 / VCPUS_OF_A_UNIT;
/// Memory of a capacity unit.
const UNIT: Gib = Gib::new(2.0);

/// A range of capacity from what holds the tables in memory to what keeps the peak at half of the CPU, in steps of half a unit.
fn serverless(peak: Vcpus, memory: Gib, reasons: &mut Vec<String>) -> Managed {
    let halves = |units: f64| ((units * 2.0).ceil() / 2.0).clamp(LEAST_UNITS, MOST_UNITS);
    let least = halves(memory / UNIT);
    let most = halves(peak.value() / DATABASE_TARGET / VCPUS_OF_A_UNIT).max(least).max(OPEN_UNITS);
    let range = format!("{} to {} ACU", text::trimmed(least, 1), text::trimmed(most, 1));
    reasons.push(format!(
        "{range}: the least holds {} GiB of tables in memory, the most keeps {} busy vCPU of the peak at 50 % CPU",
        text::trimmed(memory.value(), 1),
        text::trimmed(peak.value().max(0.01), 2)
    ));
    let machine = Machine {
        name: format!("Aurora Serverless v2, {range}"),
        vcpus: Vcpus::new(most * VCPUS_OF_A_UNIT),
        memory: UNIT * most,
        cpu: CpuAllowance::Elastic { least: Vcpus::new(least * VCPUS_OF_A_UNIT) },
    };
    Managed { name: SERVERLESS.to_owned(), machine }
}
