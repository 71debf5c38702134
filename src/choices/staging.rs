use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// Where changes are tried.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum Staging {
    /// Nowhere but on the live site.
    #[default]
    #[strum(serialize = "none")]
    None,
    /// On a server of its own beside production.
    #[strum(serialize = "beside")]
    Beside,
}

impl ClosedSet for Staging {
    fn label(self) -> &'static str {
        match self {
            Self::None => "no staging server",
            Self::Beside => "a staging server",
        }
    }
}
