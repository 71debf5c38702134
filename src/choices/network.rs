use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// What readers download files from.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum DeliveryNetwork {
    /// The servers themselves.
    #[default]
    #[strum(serialize = "none")]
    None,
    /// Amazon CloudFront, paid by the gigabyte and the request.
    #[strum(serialize = "cloudfront")]
    CloudFront,
    /// Amazon CloudFront on a flat-rate plan that includes the month.
    #[strum(serialize = "flat-rate")]
    FlatRate,
    /// Cloudflare's free plan, which keeps files.
    #[strum(serialize = "cloudflare-free")]
    CloudflareFree,
    /// Cloudflare's Pro plan, which keeps whole pages as well.
    #[strum(serialize = "cloudflare-pro")]
    CloudflarePro,
    /// Another network, whose price is not known here.
    #[strum(serialize = "other")]
    Other,
}

impl DeliveryNetwork {
    /// Whether anything stands between readers and servers.
    pub const fn is_there(self) -> bool {
        match self {
            Self::None => false,
            Self::CloudFront | Self::FlatRate | Self::CloudflareFree | Self::CloudflarePro | Self::Other => true,
        }
    }
}

impl ClosedSet for DeliveryNetwork {
    fn label(self) -> &'static str {
        match self {
            Self::None => "no content delivery network",
            Self::CloudFront => "CloudFront by use",
            Self::FlatRate => "CloudFront flat-rate plan",
            Self::CloudflareFree => "Cloudflare Free",
            Self::CloudflarePro => "Cloudflare Pro",
            Self::Other => "another network, not priced",
        }
    }
}
