//! The machine room: what the week is simulated on.

use super::EfsThroughput;
use crate::{
    catalog::CreditMode,
    units::{Count, Credits, Gib, Minutes, Ratio, Vcpus},
};

/// One server, as far as its speed goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    /// What it is called: `t4g.medium`, `Lightsail 4 GB`.
    pub name: String,
    /// Virtual CPUs.
    pub vcpus: Vcpus,
    /// Memory.
    pub memory: Gib,
    /// Whether and how its CPU is rationed.
    pub cpu: CpuAllowance,
}

/// Whether and how a machine's CPU is rationed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CpuAllowance {
    /// All of it, all the time.
    Fixed,
    /// CPU credits, as EC2 burstable instances have them.
    Credits {
        /// Sustained share of each vCPU.
        baseline: Ratio,
        /// Earned an hour.
        earned_per_hour: Credits,
        /// The most that can be held, earned credits only.
        cap: Credits,
        /// Given at launch, T2 Standard only.
        launch: Credits,
        /// What happens at zero.
        mode: CreditMode,
    },
    /// Lightsail's burst capacity: the same in instance minutes at 100 %, and no paying one's way out.
    BurstCapacity {
        /// Sustained share of each vCPU.
        baseline: Ratio,
        /// The most that can be held, as minutes of the whole instance at 100 %.
        cap: Minutes,
    },
    /// It grows to all its vCPUs and shrinks again by itself, and what it has is paid.
    Elastic {
        /// What it always has.
        least: Vcpus,
    },
}

/// vCPUs that come with an Aurora capacity unit and its 2 GiB: a unit has the CPU that goes with its memory (Amazon Aurora User
/// Guide, how Aurora Serverless v2 works), taken as that of instances of the R classes, 8 GiB a vCPU.
pub const VCPUS_OF_A_UNIT: f64 = 0.25;

/// How many web servers there are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fleet {
    /// Always so many.
    Fixed(Count),
    /// An Auto Scaling group with a target tracking policy on CPU utilisation.
    Scaling {
        /// Never fewer.
        min: Count,
        /// Never more.
        max: Count,
        /// The utilisation it steers for.
        target: Ratio,
    },
}

impl Fleet {
    /// How many servers there are at the least.
    pub const fn min(self) -> Count {
        match self {
            Self::Fixed(count) => count,
            Self::Scaling { min, .. } => min,
        }
    }

    /// How many servers there can be.
    pub const fn max(self) -> Count {
        match self {
            Self::Fixed(count) => count,
            Self::Scaling { max, .. } => max,
        }
    }
}

/// How the webroot gets onto a server that boots; it sets how long that takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It is there: one server that is never replaced by itself.
    InPlace,
    /// Mounted over the network.
    Mounted,
    /// In the image the server starts from.
    Baked,
    /// Installed from the repository at boot, by Composer or WP-CLI.
    InstalledFromGit,
    /// In a container image that each task pulls as it starts.
    Pulled,
}

/// What the PHP files are read from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Webroot {
    /// The server's own volume.
    Local,
    /// Amazon EFS.
    Efs(EfsThroughput),
    /// A self-hosted NFS server in one Availability Zone.
    Nfs,
    /// A replicated GlusterFS volume.
    Gluster,
}

/// Where whole pages are cached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageCache {
    /// Nowhere: every page view runs PHP.
    Off,
    /// On the web server, by a page cache plugin or the server itself.
    Origin,
    /// In the content delivery network as well.
    Edge,
    /// Nowhere: all pages are exported to object storage, and no reader's request reaches PHP.
    Exported,
}

/// Where objects read from the database are cached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObjectCache {
    /// Nowhere.
    Off,
    /// Redis or Valkey on the same server.
    Local,
    /// ElastiCache.
    Cluster,
}

/// The web tier.
#[derive(Clone, Debug, PartialEq)]
pub struct WebTier {
    /// What each server is.
    pub machine: Machine,
    /// How many there are.
    pub fleet: Fleet,
    /// PHP workers on each server.
    pub workers: Count,
    /// How the webroot arrives.
    pub delivery: Delivery,
    /// What PHP files are read from.
    pub webroot: Webroot,
    /// Where pages are cached.
    pub page_cache: PageCache,
    /// Where objects are cached.
    pub object_cache: ObjectCache,
}

/// The database tier.
#[derive(Clone, Debug, PartialEq)]
pub enum DatabaseTier {
    /// MySQL or MariaDB on the web server itself, sharing its CPU and memory.
    SameServer,
    /// A server of its own, managed by AWS.
    Managed {
        /// The instance.
        machine: Machine,
        /// What stands ready to take over.
        failover: Failover,
    },
}

/// What stands ready when the database's instance fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failover {
    /// Nothing: it is started again in the same zone.
    None,
    /// An Aurora Replica in another zone.
    AuroraReplica,
    /// An RDS Multi-AZ standby in another zone.
    MultiAzStandby,
}
