use serde::Deserialize;

use crate::units::{Count, Gigabytes, Ratio};

/// A plan of a managed WordPress host, billed monthly, as published. What the host does not publish is none. In the file it
/// is a row of these cells in this order.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManagedPlan {
    /// The item its month is priced under: `managed.kinsta.single-35k`.
    pub sku: &'static str,
    /// Who sells it.
    pub host: &'static str,
    /// The name of the plan.
    pub name: &'static str,
    /// Visits a month it is meant for, as the host counts them: one address in 24 hours, not a page view.
    pub visits: Option<Count>,
    /// PHP workers of a site.
    pub workers: Option<Count>,
    /// Storage.
    pub storage: Option<Gigabytes>,
    /// Sites.
    pub sites: Option<Count>,
    /// The availability its agreement names.
    pub agreement: Option<Ratio>,
    /// Which plugins may be installed.
    pub plugins: Option<PluginRule>,
}

/// Which plugins a managed host lets its clients install.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PluginRule {
    /// Any.
    Free,
    /// Any but those on its list: caching, backup and database-heavy ones as a rule.
    List,
    /// Those committed with the code; none in the live admin.
    ByGit,
}

impl ManagedPlan {
    /// Whether its host publishes what it takes to judge it: visits, storage, workers or visits to reckon them from, and that
    /// plugins are installed in wp-admin.
    pub const fn can_be_judged(&self) -> bool {
        self.visits.is_some()
            && self.storage.is_some()
            && matches!(self.plugins, Some(PluginRule::Free | PluginRule::List))
    }

    /// The item a thousand visits beyond the plan are priced under; the catalog carries it where the host publishes one.
    pub fn overage_sku(&self) -> String {
        let host = self.sku.rsplit_once('.').map_or(self.sku, |(host, _)| host);
        format!("{host}.visits-overage.1k")
    }
}
