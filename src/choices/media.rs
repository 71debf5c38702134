use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// Where the media library is kept.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum Media {
    /// On the server's own disk.
    #[default]
    #[strum(serialize = "disk")]
    Disk,
    /// In Amazon S3.
    #[strum(serialize = "s3")]
    Bucket,
    /// On the shared file system.
    #[strum(serialize = "shared")]
    Shared,
}

impl ClosedSet for Media {
    fn label(self) -> &'static str {
        match self {
            Self::Disk => "media on the server's disk",
            Self::Bucket => "media in S3",
            Self::Shared => "media on the shared file system",
        }
    }
}
