//! What the lines of a bill pay for: a closed set, from which follow who bills it, in which unit, and the item of the
//! catalog it is priced under.

use super::{BilledService, CdnTier, InternetTier, ObjectTier};
use crate::{
    architecture::OtherNetwork,
    catalog::{AuroraStorage, CacheEngine, Deployment, InstanceType, PriceUnit, Provider},
    questionnaire::Readers,
};

/// What a line pays for.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum Item {
    /// A hosted zone of Route 53.
    DnsZone,
    /// Standard queries of Route 53.
    DnsQueries,
    /// A flat-rate plan of CloudFront, by the item of the catalog.
    CdnPlan(String),
    /// Data transfer out of CloudFront to readers of a place.
    CdnTransfer(Readers, CdnTier),
    /// HTTPS requests of readers of a place to CloudFront.
    CdnRequests(Readers),
    /// A server off AWS, by the item of the catalog.
    Server(Provider, &'static str),
    /// Transfer beyond what its plan includes.
    ServerTransfer(Provider),
    /// Its provider's own backups, by the name of the plan.
    ServerBackup(Provider, &'static str),
    /// A content delivery network of another provider.
    OtherCdn(OtherNetwork),
    /// A plan of a managed WordPress host, by its host and the item of the catalog.
    ManagedPlan(&'static str, &'static str),
    /// Visits beyond such a plan, by its host and the item of the catalog.
    ManagedVisits(&'static str, String),
    /// vCPUs of Fargate tasks.
    TaskVcpus,
    /// Memory of Fargate tasks.
    TaskMemory,
    /// A Lightsail instance plan, by the item of the catalog.
    LightsailInstance(&'static str),
    /// A Lightsail database plan, by the item of the catalog.
    LightsailDatabase(String),
    /// A Lightsail load balancer.
    LightsailBalancer,
    /// Transfer out of Lightsail beyond what the plan includes.
    LightsailTransfer,
    /// Snapshots of a Lightsail instance.
    LightsailSnapshots,
    /// An Application Load Balancer.
    LoadBalancer,
    /// Load balancer capacity units.
    LoadBalancerCapacity,
    /// An instance of this type.
    Ec2(String),
    /// Surplus CPU credits of this family of instances.
    Ec2Credits(&'static str),
    /// Detailed monitoring of instances.
    Ec2Metrics,
    /// gp3 volumes.
    EbsStorage,
    /// Snapshots of volumes.
    EbsSnapshots,
    /// Files in the Standard class of EFS.
    EfsStorage,
    /// Throughput provisioned on EFS.
    EfsProvisioned,
    /// Reads with elastic throughput.
    EfsReads,
    /// Writes with elastic throughput.
    EfsWrites,
    /// Backups of EFS.
    EfsBackup,
    /// Objects in the Standard class of S3.
    ObjectStorage(ObjectTier),
    /// Requests to S3 that write or list.
    ObjectPuts,
    /// Requests to S3 that read.
    ObjectGets,
    /// A cache node of this type with Valkey.
    CacheNode(String),
    /// An instance of an Aurora cluster, of this class.
    AuroraInstance(String),
    /// Storage of an Aurora cluster.
    AuroraStorage,
    /// I/O requests of an Aurora cluster.
    AuroraRequests,
    /// Capacity of an Aurora Serverless v2 cluster.
    AuroraCapacity,
    /// Surplus CPU credits of Aurora instances.
    AuroraCredits,
    /// An RDS for MySQL instance of this class.
    RdsInstance(Deployment, String),
    /// gp3 storage of RDS.
    RdsStorage(Deployment),
    /// Paths invalidated at CloudFront.
    CdnInvalidations,
    /// Surplus CPU credits of RDS instances.
    RdsCredits,
    /// NAT gateways.
    NatHour,
    /// Data through NAT gateways.
    NatData,
    /// Public IPv4 addresses.
    PublicAddress,
    /// Data out of the region to the internet.
    InternetTransfer(InternetTier),
    /// Data between Availability Zones.
    InterZone,
    /// Action minutes of CodePipeline.
    PipelineMinutes,
    /// Build minutes of CodeBuild.
    BuildMinutes,
    /// Logs ingested by CloudWatch.
    Logs,
    /// Hours of the people who run it.
    People,
}

impl Item {
    /// Who bills it.
    pub const fn service(&self) -> BilledService {
        match self {
            Self::DnsZone | Self::DnsQueries => BilledService::Route53,
            Self::CdnPlan(_) | Self::CdnTransfer(..) | Self::CdnRequests(_) | Self::CdnInvalidations => {
                BilledService::CloudFront
            }
            Self::Server(provider, _) | Self::ServerTransfer(provider) | Self::ServerBackup(provider, _) => {
                BilledService::Server(*provider)
            }
            Self::OtherCdn(OtherNetwork::Unpriced) => BilledService::OtherCdn,
            Self::OtherCdn(OtherNetwork::CloudflareFree | OtherNetwork::CloudflarePro) => BilledService::Cloudflare,
            Self::ManagedPlan(host, _) | Self::ManagedVisits(host, _) => BilledService::ManagedHost(host),
            Self::TaskVcpus | Self::TaskMemory => BilledService::Fargate,
            Self::LightsailInstance(_)
            | Self::LightsailDatabase(_)
            | Self::LightsailBalancer
            | Self::LightsailTransfer
            | Self::LightsailSnapshots => BilledService::Lightsail,
            Self::LoadBalancer | Self::LoadBalancerCapacity => BilledService::LoadBalancing,
            Self::Ec2(_) | Self::Ec2Credits(_) => BilledService::Ec2,
            Self::EbsStorage | Self::EbsSnapshots => BilledService::Ebs,
            Self::EfsStorage | Self::EfsProvisioned | Self::EfsReads | Self::EfsWrites => BilledService::Efs,
            Self::EfsBackup => BilledService::Backup,
            Self::ObjectStorage(_) | Self::ObjectPuts | Self::ObjectGets => BilledService::S3,
            Self::CacheNode(_) => BilledService::ElastiCache,
            Self::AuroraInstance(_)
            | Self::AuroraCapacity
            | Self::AuroraStorage
            | Self::AuroraRequests
            | Self::AuroraCredits => BilledService::Aurora,
            Self::RdsInstance(..) | Self::RdsStorage(_) | Self::RdsCredits => BilledService::Rds,
            Self::NatHour | Self::NatData | Self::PublicAddress => BilledService::Vpc,
            Self::InternetTransfer(_) | Self::InterZone => BilledService::DataTransfer,
            Self::PipelineMinutes => BilledService::CodePipeline,
            Self::BuildMinutes => BilledService::CodeBuild,
            Self::Logs | Self::Ec2Metrics => BilledService::CloudWatch,
            Self::People => BilledService::People,
        }
    }

    /// What one price pays for.
    pub const fn unit(&self) -> PriceUnit {
        match self {
            Self::DnsZone
            | Self::CdnPlan(_)
            | Self::Server(..)
            | Self::ServerBackup(..)
            | Self::OtherCdn(_)
            | Self::ManagedPlan(..)
            | Self::LightsailInstance(_)
            | Self::LightsailBalancer
            | Self::LightsailDatabase(_) => PriceUnit::Month,
            Self::DnsQueries => PriceUnit::MillionQueries,
            Self::CdnTransfer(..)
            | Self::ServerTransfer(_)
            | Self::LightsailTransfer
            | Self::EfsReads
            | Self::EfsWrites
            | Self::NatData
            | Self::InternetTransfer(_)
            | Self::InterZone
            | Self::Logs => PriceUnit::Gb,
            Self::CdnRequests(_) => PriceUnit::TenThousandRequests,
            Self::CdnInvalidations => PriceUnit::Path,
            Self::LightsailSnapshots
            | Self::EbsStorage
            | Self::EbsSnapshots
            | Self::EfsStorage
            | Self::EfsBackup
            | Self::ObjectStorage(_)
            | Self::AuroraStorage
            | Self::RdsStorage(_) => PriceUnit::GbMonth,
            Self::LoadBalancer
            | Self::Ec2(_)
            | Self::CacheNode(_)
            | Self::AuroraInstance(_)
            | Self::RdsInstance(..)
            | Self::NatHour
            | Self::PublicAddress
            | Self::People => PriceUnit::Hour,
            Self::LoadBalancerCapacity => PriceUnit::LcuHour,
            Self::ManagedVisits(..) => PriceUnit::ThousandVisits,
            Self::TaskMemory => PriceUnit::GbHour,
            Self::TaskVcpus | Self::Ec2Credits(_) | Self::AuroraCredits | Self::RdsCredits => PriceUnit::VcpuHour,
            Self::AuroraCapacity => PriceUnit::AcuHour,
            Self::Ec2Metrics => PriceUnit::MetricMonth,
            Self::EfsProvisioned => PriceUnit::MibpsMonth,
            Self::ObjectPuts | Self::ObjectGets => PriceUnit::ThousandRequests,
            Self::AuroraRequests => PriceUnit::MillionRequests,
            Self::PipelineMinutes | Self::BuildMinutes => PriceUnit::Minute,
        }
    }

    /// The item of the catalog it is priced under. People's hours are the reader's own and stand in no catalog.
    pub fn sku(&self) -> String {
        let fixed = match self {
            Self::CdnPlan(sku) | Self::LightsailDatabase(sku) => sku,
            Self::Server(_, sku) | Self::ManagedPlan(_, sku) | Self::LightsailInstance(sku) => *sku,
            Self::ManagedVisits(_, sku) => sku,
            Self::TaskVcpus => "fargate.linux-arm.vcpu-hour",
            Self::TaskMemory => "fargate.linux-arm.gb-hour",
            Self::CdnTransfer(readers, tier) => {
                return format!("cloudfront.dto.{}.{}", geography(*readers), tier.key());
            }
            Self::CdnRequests(readers) => return format!("cloudfront.https.{}.10k", geography(*readers)),
            Self::ServerTransfer(provider) => return provider.overage_sku(),
            Self::ServerBackup(provider, plan) => return provider.backup_sku(plan),
            Self::Ec2(name) => return InstanceType::sku_of(name),
            Self::Ec2Credits(family) => return InstanceType::surplus_sku_of(family),
            Self::CacheNode(name) => return CacheEngine::Valkey.sku(name),
            Self::AuroraInstance(class) => return AuroraStorage::Standard.sku(class),
            Self::RdsInstance(deployment, class) => return deployment.sku(class),
            Self::RdsStorage(deployment) => return deployment.storage_sku(),
            Self::InternetTransfer(tier) => return format!("ec2.dto.{}", tier.key()),
            Self::ObjectStorage(tier) => tier.sku(),
            Self::CdnInvalidations => "cloudfront.invalidation.path",
            Self::DnsZone => "route53.zone",
            Self::DnsQueries => "route53.queries.standard.million",
            Self::OtherCdn(OtherNetwork::Unpriced) => "cdn.other.month",
            Self::OtherCdn(OtherNetwork::CloudflareFree) => "cloudflare.free",
            Self::OtherCdn(OtherNetwork::CloudflarePro) => "cloudflare.pro",
            Self::LightsailBalancer => "lightsail.lb.month",
            Self::LightsailTransfer => "lightsail.transfer-overage.gb",
            Self::LightsailSnapshots => "lightsail.snapshot.gb-month",
            Self::LoadBalancer => "alb.hour",
            Self::LoadBalancerCapacity => "alb.lcu-hour",
            Self::Ec2Metrics => "ec2.detailed-monitoring.metric",
            Self::EbsStorage => "ebs.gp3.gb-month",
            Self::EbsSnapshots => "ebs.snapshot.gb-month",
            Self::EfsStorage => "efs.storage.standard",
            Self::EfsProvisioned => "efs.throughput.provisioned",
            Self::EfsReads => "efs.throughput.elastic-read",
            Self::EfsWrites => "efs.throughput.elastic-write",
            Self::EfsBackup => "backup.efs.warm.gb-month",
            Self::ObjectPuts => "s3.put.1k",
            Self::ObjectGets => "s3.get.1k",
            Self::AuroraStorage => "aurora.storage.gb-month",
            Self::AuroraRequests => "aurora.io.million",
            Self::AuroraCapacity => "aurora.serverless-v2.acu-hour",
            Self::AuroraCredits => "aurora.cpu-credits.vcpu-hour",
            Self::RdsCredits => "rds.cpu-credits.t3-t4g",
            Self::NatHour => "nat.hour",
            Self::NatData => "nat.gb",
            Self::PublicAddress => "public-ipv4.hour",
            Self::InterZone => "inter-az.gb",
            Self::PipelineMinutes => "codepipeline.v2.action-minute",
            Self::BuildMinutes => "codebuild.linux.small.minute",
            Self::Logs => "cloudwatch.logs.ingest-gb",
            Self::People => "people.hour",
        };
        fixed.to_owned()
    }
}

/// CloudFront's pricing geography for readers of a place.
const fn geography(readers: Readers) -> &'static str {
    match readers {
        Readers::NorthAmerica => "us",
        Readers::Europe => "europe",
        Readers::AsiaPacific => "asia-pacific",
        Readers::Australia => "australia",
        Readers::India => "india",
        Readers::Japan => "japan",
        Readers::SouthAmerica => "south-america",
        Readers::MiddleEastAfrica => "south-africa-middle-east",
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::HashSet, mem::discriminant};

    use strum::EnumCount;

    use super::*;
    use crate::{
        catalog::{Catalog, Region},
        questionnaire::ClosedSet,
    };

    /// One of every kind, and of those that name a tier or a place all.
    fn every_kind() -> Vec<Item> {
        let (linode, class) = (Provider::Linode, "db.t4g.medium".to_owned());
        let mut all = vec![
            Item::DnsZone,
            Item::DnsQueries,
            Item::CdnPlan("cloudfront.flat-rate.pro".to_owned()),
            Item::CdnInvalidations,
            Item::Server(linode, "linode.g6-standard-2"),
            Item::ServerBackup(linode, "g6-standard-2"),
            Item::OtherCdn(OtherNetwork::CloudflarePro),
            Item::LightsailInstance("lightsail.linux.small"),
            Item::LightsailDatabase("lightsail.db.small.ha".to_owned()),
            Item::ManagedPlan("Kinsta", "managed.kinsta.single-35k"),
            Item::ManagedVisits("Kinsta", "managed.kinsta.visits-overage.1k".to_owned()),
            Item::TaskVcpus,
            Item::TaskMemory,
            Item::LightsailBalancer,
            Item::LightsailTransfer,
            Item::LightsailSnapshots,
            Item::LoadBalancer,
            Item::LoadBalancerCapacity,
            Item::Ec2("t4g.small".to_owned()),
            Item::Ec2Credits("t4g"),
            Item::Ec2Metrics,
            Item::EbsStorage,
            Item::EbsSnapshots,
            Item::EfsStorage,
            Item::EfsProvisioned,
            Item::EfsReads,
            Item::EfsWrites,
            Item::EfsBackup,
            Item::ObjectPuts,
            Item::ObjectGets,
            Item::CacheNode("cache.t4g.micro".to_owned()),
            Item::AuroraInstance(class.clone()),
            Item::AuroraStorage,
            Item::AuroraRequests,
            Item::AuroraCapacity,
            Item::AuroraCredits,
            Item::RdsCredits,
            Item::NatHour,
            Item::NatData,
            Item::PublicAddress,
            Item::InterZone,
            Item::PipelineMinutes,
            Item::BuildMinutes,
            Item::Logs,
        ];
        for deployment in [Deployment::SingleAz, Deployment::MultiAz] {
            all.extend([Item::RdsInstance(deployment, class.clone()), Item::RdsStorage(deployment)]);
        }
        for readers in Readers::ALL {
            all.push(Item::CdnRequests(*readers));
            all.extend(CdnTier::ALL.map(|tier| Item::CdnTransfer(*readers, tier)));
        }
        all.extend([linode, Provider::DigitalOcean, Provider::Vultr].map(Item::ServerTransfer));
        all.extend(InternetTier::ALL.map(Item::InternetTransfer));
        all.extend(ObjectTier::ALL.map(Item::ObjectStorage));
        all
    }

    #[test]
    fn every_item_is_one_of_the_catalog_in_the_unit_of_the_catalog() {
        let (catalog, all) = (Catalog::bundled(), every_kind());
        // People's hours stand in no catalog.
        let kinds = all.iter().map(discriminant).collect::<HashSet<_>>().len();
        assert_eq!(kinds, Item::COUNT - 1, "a variant of Item is missing in every_kind");
        for item in all {
            for region in Region::ALL {
                let unit = match catalog.price(&item.sku(), region) {
                    Ok(price) => Some(price.unit),
                    Err(missing) => missing.unit,
                };
                assert_eq!(unit, Some(item.unit()), "{item:?} is {}", item.sku());
            }
        }
    }
}
