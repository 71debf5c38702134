//! What would be built: components, where they stand, what connects them, and the tiers the week is simulated on.

mod component;
mod facts;
mod link;
mod place;
mod queries;
mod service;
mod tiers;

use std::ops::Deref;

pub use component::{Component, ComponentId};
pub use facts::Replacement;
pub use link::{Link, Path};
pub use place::{Place, Tier, Zone, ZoneCount};
pub use service::{DatabasePart, EdgeBilling, EfsThroughput, Instances, ManagedDatabase, OtherNetwork, Service, Tasks};
pub use tiers::{
    CpuAllowance, DatabaseTier, Delivery, Failover, Fleet, Machine, ObjectCache, PageCache, VCPUS_OF_A_UNIT, WebTier,
    Webroot,
};

/// The network an architecture stands in, which decides what groups a diagram draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// Another provider's.
    OffAws,
    /// Lightsail's own, without a VPC to look after.
    Lightsail,
    /// A Virtual Private Cloud with public and private subnets.
    Vpc,
}

/// What an architecture is put together from: components and links for the picture and the bill, tiers for the week.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// Where it stands.
    pub network: Network,
    /// Over how many Availability Zones the web tier spreads.
    pub zones: ZoneCount,
    /// Its parts, in the order a request meets them.
    pub components: Vec<Component>,
    /// What connects them.
    pub links: Vec<Link>,
    /// The web tier.
    pub web: WebTier,
    /// The database tier.
    pub database: DatabaseTier,
    /// How each size was arrived at, in words with the figures.
    pub sizing: Vec<String>,
}

/// What would be built for one hosting option. It reads like its parts, and once put together nothing changes it: bill,
/// picture, week and availability see the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Architecture(Parts);

impl From<Parts> for Architecture {
    fn from(parts: Parts) -> Self {
        Self(parts)
    }
}

impl Deref for Architecture {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// Tests take architectures apart to see what one change does.
#[cfg(test)]
impl std::ops::DerefMut for Architecture {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.0
    }
}
