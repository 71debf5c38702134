use strum::{EnumString, IntoStaticStr, VariantArray};

use super::ClosedSet;

/// What the 100 points are given to. Each is fed by exactly one fact of an option, so nothing counts twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Criterion {
    /// What it costs a month.
    Cost,
    /// How much more than the expected peak it carries, and whether pages stay quick.
    Headroom,
    /// How many minutes a year it is expected to be down.
    Availability,
    /// How soon it is back after a disaster, and with how much data lost.
    Recovery,
    /// Whether editors may install plugins and themes in wp-admin on the live site.
    #[strum(serialize = "freedom")]
    EditorFreedom,
    /// How many hours a month people spend to run it.
    Effort,
    /// How far traffic can grow before the architecture has to change.
    Runway,
    /// How safely a change reaches the live site, and goes back.
    #[strum(serialize = "deploys")]
    DeploymentSafety,
}

impl ClosedSet for Criterion {
    fn label(self) -> &'static str {
        match self {
            Self::Cost => "Monthly cost",
            Self::Headroom => "Headroom and speed",
            Self::Availability => "Availability",
            Self::Recovery => "Recovery",
            Self::EditorFreedom => "Editor freedom",
            Self::Effort => "Operations effort",
            Self::Runway => "Growth runway",
            Self::DeploymentSafety => "Deployment safety",
        }
    }
}

impl Criterion {
    /// The swing behind the points: from the worst to the best outcome the scale knows.
    pub const fn swing(self) -> &'static str {
        match self {
            Self::Cost => "from $2,000 down to $5 a month",
            Self::Headroom => "from a peak that just fails to five times the peak, quick all week",
            Self::Availability => "from 97 % to 99.99 % of the year",
            Self::Recovery => "from three days to one minute until the site is back",
            Self::EditorFreedom => "from no plugin changes in wp-admin to all of them",
            Self::Effort => "from 30 hours down to half an hour a month",
            Self::Runway => "from outgrown today to 100 times today's traffic",
            Self::DeploymentSafety => "from edits on the live server to tested, reversible deployments",
        }
    }
}
