use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// How web servers reach updates and other sites.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum WayOut {
    /// Through addresses of their own: they stand in public subnets, and security groups let only the load balancer in.
    #[default]
    #[strum(serialize = "none")]
    Public,
    /// Private subnets share one NAT gateway; with its zone the way out of the others is lost.
    #[strum(serialize = "one")]
    OneGateway,
    /// Private subnets share one small instance that forwards; it costs a fifth of a gateway and nothing by the gigabyte.
    #[strum(serialize = "instance")]
    Instance,
    /// Private subnets with a NAT gateway in every zone.
    #[strum(serialize = "each")]
    EachZone,
}

impl ClosedSet for WayOut {
    fn label(self) -> &'static str {
        match self {
            Self::Public => "public subnets behind security groups, without NAT",
            Self::OneGateway => "one NAT gateway",
            Self::Instance => "one NAT instance",
            Self::EachZone => "a NAT gateway in each zone",
        }
    }
}
