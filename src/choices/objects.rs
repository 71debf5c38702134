use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// Where objects read from the database are cached.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum Objects {
    /// Nowhere.
    #[default]
    #[strum(serialize = "none")]
    None,
    /// Valkey on the web server itself.
    #[strum(serialize = "server")]
    Server,
    /// One ElastiCache node for all web servers.
    #[strum(serialize = "one")]
    OneNode,
    /// An ElastiCache node in every zone.
    #[strum(serialize = "each")]
    EachZone,
}

impl ClosedSet for Objects {
    fn label(self) -> &'static str {
        match self {
            Self::None => "no object cache",
            Self::Server => "object cache on the server",
            Self::OneNode => "one ElastiCache node",
            Self::EachZone => "an ElastiCache node in each zone",
        }
    }
}
