use super::{AsOf, Confidence, Offering, Processor, Source};
use crate::units::{Gib, Vcpus};

/// An ElastiCache node type.
#[derive(Clone, Debug, PartialEq)]
pub struct CacheNode {
    /// The name AWS gives it: `cache.t4g.micro`.
    pub name: &'static str,
    /// The part before the size: `cache.t4g`.
    pub family: &'static str,
    /// Whose instructions it runs.
    pub processor: Processor,
    /// Whether it is proposed.
    pub offering: Offering,
    /// Virtual CPUs.
    pub vcpus: Vcpus,
    /// Memory the engine can use, before what is set aside for backups.
    pub memory: Gib,
    /// Where it was read.
    pub source: Source,
    /// When it was read.
    pub as_of: AsOf,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// The engine a node runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CacheEngine {
    /// Valkey: speaks the Redis protocol at about 20 % less.
    Valkey,
    /// Redis OSS.
    Redis,
}

impl CacheEngine {
    /// The item an hour of a node with this engine is priced under: `elasticache.cache.t4g.micro.valkey`.
    pub fn sku(self, node: &str) -> String {
        let engine = match self {
            Self::Valkey => "valkey",
            Self::Redis => "redis",
        };
        format!("elasticache.{node}.{engine}")
    }
}
