use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// What happens when CPU credits run out.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum Credits {
    /// Surplus credits are charged.
    #[default]
    #[strum(serialize = "unlimited")]
    Unlimited,
    /// The machine slows to its baseline.
    #[strum(serialize = "standard")]
    Standard,
}

impl ClosedSet for Credits {
    fn label(self) -> &'static str {
        match self {
            Self::Unlimited => "unlimited mode",
            Self::Standard => "standard mode",
        }
    }
}
