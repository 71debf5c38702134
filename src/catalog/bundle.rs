//! What Lightsail sells by the month: a fixed price for a fixed allowance.

use serde::Deserialize;

use super::Region;
use crate::units::{Gib, Gigabytes, Ratio, Vcpus};

/// A Lightsail Linux instance plan with a public IPv4 address. In the file it is a row of these cells in this order.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// The item its month is priced under: `lightsail.linux.small`.
    pub sku: &'static str,
    /// The name of the plan: `small`.
    pub name: &'static str,
    /// What it is made for.
    pub kind: BundleKind,
    /// Virtual CPUs.
    pub vcpus: Vcpus,
    /// Memory.
    pub memory: Gib,
    /// SSD storage.
    pub disk: Gigabytes,
    /// Data transfer included in a month where the allowance is whole; see [`Bundle::transfer`].
    pub whole_transfer: Gigabytes,
    /// How it may use its CPUs.
    pub cpu: BundleCpu,
    /// The share of each vCPU that can be used without end, where it is published.
    pub baseline: Option<Ratio>,
}

/// What an instance plan is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BundleKind {
    /// A balance of CPU and memory.
    General,
    /// Much memory.
    MemoryOptimized,
    /// Much CPU.
    ComputeOptimized,
}

/// How a plan may use its CPUs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BundleCpu {
    /// Above the baseline it spends burst capacity, which runs out.
    Burstable,
    /// It bursts without a stock that runs out (plans from $384 on).
    BurstsFreely,
    /// AWS does not say.
    NotPublished,
}

/// A Lightsail managed database plan. In the file it is a row of these cells in this order.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseBundle {
    /// The item its month is priced under: `lightsail.db.small.ha`.
    pub sku: &'static str,
    /// The name of the plan: `small`.
    pub name: &'static str,
    /// With or without a standby.
    pub plan: DatabasePlan,
    /// Virtual CPUs.
    pub vcpus: Vcpus,
    /// Memory.
    pub memory: Gib,
    /// SSD storage.
    pub disk: Gigabytes,
    /// Data transfer included in a month.
    pub transfer: Gigabytes,
}

/// With or without a standby.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DatabasePlan {
    /// One instance, no promise of availability.
    Standard,
    /// A standby in another Availability Zone.
    HighAvailability,
}

/// A Lightsail CDN distribution or storage bucket plan. In the file it is a row of these cells in this order.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllowanceBundle {
    /// The item its month is priced under: `lightsail.cdn.small`.
    pub sku: &'static str,
    /// The name of the plan: `small`.
    pub name: &'static str,
    /// Storage included; none for a distribution.
    pub storage: Gigabytes,
    /// Data transfer included in a month.
    pub transfer: Gigabytes,
}

impl Bundle {
    /// Data transfer included in a month in this region. Sydney, Mumbai, Jakarta and São Paulo have half of it (AWS price
    /// list, 2025-12-06; São Paulo: one public copy of 2026-08-16).
    pub fn transfer(&self, region: Region) -> Gigabytes {
        let halved = [Region::Sydney, Region::Mumbai, Region::Jakarta, Region::SaoPaulo].contains(&region);
        if halved { self.whole_transfer / 2.0 } else { self.whole_transfer }
    }
}
