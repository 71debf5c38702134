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
    /// The free plan of another network.
    #[strum(serialize = "other")]
    Other,
}

impl ClosedSet for DeliveryNetwork {
    fn label(self) -> &'static str {
        match self {
            Self::None => "no content delivery network",
            Self::CloudFront => "CloudFront by use",
            Self::FlatRate => "CloudFront flat-rate plan",
            Self::Other => "the free plan of another network",
        }
    }
}
