use super::{AsOf, Confidence, Processor, Source};
use crate::units::{Gib, Vcpus};

/// A database instance class of RDS and Aurora.
#[derive(Clone, Debug, PartialEq)]
pub struct DatabaseClass {
    /// The name AWS gives it: `db.t4g.medium`.
    pub name: &'static str,
    /// The part before the size: `db.t4g`.
    pub family: &'static str,
    /// Whose instructions it runs.
    pub processor: Processor,
    /// Virtual CPUs.
    pub vcpus: Vcpus,
    /// Memory.
    pub memory: Gib,
    /// Where it was read.
    pub source: Source,
    /// When it was read.
    pub as_of: AsOf,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// How an RDS instance is deployed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deployment {
    /// One instance.
    SingleAz,
    /// An instance and a standby in another Availability Zone.
    MultiAz,
}

/// How an Aurora cluster is billed for input and output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AuroraStorage {
    /// Requests are billed by the million.
    Standard,
    /// Requests are included; instances and storage cost more.
    IoOptimized,
}

impl DatabaseClass {
    /// The item an RDS for MySQL instance is priced under. A class may be priced for RDS, for Aurora, or for both.
    pub fn rds_sku(&self, deployment: Deployment) -> String {
        match deployment {
            Deployment::SingleAz => format!("rds.mysql.{}.single-az", self.name),
            Deployment::MultiAz => format!("rds.mysql.{}.multi-az", self.name),
        }
    }

    /// The item one Aurora MySQL instance, writer or reader, is priced under.
    pub fn aurora_sku(&self, storage: AuroraStorage) -> String {
        match storage {
            AuroraStorage::Standard => format!("aurora.{}", self.name),
            AuroraStorage::IoOptimized => format!("aurora.{}.io-optimized", self.name),
        }
    }

    /// The EC2 instance type it runs on: `t4g.medium`. Its CPU credits are those of the class, in unlimited mode
    /// (Amazon RDS User Guide, DB instance class types).
    pub fn instance_name(&self) -> &'static str {
        self.name.strip_prefix("db.").unwrap_or(self.name)
    }
}
