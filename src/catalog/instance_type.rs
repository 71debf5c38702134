use serde::Deserialize;

use super::{AsOf, Confidence, Source};
use crate::units::{Credits, Gib, Ratio, Vcpus};

/// An EC2 instance type.
#[derive(Clone, Debug, PartialEq)]
pub struct InstanceType {
    /// The name AWS gives it: `t4g.small`.
    pub name: &'static str,
    /// The part before the dot: `t4g`.
    pub family: &'static str,
    /// Whose instructions it runs.
    pub processor: Processor,
    /// Whether it is proposed.
    pub offering: Offering,
    /// Virtual CPUs.
    pub vcpus: Vcpus,
    /// Memory.
    pub memory: Gib,
    /// How it earns and spends CPU credits; none for types with full use of their CPUs.
    pub burst: Option<Burst>,
    /// Where it was read.
    pub source: Source,
    /// When it was read.
    pub as_of: AsOf,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// CPU credits of a burstable type. In the file they are a row of these cells in this order.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Burst {
    /// The share of each vCPU that can be used without end.
    pub baseline: Ratio,
    /// Credits earned in an hour, for the whole instance.
    pub credits_per_hour: Credits,
    /// The most it can hold: the earnings of 24 hours.
    pub max_credits: Credits,
    /// Credits given at each start in standard mode (T2 only); they do not count towards the maximum.
    pub launch_credits: Credits,
    /// The mode it starts in unless asked otherwise.
    pub default_mode: CreditMode,
}

/// What happens when the credits are spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CreditMode {
    /// It is slowed to its baseline.
    Standard,
    /// It goes on, and surplus credits above the maximum are billed.
    Unlimited,
}

/// Whose instructions an instance runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Processor {
    /// Intel or AMD.
    X86,
    /// AWS Graviton.
    Arm,
}

/// Whether machines of a family are proposed for a new site, or only named as what runs today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Offering {
    /// Proposed: Graviton of the newest generations, on which PHP, MySQL and Valkey run for less, and T3 where a service
    /// has no T4g in a Region.
    Proposed,
    /// Only named: an older generation, or one that costs more for the same.
    NamedOnly,
}

impl InstanceType {
    /// The item its hour is priced under: `ec2.t4g.small`.
    pub fn sku(&self) -> String {
        Self::sku_of(self.name)
    }

    /// The item the hour of a type of this name is priced under, whether the catalog knows the type or not.
    pub fn sku_of(name: &str) -> String {
        format!("ec2.{name}")
    }

    /// The item its surplus CPU credits are priced under, by the vCPU-hour; none for types without credits.
    pub fn surplus_sku(&self) -> Option<String> {
        self.burst.map(|_| Self::surplus_sku_of(self.family))
    }

    /// The item the surplus CPU credits of a family are priced under.
    pub fn surplus_sku_of(family: &str) -> String {
        format!("ec2.cpu-credits.{family}")
    }
}
