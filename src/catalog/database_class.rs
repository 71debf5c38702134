use super::{AsOf, Confidence, Offering, Processor, Source};
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
    /// Whether it is proposed.
    pub offering: Offering,
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

/// The class of an instance of Aurora Serverless v2 (Amazon Aurora User Guide, creating a cluster that uses Aurora Serverless
/// v2).
pub const SERVERLESS: &str = "db.serverless";

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

impl Deployment {
    /// What AWS calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SingleAz => "Single-AZ",
            Self::MultiAz => "Multi-AZ",
        }
    }

    /// The item an hour of an RDS for MySQL class is priced under. A class may be priced for RDS, for Aurora, or for both.
    pub fn sku(self, class: &str) -> String {
        format!("rds.mysql.{class}.{}", self.key())
    }

    /// The item a month of a gigabyte of its gp3 storage is priced under.
    pub fn storage_sku(self) -> String {
        format!("rds.storage.gp3.{}.gb-month", self.key())
    }

    /// How its items are named in the catalog.
    const fn key(self) -> &'static str {
        match self {
            Self::SingleAz => "single-az",
            Self::MultiAz => "multi-az",
        }
    }
}

impl AuroraStorage {
    /// The item an hour of one Aurora MySQL instance, writer or reader, of a class is priced under.
    pub fn sku(self, class: &str) -> String {
        let billing = match self {
            Self::Standard => "",
            Self::IoOptimized => ".io-optimized",
        };
        format!("aurora.{class}{billing}")
    }
}

impl DatabaseClass {
    /// The EC2 instance type it runs on: `t4g.medium`. Its CPU credits are those of the class, in unlimited mode
    /// (Amazon RDS User Guide, DB instance class types).
    pub fn instance_name(&self) -> &'static str {
        self.name.strip_prefix("db.").unwrap_or(self.name)
    }
}
