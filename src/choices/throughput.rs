use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// How the throughput of EFS is paid for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum Throughput {
    /// By the gigabyte read and written.
    #[default]
    #[strum(serialize = "elastic")]
    Elastic,
    /// With what is stored, and burst credits.
    #[strum(serialize = "bursting")]
    Bursting,
    /// So much as the busiest minutes ask for, paid whether it is used or not.
    #[strum(serialize = "provisioned")]
    Provisioned,
}

impl ClosedSet for Throughput {
    fn label(self) -> &'static str {
        match self {
            Self::Elastic => "elastic throughput",
            Self::Bursting => "bursting throughput",
            Self::Provisioned => "provisioned throughput",
        }
    }
}
