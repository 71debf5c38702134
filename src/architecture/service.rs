//! What a component is: an AWS service, or its counterpart elsewhere, with what it takes to size and price it.

use crate::{
    catalog::CreditMode,
    units::{Count, Gib, MibPerSecond, Vcpus},
};

/// An EC2 instance or a group of equal ones in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Instances {
    /// The instance type: `t4g.medium`.
    pub instance_type: String,
    /// How many of them stand here when nothing scales.
    pub count: Count,
    /// The gp3 volume each of them has.
    pub volume: Gib,
    /// What happens when CPU credits run out.
    pub credits: CreditMode,
}

/// Equal tasks of a container service in one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tasks {
    /// Virtual CPUs of each.
    pub vcpus: Vcpus,
    /// Memory of each.
    pub memory: Gib,
    /// How many of them run here when nothing scales.
    pub count: Count,
}

/// How much throughput an EFS file system is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EfsThroughput {
    /// Grows with what is stored, with burst credits.
    Bursting,
    /// So much, paid whether used or not.
    Provisioned(MibPerSecond),
    /// What is needed, paid by the gigabyte.
    Elastic,
}

/// How content delivery is paid for.
#[derive(Clone, Debug, PartialEq)]
pub enum EdgeBilling {
    /// By the gigabyte and the request, with the always-free allowance.
    PayAsYouGo,
    /// A CloudFront flat-rate plan, by its name in the catalog.
    FlatRate(String),
}

/// A content delivery network of another provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherNetwork {
    /// One that is not in the catalog, and so not priced.
    Unpriced,
    /// Cloudflare on its free plan.
    CloudflareFree,
    /// Cloudflare on its Pro plan, which keeps whole pages as well.
    CloudflarePro,
}

/// A managed MySQL database.
#[derive(Clone, Debug, PartialEq)]
pub struct ManagedDatabase {
    /// The instance class: `db.t4g.medium`.
    pub class: String,
    /// Whether this one writes or stands by.
    pub part: DatabasePart,
    /// Storage used or provisioned.
    pub storage: Gib,
}

/// What a database instance does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabasePart {
    /// Takes the writes.
    Writer,
    /// Aurora Replica: reads, and becomes the writer when that fails.
    Reader,
    /// RDS Multi-AZ standby: takes over, serves nothing until then, and is part of the Multi-AZ price.
    Standby,
}

/// What a component is.
#[derive(Clone, Debug, PartialEq)]
pub enum Service {
    /// The people who read the site.
    Readers,
    /// Amazon Route 53.
    Dns,
    /// Amazon CloudFront.
    Cdn(EdgeBilling),
    /// A content delivery network of another provider.
    OtherCdn(OtherNetwork),
    /// Amazon S3.
    ObjectStore,
    /// Internet gateway.
    InternetGateway,
    /// Application Load Balancer.
    LoadBalancer,
    /// Lightsail load balancer.
    LightsailBalancer,
    /// NAT gateway.
    NatGateway,
    /// EC2 instance that forwards for private subnets.
    NatInstance(Instances),
    /// EC2 instances that run WordPress.
    WebServers(Instances),
    /// Containers on AWS Fargate that run WordPress.
    Tasks(Tasks),
    /// EC2 instance that serves files over NFS.
    NfsServer(Instances),
    /// EC2 instance that holds a GlusterFS brick.
    GlusterBrick(Instances),
    /// EC2 instance administrators log in through.
    Bastion(Instances),
    /// EC2 instance on which changes are tried and images are baked.
    Staging(Instances),
    /// A Lightsail instance, by its bundle: `medium`.
    Lightsail(String),
    /// A Lightsail managed database, by its plan, and what it does: writes, or stands by.
    LightsailDatabase(String, DatabasePart),
    /// A server of another provider, by its plan in the catalog.
    Server(String),
    /// A site with a managed WordPress host, by its plan in the catalog.
    ManagedHost(String),
    /// Amazon EFS, regional storage.
    SharedFiles(EfsThroughput),
    /// EFS mount target.
    MountTarget,
    /// Amazon Aurora MySQL.
    Aurora(ManagedDatabase),
    /// Amazon RDS for MySQL.
    Rds(ManagedDatabase),
    /// Amazon ElastiCache node, by its type: `cache.t4g.small`.
    CacheNode(String),
    /// The Git repository.
    Repository,
    /// AWS CodePipeline.
    Pipeline,
    /// AWS CodeBuild.
    Build,
    /// The Amazon Machine Image servers start from.
    MachineImage,
    /// Snapshots or AWS Backup.
    Backup,
}

impl Service {
    /// The full name, as AWS writes it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Readers => "Readers",
            Self::Dns => "Amazon Route 53",
            Self::Cdn(_) => "Amazon CloudFront",
            Self::OtherCdn(OtherNetwork::Unpriced) => "Content delivery network",
            Self::OtherCdn(OtherNetwork::CloudflareFree | OtherNetwork::CloudflarePro) => "Cloudflare",
            Self::ObjectStore => "Amazon S3",
            Self::InternetGateway => "Internet gateway",
            Self::LoadBalancer => "Application Load Balancer",
            Self::LightsailBalancer => "Lightsail load balancer",
            Self::NatGateway => "NAT gateway",
            Self::NatInstance(_) => "NAT instance",
            Self::WebServers(_) => "Amazon EC2",
            Self::Tasks(_) => "AWS Fargate",
            Self::NfsServer(_) => "NFS server",
            Self::GlusterBrick(_) => "GlusterFS server",
            Self::Bastion(_) => "Bastion host",
            Self::Staging(_) => "Staging server",
            Self::Lightsail(_) => "Amazon Lightsail",
            Self::LightsailDatabase(..) => "Lightsail managed database",
            Self::Server(_) => "Virtual server",
            Self::ManagedHost(_) => "Managed WordPress host",
            Self::SharedFiles(_) => "Amazon EFS",
            Self::MountTarget => "EFS mount target",
            Self::Aurora(_) => "Amazon Aurora",
            Self::Rds(_) => "Amazon RDS for MySQL",
            Self::CacheNode(_) => "Amazon ElastiCache",
            Self::Repository => "Git repository",
            Self::Pipeline => "AWS CodePipeline",
            Self::Build => "AWS CodeBuild",
            Self::MachineImage => "Amazon Machine Image",
            Self::Backup => "AWS Backup",
        }
    }
}
