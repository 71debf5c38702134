use super::{Brief, Space};
use crate::{
    architecture::Architecture,
    choices::{Design, Staging, WayIn},
    units::{Hours, Ratio},
};

/// What a form stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// One server of another provider.
    Elsewhere,
    /// A plan of a managed WordPress host.
    Managed,
    /// One Lightsail instance.
    Lightsail,
    /// One Lightsail instance on which people write, and a bucket that readers are served from.
    Export,
    /// Two Lightsail instances behind a Lightsail load balancer.
    LightsailPair,
    /// One EC2 instance.
    Instance,
    /// One EC2 instance that an Auto Scaling group replaces.
    GroupOfOne,
    /// An Auto Scaling group behind a load balancer.
    Group,
    /// Containers on Fargate behind a load balancer.
    Containers,
}

/// How a form keeps the webroot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    /// On the server's disk, changed in place.
    OnServer,
    /// On the disk of each of several servers, kept alike by a deployment.
    OnEach,
    /// On Amazon EFS.
    Efs,
    /// On an NFS server of one's own.
    FileServer,
    /// On a replicated GlusterFS volume.
    Gluster,
    /// In a repository that servers install from.
    Git,
    /// In the image servers start from.
    Image,
    /// In a container image, built from a repository.
    Container,
}

/// Names a hosting option in links, files and on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct OptionId(pub &'static str);

impl<'de> serde::Deserialize<'de> for OptionId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        let known =
            super::hosting(&key).ok_or_else(|| serde::de::Error::custom(format!("no option is called {key}")))?;
        Ok(known.id)
    }
}

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
    /// Whether it applies to what is built.
    pub holds: fn(&Architecture) -> bool,
}

impl Argument {
    /// Speaks for the option, whoever the client is.
    pub const fn pro(text: &'static str, source: &'static str) -> Self {
        Self { side: Side::For, text, source, applies: |_| true, holds: |_| true }
    }

    /// Speaks against the option, whoever the client is.
    pub const fn con(text: &'static str, source: &'static str) -> Self {
        Self { side: Side::Against, text, source, applies: |_| true, holds: |_| true }
    }

    /// The same argument, only where it applies.
    #[must_use]
    pub const fn only_if(mut self, applies: fn(&Brief<'_>) -> bool) -> Self {
        self.applies = applies;
        self
    }

    /// The same argument, only where something like this is built.
    #[must_use]
    pub const fn where_built(mut self, holds: fn(&Architecture) -> bool) -> Self {
        self.holds = holds;
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

/// A way to host the site, which the documents call a form: it fixes how the webroot is kept and who may change plugins;
/// everything else is open, and decided for each client.
pub struct Hosting {
    /// Its key.
    pub id: OptionId,
    /// What it is called.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub summary: &'static str,
    /// What it stands on.
    pub ground: Ground,
    /// How the webroot is kept.
    pub files: Files,
    /// The values it allows for each choice.
    pub space: Space,
    /// Hours a month to run it, before what choices add.
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

impl Hosting {
    /// Hours a month to run a design: the form's, and what its choices add (estimates, low confidence: an hour for a staging
    /// server that is kept like production, half an hour for a bastion host that is patched).
    pub fn hours(&self, design: &Design) -> Work {
        let staging = match design.staging {
            Staging::None => 0.0,
            Staging::Beside => 1.0,
        };
        let way_in = match design.way_in {
            WayIn::SessionManager => 0.0,
            WayIn::Bastion => 0.5,
        };
        let more = staging + way_in;
        let Work { low, typical, high, evidence } = self.operations;
        let add = |hours: Hours, times: f64| Hours::new(hours.value() + more * times);
        Work { low: add(low, 0.5), typical: add(typical, 1.0), high: add(high, 2.0), evidence }
    }

    /// How safely changes go live: what is tried on a staging server first comes a third nearer to a tested release
    /// (estimate).
    pub fn safety(&self, design: &Design) -> Ratio {
        match design.staging {
            Staging::None => self.deployment_safety,
            Staging::Beside => Ratio::new(self.deployment_safety.value() + self.deployment_safety.rest().value() / 3.0),
        }
    }
}
