use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// How administrators reach the servers.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum WayIn {
    /// AWS Systems Manager Session Manager, without an open port.
    #[default]
    #[strum(serialize = "session-manager")]
    SessionManager,
    /// A bastion host, as the reference architecture draws it.
    #[strum(serialize = "bastion")]
    Bastion,
}

impl ClosedSet for WayIn {
    fn label(self) -> &'static str {
        match self {
            Self::SessionManager => "Session Manager for administrators",
            Self::Bastion => "a bastion host",
        }
    }
}
