//! Answers about the site itself.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::ClosedSet;

/// What the site is, which says how much of it a page cache can serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum SiteKind {
    /// A few pages about a company or a person.
    Brochure,
    /// Articles, mostly read by people who are not logged in.
    Blog,
    /// Many articles a day, read in spikes.
    News,
    /// WooCommerce: carts and checkouts bypass the page cache.
    Shop,
    /// Most readers are logged in: courses, forums, subscriptions.
    Membership,
}

impl ClosedSet for SiteKind {
    fn label(self) -> &'static str {
        match self {
            Self::Brochure => "Brochure or company site",
            Self::Blog => "Blog or magazine",
            Self::News => "News site",
            Self::Shop => "Shop (WooCommerce)",
            Self::Membership => "Membership, courses or forum",
        }
    }
}

/// How the traffic of a week is shaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Peaks {
    /// Day and night, nothing else.
    Steady,
    /// Most of it on working days between nine and five.
    #[strum(serialize = "office")]
    OfficeHours,
    /// Newsletters and campaigns: known days, known hours.
    Campaigns,
    /// Press, television, social media: unannounced and steep.
    Viral,
}

impl ClosedSet for Peaks {
    fn label(self) -> &'static str {
        match self {
            Self::Steady => "Steady, day and night",
            Self::OfficeHours => "Office hours on working days",
            Self::Campaigns => "Campaigns and newsletters",
            Self::Viral => "Goes viral without warning",
        }
    }
}

/// Where most readers are; it decides the price of CloudFront data transfer out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Readers {
    /// United States, Canada and Mexico.
    NorthAmerica,
    /// Europe and Israel.
    Europe,
    /// Hong Kong, Indonesia, Singapore, South Korea, Taiwan, Thailand and neighbours.
    AsiaPacific,
    /// Australia and New Zealand.
    Australia,
    /// India.
    India,
    /// Japan.
    Japan,
    /// South America.
    SouthAmerica,
    /// South Africa, Kenya and the Middle East.
    MiddleEastAfrica,
}

impl ClosedSet for Readers {
    fn label(self) -> &'static str {
        match self {
            Self::NorthAmerica => "North America",
            Self::Europe => "Europe",
            Self::AsiaPacific => "Asia Pacific",
            Self::Australia => "Australia and New Zealand",
            Self::India => "India",
            Self::Japan => "Japan",
            Self::SouthAmerica => "South America",
            Self::MiddleEastAfrica => "Middle East and Africa",
        }
    }
}

/// How pages are built, which sets the CPU time of an uncached page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Theme {
    /// A classic PHP theme.
    Classic,
    /// A block theme (full site editing).
    Block,
    /// A page builder such as Elementor or Divi.
    Builder,
}

impl ClosedSet for Theme {
    fn label(self) -> &'static str {
        match self {
            Self::Classic => "Classic theme",
            Self::Block => "Block theme",
            Self::Builder => "Page builder (Elementor, Divi)",
        }
    }
}
