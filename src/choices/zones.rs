use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// Over how many Availability Zones web servers spread.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum Zones {
    /// One.
    #[default]
    #[strum(serialize = "one")]
    One,
    /// Two.
    #[strum(serialize = "two")]
    Two,
    /// Three.
    #[strum(serialize = "three")]
    Three,
}

impl ClosedSet for Zones {
    fn label(self) -> &'static str {
        match self {
            Self::One => "one Availability Zone",
            Self::Two => "two Availability Zones",
            Self::Three => "three Availability Zones",
        }
    }
}
