use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// Where whole pages are cached.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum Pages {
    /// Nowhere: every page view runs PHP.
    #[default]
    #[strum(serialize = "none")]
    None,
    /// On the web servers.
    #[strum(serialize = "server")]
    Server,
    /// In the content delivery network as well.
    #[strum(serialize = "edge")]
    Edge,
    /// Exported to object storage, all of them.
    #[strum(serialize = "export")]
    Export,
}

impl ClosedSet for Pages {
    fn label(self) -> &'static str {
        match self {
            Self::None => "no page cache",
            Self::Server => "page cache on the server",
            Self::Edge => "page cache at the edge",
            Self::Export => "all pages exported to S3",
        }
    }
}
