use super::Brief;
use crate::{
    architecture::Architecture,
    units::{Hours, Ratio},
};

/// Names a hosting option in links, files and on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct OptionId(pub &'static str);

/// Hours of people, as a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    /// When all goes well.
    pub low: Hours,
    /// The typical value.
    pub typical: Hours,
    /// In a bad month.
    pub high: Hours,
    /// Where the range is from.
    pub evidence: &'static str,
}

impl Work {
    /// A range of hours with its evidence.
    pub const fn new(low: f64, typical: f64, high: f64, evidence: &'static str) -> Self {
        Self { low: Hours::new(low), typical: Hours::new(typical), high: Hours::new(high), evidence }
    }
}

/// Which side an argument is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It speaks for the option.
    For,
    /// It speaks against it.
    Against,
}

/// Something that speaks for or against an option, for clients it applies to.
pub struct Argument {
    /// Which side it is on.
    pub side: Side,
    /// What it says, as a sentence without a full stop.
    pub text: &'static str,
    /// Who says so.
    pub source: &'static str,
    /// Whether it applies to this client.
    pub applies: fn(&Brief<'_>) -> bool,
}

impl Argument {
    /// Speaks for the option, whoever the client is.
    pub const fn pro(text: &'static str, source: &'static str) -> Self {
        Self { side: Side::For, text, source, applies: |_| true }
    }

    /// Speaks against the option, whoever the client is.
    pub const fn con(text: &'static str, source: &'static str) -> Self {
        Self { side: Side::Against, text, source, applies: |_| true }
    }

    /// The same argument, only where it applies.
    #[must_use]
    pub const fn only_if(mut self, applies: fn(&Brief<'_>) -> bool) -> Self {
        self.applies = applies;
        self
    }
}

/// How plugins and themes reach the live site under an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changes {
    /// Editors install them in wp-admin, as WordPress was made for.
    InAdmin,
    /// Only through a deployment; wp-admin on the live site refuses.
    ThroughDeployment,
}

/// What a team has to be able to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skill {
    /// Run one Linux server.
    OneServer,
    /// Run several AWS services.
    Cloud,
    /// Run AWS services and a deployment pipeline.
    CloudAndPipeline,
    /// Run a distributed file system besides.
    DistributedStorage,
}

/// A way to host the site.
pub struct Hosting {
    /// Its key.
    pub id: OptionId,
    /// What it is called.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub summary: &'static str,
    /// Builds it for a client, sized for the demand.
    pub build: fn(&Brief<'_>) -> Architecture,
    /// Hours a month to run it.
    pub operations: Work,
    /// Hours to set it up, once.
    pub setup: Work,
    /// How plugins reach the live site.
    pub changes: Changes,
    /// How free editors are to do it themselves: 1 is wp-admin on the live site, 0 is asking a developer.
    pub freedom: Ratio,
    /// How safely they do: 0 is editing the live server, 1 is a tested release that can be taken back.
    pub deployment_safety: Ratio,
    /// Why that figure.
    pub deployment: &'static str,
    /// What it asks of the team.
    pub skill: Skill,
    /// What it takes away.
    pub takes_away: &'static [&'static str],
    /// What it needs from the team.
    pub needs: &'static [&'static str],
    /// Where one goes from here when it is outgrown.
    pub next: &'static str,
    /// What speaks for and against it.
    pub arguments: &'static [Argument],
}
