use serde::Deserialize;

use crate::units::Count;

/// A plan of a content delivery network off AWS: one monthly price a domain, transfer not metered. In the file it is a row
/// of these cells in this order (cloudflare.com/plans, 2026-10-07).
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CdnPlan {
    /// The item its month is priced under: `cloudflare.pro`.
    pub sku: &'static str,
    /// Who sells it.
    pub provider: &'static str,
    /// The name of the plan: `Pro`.
    pub name: &'static str,
    /// What it keeps at the edge for WordPress without rules of one's own.
    pub caching: EdgeCaching,
    /// Custom firewall rules it includes.
    pub firewall_rules: Count,
}

/// What a plan keeps at the edge for WordPress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EdgeCaching {
    /// Images, styles and scripts.
    Files,
    /// Whole pages as well, purged by its plugin (Cloudflare APO, included from Pro on).
    Pages,
}
