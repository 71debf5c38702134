use super::choice::choices;

choices! {
    /// What the 100 points are given to. Each is fed by exactly one fact of an option, so nothing counts twice.
    Criterion {
        /// What it costs a month.
        Cost = "cost", "Monthly cost";
        /// How much more than the expected peak it carries, and whether pages stay quick.
        Headroom = "headroom", "Headroom and speed";
        /// How many minutes a year it is expected to be down.
        Availability = "availability", "Availability";
        /// How soon it is back after a disaster, and with how much data lost.
        Recovery = "recovery", "Recovery";
        /// Whether editors may install plugins and themes in wp-admin on the live site.
        EditorFreedom = "freedom", "Editor freedom";
        /// How many hours a month people spend to run it.
        Effort = "effort", "Operations effort";
        /// How far traffic can grow before the architecture has to change.
        Runway = "runway", "Growth runway";
        /// How safely a change reaches the live site, and goes back.
        DeploymentSafety = "deploys", "Deployment safety";
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
