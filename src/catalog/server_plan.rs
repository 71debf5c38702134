use serde::Deserialize;

use crate::units::{Gib, Gigabytes, Vcpus};

/// A virtual server off AWS, sold by the month. In the file it is a row of these cells in this order.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerPlan {
    /// Who sells it.
    pub provider: Provider,
    /// The name of the plan: `g6-standard-2`.
    pub name: &'static str,
    /// The item its month is priced under: `linode.g6-standard-2`.
    pub sku: &'static str,
    /// Where it is sold at this price.
    pub location: ServerLocation,
    /// Virtual CPUs.
    pub vcpus: Vcpus,
    /// Whose CPUs they are.
    pub cpu: CpuShare,
    /// Memory.
    pub memory: Gib,
    /// SSD storage.
    pub disk: Gigabytes,
    /// Outgoing transfer included in a month.
    pub transfer: Gigabytes,
    /// Whether it could be ordered when the catalog was put together.
    pub stock: PlanStock,
}

/// Who sells a server off AWS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// DigitalOcean.
    DigitalOcean,
    /// Vultr.
    Vultr,
    /// Linode, now Akamai Cloud.
    Linode,
    /// Hetzner.
    Hetzner,
}

/// Where a plan is sold at its price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ServerLocation {
    /// At most of the provider's sites.
    Worldwide,
    /// At its North American sites.
    NorthAmerica,
    /// At its European sites.
    Europe,
}

/// Whose CPUs a server runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CpuShare {
    /// Shared with other customers: no baseline is promised.
    Shared,
    /// Its own.
    Dedicated,
}

/// Whether a plan could be ordered in autumn 2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanStock {
    /// It could.
    Orderable,
    /// The provider listed it as not available (Hetzner CX and CAX: product pages, read 2026-10-09).
    SoldOut,
}

impl Provider {
    /// The name it trades under.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DigitalOcean => "DigitalOcean",
            Self::Vultr => "Vultr",
            Self::Linode => "Linode (Akamai)",
            Self::Hetzner => "Hetzner",
        }
    }

    /// The item one GB of transfer over the allowance of a plan is priced under.
    pub fn overage_sku(self) -> String {
        format!("{}.transfer-overage.gb", self.prefix())
    }

    /// The item a month of its own backups of a plan of this name is priced under.
    pub fn backup_sku(self, plan: &str) -> String {
        format!("{}.backup.{plan}", self.prefix())
    }

    /// How its items are named in the catalog.
    const fn prefix(self) -> &'static str {
        match self {
            Self::DigitalOcean => "do",
            Self::Vultr => "vultr",
            Self::Linode => "linode",
            Self::Hetzner => "hetzner",
        }
    }
}

impl ServerPlan {
    /// The item a month of the provider's own backups of this plan is priced under.
    pub fn backup_sku(&self) -> String {
        self.provider.backup_sku(self.name)
    }
}
