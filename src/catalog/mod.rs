//! What things cost, hold and promise: dated, sourced, by region.
//!
//! An item is named by its service and then ever more closely, in lower case with dots: `ec2.t4g.small`,
//! `ec2.cpu-credits.t3`, `ec2.dto.first-10tb` (data transfer out), `ebs.gp3.gb-month`, `alb.lcu-hour`, `nat.gb`,
//! `efs.throughput.elastic-read`, `s3.put.1k`, `rds.mysql.db.t4g.medium.multi-az`, `rds.storage.gp3.single-az.gb-month`,
//! `aurora.db.r6g.large.io-optimized`, `aurora.serverless-v2.acu-hour`, `elasticache.cache.t4g.micro.valkey`,
//! `cloudfront.dto.europe.next-40tb`, `lightsail.linux.small`, `linode.g6-standard-2`, `fargate.linux-arm.vcpu-hour`,
//! `lightsail.lb.month`, `waf.rule.month`, `secretsmanager.secret.month`, `vpce.interface.hour`, `cloudflare.pro`,
//! `managed.kinsta.single-35k`. The machines and plans below know the names of their own items. What lies in the files, and how to add to them: `assets/catalog/README.md`.

mod bundle;
mod cache_node;
mod cdn_plan;
#[cfg(test)]
mod checks;
mod correction;
mod data;
mod database_class;
mod edge_plan;
mod fact;
mod files;
mod instance_type;
mod load;
mod managed_plan;
mod price;
mod price_file;
mod price_unit;
mod promise;
mod region;
mod server_plan;
mod source;
mod task_size;
mod term;

use std::sync::{Arc, OnceLock};

pub use bundle::{AllowanceBundle, Bundle, BundleCpu, BundleKind, DatabaseBundle, DatabasePlan};
pub use cache_node::{CacheEngine, CacheNode};
pub use cdn_plan::{CdnPlan, EdgeCaching};
pub use correction::{Correction, CorrectionSeverity, Document};
pub use database_class::{AuroraStorage, DatabaseClass, Deployment, SERVERLESS};
pub use edge_plan::EdgePlan;
pub use fact::{Fact, FactUnit};
pub use files::facts;
pub use instance_type::{Burst, CreditMode, InstanceType, Offering, Processor};
pub use load::Unreadable;
pub use managed_plan::{ManagedPlan, PluginRule};
pub use price::{Listing, NotPriced, Price, Provenance, WhyNotPriced};
pub use price_unit::PriceUnit;
pub use promise::{Promise, PromiseKind};
pub use region::{Continent, Region};
pub use server_plan::{CpuShare, PlanStock, Provider, ServerLocation, ServerPlan};
pub use source::{AsOf, Confidence, Source};
pub use task_size::TaskSize;
pub use term::Term;

use crate::units::Usd;
use data::{Data, ListedPrice, PricedItem};

/// All that is known of prices, machines, promises and limits. Cloning is cheap.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    data: Arc<Data>,
    yours: Arc<Vec<(String, Usd)>>,
}

impl Catalog {
    /// The catalog that comes with Groundplan. Empty if the embedded files cannot be read, which a test rules out.
    pub fn bundled() -> Self {
        static READ: OnceLock<Catalog> = OnceLock::new();
        READ.get_or_init(|| Self::read().unwrap_or_default()).clone()
    }

    /// Reads the embedded files anew, and says what is wrong with them.
    pub fn read() -> Result<Self, Unreadable> {
        Ok(Self { data: Arc::new(Data::read()?), yours: Arc::default() })
    }

    /// The same catalog with prices of your own, which hold in every region. Prices that are negative or not a number,
    /// and prices of items the catalog does not carry, are left out.
    pub fn with_prices(&self, prices: impl IntoIterator<Item = (String, Usd)>) -> Self {
        let usable =
            |sku: &String, usd: &Usd| self.data.item(sku).is_some() && usd.value().is_finite() && usd.value() >= 0.0;
        let yours = prices.into_iter().filter(|(sku, usd)| usable(sku, usd)).collect();
        Self { data: Arc::clone(&self.data), yours: Arc::new(yours) }
    }

    /// The day the catalog was put together: `2026-11-30`.
    pub fn version(&self) -> &str {
        files::VERSION
    }

    /// What an item costs in a region: your own price, else the region's, else one that holds everywhere.
    pub fn price(&self, sku: &str, region: Region) -> Result<Price, NotPriced> {
        let missing = |unit, why| NotPriced { sku: sku.to_owned(), region, unit, why, elsewhere: None };
        let item = self.data.item(sku).ok_or_else(|| missing(None, WhyNotPriced::UnknownItem))?;
        if let Some((_, usd)) = self.yours.iter().find(|(yours, _)| yours == sku) {
            return Ok(yours(*usd, item.unit));
        }
        let at = |wanted: Option<Region>| item.listed.iter().find(|listed| listed.region == wanted);
        at(Some(region)).or_else(|| at(None)).map(|listed| listed_price(item, listed)).ok_or_else(|| {
            if !item.not_sold.contains(&region) {
                return missing(Some(item.unit), WhyNotPriced::NotInThisRegion);
            }
            let elsewhere = seller(item, region);
            NotPriced { elsewhere, ..missing(Some(item.unit), WhyNotPriced::NotSoldHere) }
        })
    }

    /// Whether the price list of a region carries an item, whatever it costs there. True where nobody knows.
    pub fn sells(&self, sku: &str, region: Region) -> bool {
        self.data.item(sku).is_some_and(|item| !item.not_sold.contains(&region))
    }

    /// The names of all items, sorted.
    pub fn skus(&self) -> impl Iterator<Item = &str> {
        self.data.items.iter().map(|item| item.sku)
    }

    /// The title each item's prices stand under, by item.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.data.items.iter().map(|item| item.of)
    }

    /// Every price as listed, by item and then in the order of the regions; your own prices do not show here.
    pub fn listings(&self) -> impl Iterator<Item = Listing<'_>> {
        self.data.items.iter().flat_map(|item| {
            item.listed.iter().map(|listed| Listing {
                sku: item.sku,
                of: item.of,
                region: listed.region,
                price: listed_price(item, listed),
            })
        })
    }

    /// An EC2 instance type by its name: `t4g.small`.
    pub fn instance(&self, name: &str) -> Option<&InstanceType> {
        self.data.instances.iter().find(|instance| instance.name == name)
    }

    /// All EC2 instance types, by family and then by size.
    pub fn instances(&self) -> &[InstanceType] {
        &self.data.instances
    }

    /// All database instance classes, by family and then by size.
    pub fn database_classes(&self) -> &[DatabaseClass] {
        &self.data.databases
    }

    /// All ElastiCache node types, by family and then by size.
    pub fn cache_nodes(&self) -> &[CacheNode] {
        &self.data.caches
    }

    /// Lightsail instance plans, by kind and then by memory.
    pub fn bundles(&self) -> &[Bundle] {
        &self.data.plans.bundles
    }

    /// Lightsail managed database plans, standard before high availability, then by memory.
    pub fn database_bundles(&self) -> &[DatabaseBundle] {
        &self.data.plans.database_bundles
    }

    /// Lightsail CDN distribution plans, smallest first.
    pub fn distribution_bundles(&self) -> &[AllowanceBundle] {
        &self.data.plans.distribution_bundles
    }

    /// Lightsail storage bucket plans, smallest first.
    pub fn bucket_bundles(&self) -> &[AllowanceBundle] {
        &self.data.plans.bucket_bundles
    }

    /// Servers off AWS, by provider and place, shared before dedicated, then by memory.
    pub fn servers(&self) -> &[ServerPlan] {
        &self.data.plans.servers
    }

    /// Plans of content delivery networks off AWS, smallest first.
    pub fn cdn_plans(&self) -> &[CdnPlan] {
        &self.data.plans.cdn_plans
    }

    /// Plans of managed WordPress hosts, by host, smallest first.
    pub fn managed_plans(&self) -> &[ManagedPlan] {
        &self.data.plans.managed_plans
    }

    /// CloudFront flat-rate plans, smallest first.
    pub fn edge_plans(&self) -> &[EdgePlan] {
        &self.data.plans.edge_plans
    }

    /// A promise of availability by its id: `aurora.multi-az`.
    pub fn promise(&self, id: &str) -> Option<&Promise> {
        self.data.promises.iter().find(|promise| promise.id == id)
    }

    /// All promises of availability.
    pub fn promises(&self) -> &[Promise] {
        &self.data.promises
    }

    /// Where the founding documents no longer hold.
    pub fn corrections(&self) -> &[Correction] {
        &self.data.corrections
    }
}

impl PartialEq for Catalog {
    /// Catalogs are equal when they share their data and hold the same prices of your own.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.data, &other.data) && self.yours == other.yours
    }
}

/// A region with a price for the item: on the same continent if there is one.
fn seller(item: &PricedItem, region: Region) -> Option<Region> {
    let sold =
        || Region::ALL.into_iter().filter(|there| item.listed.iter().any(|listed| listed.region == Some(*there)));
    sold().find(|there| there.continent() == region.continent()).or_else(|| sold().next())
}

fn listed_price(item: &PricedItem, listed: &ListedPrice) -> Price {
    let reading = listed.reading;
    Price {
        usd: listed.usd,
        unit: item.unit,
        region: listed.region,
        source: reading.source,
        as_of: reading.as_of,
        confidence: reading.confidence,
        page: item.page,
        copy: reading.copy,
        provenance: Provenance::Catalog,
    }
}

fn yours(usd: Usd, unit: PriceUnit) -> Price {
    Price {
        usd,
        unit,
        region: None,
        source: Source::new("your own price"),
        as_of: AsOf::UNDATED,
        confidence: Confidence::High,
        page: "",
        copy: "",
        provenance: Provenance::Yours,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usd(catalog: &Catalog, sku: &str, region: Region) -> Option<f64> {
        catalog.price(sku, region).ok().map(|price| price.usd.value())
    }

    #[test]
    fn a_price_is_looked_up_in_the_region_then_everywhere_then_nowhere_else() {
        let catalog = Catalog::bundled();
        assert_eq!(usd(&catalog, "ec2.t3.micro", Region::SaoPaulo), Some(0.0168));
        assert_eq!(usd(&catalog, "cloudfront.dto.europe.first-10tb", Region::SaoPaulo), Some(0.085));
        let gap = catalog.price("ebs.gp3.gb-month", Region::Mexico).unwrap_err();
        assert_eq!(gap.why, WhyNotPriced::NotInThisRegion);
        let elsewhere = catalog.price("lightsail.linux.small", Region::Milan).unwrap_err();
        assert_eq!((elsewhere.why, elsewhere.elsewhere), (WhyNotPriced::NotSoldHere, Some(Region::Frankfurt)));
        assert!(
            catalog.sells("ebs.gp3.gb-month", Region::Mexico) && !catalog.sells("lightsail.linux.small", Region::Milan)
        );
        let unknown = catalog.price("ec2.t9.giant", Region::Tokyo).unwrap_err();
        assert_eq!(unknown.why, WhyNotPriced::UnknownItem);
    }

    #[test]
    fn your_own_prices_come_first_and_say_so() {
        let catalog = Catalog::bundled();
        let prices = [("ec2.t3.micro", 0.007), ("ebs.gp3.gb-month", 0.4), ("nat.hour", f64::NAN), ("alb.hour", -1.0)];
        let mine = catalog.with_prices(prices.map(|(sku, usd)| (sku.to_owned(), Usd::new(usd))));
        assert_eq!(mine.price("ec2.t3.micro", Region::Tokyo).unwrap().provenance, Provenance::Yours);
        assert_eq!(usd(&mine, "ebs.gp3.gb-month", Region::Mexico), Some(0.4));
        assert_eq!(usd(&mine, "nat.hour", Region::Ireland), Some(0.048));
        assert_eq!(usd(&mine, "alb.hour", Region::Ireland), Some(0.0252));
        assert_eq!(usd(&catalog, "ec2.t3.micro", Region::Tokyo), Some(0.0136));
    }

    #[test]
    fn an_item_the_catalog_does_not_carry_cannot_be_priced_by_hand() {
        let mine = Catalog::bundled().with_prices([("ec2.t9.giant".to_owned(), Usd::new(1.0))]);
        assert_eq!(usd(&mine, "ec2.t9.giant", Region::Tokyo), None);
    }

    #[test]
    fn a_copy_is_equal_and_other_prices_are_not() {
        let catalog = Catalog::bundled();
        assert_eq!(catalog, Catalog::bundled());
        assert_ne!(catalog, catalog.with_prices([("nat.gb".to_owned(), Usd::new(0.1))]));
    }
}
