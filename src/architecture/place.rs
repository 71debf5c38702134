//! Where a component stands: the abstract grid every diagram and every failure is computed on.

/// An Availability Zone of the region; the letters are ours, AWS names differ from account to account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// The first.
    A,
    /// The second.
    B,
    /// The third.
    C,
}

impl Zone {
    /// All zones.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// `A`, `B` or `C`.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// How many Availability Zones an architecture spreads over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ZoneCount {
    /// One.
    One,
    /// Two.
    Two,
    /// Three.
    Three,
}

impl ZoneCount {
    /// The zones used.
    pub fn zones(self) -> &'static [Zone] {
        match self {
            Self::One => &Zone::ALL[..1],
            Self::Two => &Zone::ALL[..2],
            Self::Three => &Zone::ALL,
        }
    }
}

/// The subnet tier of a Virtual Private Cloud a component stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Public subnet: NAT gateway, bastion host, a single server.
    Public,
    /// Private subnet of the web servers.
    App,
    /// Public subnet of the web servers, where they have addresses of their own and need no NAT.
    Open,
    /// Private subnet of database, cache and mount targets.
    Data,
}

impl Tier {
    /// The word for it in file formats: `public`, `app`, `open` or `data`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::App => "app",
            Self::Open => "open",
            Self::Data => "data",
        }
    }
}

/// Where a component stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// On the internet: the readers, and content delivery that is not AWS's.
    Internet,
    /// In AWS's global network: DNS and content delivery.
    Edge,
    /// In the region, outside any VPC: object storage, regional file systems, backups.
    Region,
    /// On the border of the VPC: the internet gateway.
    Border,
    /// In the VPC, across its zones: the load balancer.
    AcrossZones,
    /// In one zone and one tier of the VPC, or (without a VPC) in one zone.
    In(Zone, Tier),
    /// In the deployment lane: repository, pipeline, image.
    Deployment,
    /// In another provider's data centre.
    Elsewhere,
}
