use strum::{Display, EnumString, IntoStaticStr, VariantArray};

use super::{
    credits::Credits, database::Database, media::Media, network::DeliveryNetwork, objects::Objects, pages::Pages,
    purchase::Purchase, staging::Staging, throughput::Throughput, way_in::WayIn, way_out::WayOut, zones::Zones,
};
use crate::{
    catalog::Catalog,
    codec::{ClosedSet, nearest},
    units::text,
};

/// Names a choice; its token is the key in links, files and on the command line, and never changes.
#[derive(
    Clone, Copy, Debug, Display, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "each is explained by its label and the type of its values")]
pub enum ChoiceId {
    Zones,
    Nat,
    Cache,
    Database,
    Pages,
    Delivery,
    Media,
    Throughput,
    Credits,
    Purchase,
    Staging,
    Admin,
    Machine,
    Servers,
    Class,
}

impl ChoiceId {
    /// All choices, in the order shown.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its key in links, files and on the command line.
    pub fn token(self) -> &'static str {
        self.into()
    }

    /// The choice a key stands for.
    pub fn from_token(token: &str) -> Option<Self> {
        token.parse().ok()
    }

    /// What is chosen, as a person reads it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Zones => "web servers over",
            Self::Nat => "way out for web servers",
            Self::Cache => "object cache",
            Self::Database => "database",
            Self::Pages => "page cache",
            Self::Delivery => "content delivery",
            Self::Media => "media library",
            Self::Throughput => "EFS throughput",
            Self::Credits => "CPU credits",
            Self::Purchase => "servers, databases and caches bought",
            Self::Staging => "staging",
            Self::Admin => "way in for administrators",
            Self::Machine => "machine type",
            Self::Servers => "web servers always on",
            Self::Class => "database class",
        }
    }

    /// Every value of a closed choice with its label; none for what is chosen from the catalog or counted.
    pub fn values(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Zones => listed::<Zones>(),
            Self::Nat => listed::<WayOut>(),
            Self::Cache => listed::<Objects>(),
            Self::Database => listed::<Database>(),
            Self::Pages => listed::<Pages>(),
            Self::Delivery => listed::<DeliveryNetwork>(),
            Self::Media => listed::<Media>(),
            Self::Throughput => listed::<Throughput>(),
            Self::Credits => listed::<Credits>(),
            Self::Purchase => listed::<Purchase>(),
            Self::Staging => listed::<Staging>(),
            Self::Admin => listed::<WayIn>(),
            Self::Machine | Self::Servers | Self::Class => Vec::new(),
        }
    }

    /// What a text stands for as a value of this choice.
    ///
    /// # Errors
    /// Says what would be right.
    pub fn value(self, given: &str) -> Result<String, String> {
        let given = given.trim();
        let shown = text::cut(given, 40);
        let catalog = Catalog::bundled();
        match self {
            Self::Machine => {
                let known = || {
                    let instances = catalog.instances().iter().map(|instance| instance.name);
                    let plans = catalog.bundles().iter().map(|bundle| bundle.sku);
                    let servers = catalog.servers().iter().map(|plan| plan.sku);
                    let hosts = catalog.managed_plans().iter().map(|plan| plan.sku);
                    let tasks = catalog.task_sizes().iter().map(|size| size.sku);
                    instances.chain(plans).chain(servers).chain(hosts).chain(tasks)
                };
                one_of(known, given).ok_or_else(|| {
                    let near = nearest(given, known()).map(|near| format!("; did you mean {near}?"));
                    format!(
                        "must be a machine of the catalog, like t4g.small; \"{shown}\" is not{}",
                        near.unwrap_or_default()
                    )
                })
            }
            Self::Class => {
                let known = || {
                    let classes = catalog.database_classes().iter().map(|class| class.name);
                    classes.chain(catalog.database_bundles().iter().map(|plan| plan.sku))
                };
                one_of(known, given).ok_or_else(|| {
                    format!("must be a database class of the catalog, like db.t4g.micro; \"{shown}\" is not")
                })
            }
            Self::Servers => match given.parse::<u32>() {
                Ok(servers @ 1..=MOST_SERVERS) => Ok(servers.to_string()),
                Ok(_) | Err(_) => Err(format!("must be a whole number from 1 to {MOST_SERVERS}; \"{shown}\" is not")),
            },
            Self::Zones
            | Self::Nat
            | Self::Cache
            | Self::Database
            | Self::Pages
            | Self::Delivery
            | Self::Media
            | Self::Throughput
            | Self::Credits
            | Self::Purchase
            | Self::Staging
            | Self::Admin => {
                let values = self.values();
                let known = values.iter().find(|(token, _)| *token == given);
                known.map(|(token, _)| (*token).to_owned()).ok_or_else(|| {
                    let tokens: Vec<&str> = values.iter().map(|(token, _)| *token).collect();
                    format!("must be one of {}; \"{shown}\" is not among them", tokens.join(", "))
                })
            }
        }
    }
}

/// Web servers an Auto Scaling group of WordPress is usually taken to before its database is the limit (estimate).
pub const MOST_SERVERS: u32 = 40;

fn listed<T: ClosedSet>() -> Vec<(&'static str, &'static str)> {
    T::ALL.iter().map(|value| (value.token(), value.label())).collect()
}

fn one_of<'a, I: Iterator<Item = &'a str>>(known: impl Fn() -> I, given: &str) -> Option<String> {
    known().find(|name| *name == given).map(str::to_owned)
}
