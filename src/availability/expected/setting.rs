//! What decides how often a site is down: where it stands, what is doubled, who operates it, and how changes go live.

use crate::{
    architecture::{Architecture, DatabaseTier, Failover, Network, Service, Webroot},
    questionnaire::Operator,
    units::Minutes,
};

/// Whose machines they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// Amazon EC2.
    Ec2,
    /// Amazon Lightsail: EC2's machines without a documented recovery.
    Lightsail,
    /// Another provider, without Availability Zones.
    Elsewhere,
}

/// What serves pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Servers {
    /// One server that is repaired by hand.
    Single,
    /// One server that Auto Scaling replaces by itself.
    SelfReplacing,
    /// Two or more servers in two or more Availability Zones, behind a load balancer.
    Fleet,
    /// Those of a managed WordPress host, who looks after them around the clock.
    Managed,
    /// None: exported pages are served from object storage.
    Objects,
}

/// Where the database runs and what stands ready to take over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    /// On the web server.
    SameServer,
    /// A managed instance in one Availability Zone.
    Single,
    /// Amazon RDS Multi-AZ.
    MultiAz,
    /// Amazon Aurora with a replica in another zone.
    AuroraReplica,
}

/// What PHP files are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Files {
    /// The server's own disk.
    Local,
    /// Amazon EFS.
    Efs,
    /// A file server of one's own.
    FileServer,
    /// A replicated GlusterFS volume.
    Gluster,
}

/// Which content delivery network readers go through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// None.
    Direct,
    /// Amazon CloudFront.
    CloudFront,
    /// Another provider's.
    OtherCdn,
}

/// How plugins and themes are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Releases {
    /// On the live site, often.
    OnLiveSite,
    /// On the live site, rarely and planned.
    RarelyOnLiveSite,
    /// Through a repository and a deployment.
    ThroughDeployment,
}

/// All that decides how often a site is down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// Whose machines they are.
    pub provider: Provider,
    /// What serves pages.
    pub servers: Servers,
    /// The database.
    pub database: Database,
    /// The web root.
    pub files: Files,
    /// The content delivery network.
    pub delivery: Delivery,
    /// Whether a load balancer stands before the servers, with a certificate that renews itself.
    pub balancer: Balancer,
    /// How changes go live.
    pub releases: Releases,
    /// Who comes when something has failed.
    pub operator: Operator,
    /// The reader's own figure of how long that takes, if there is one.
    pub response: Option<Minutes>,
    /// Minutes of an ordinary week lost to overload, each by the share of its requests that fail.
    pub overload: Minutes,
}

/// Whether there is a load balancer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balancer {
    /// There is.
    Present,
    /// There is none.
    Absent,
}

impl Setting {
    /// What an architecture, the way changes go live on it and the client's people come to, without overload.
    pub fn of(architecture: &Architecture, releases: Releases, operator: Operator) -> Self {
        Self {
            provider: match architecture.network {
                Network::OffAws => Provider::Elsewhere,
                Network::Lightsail => Provider::Lightsail,
                Network::Vpc => Provider::Ec2,
            },
            servers: if architecture.is_managed() {
                Servers::Managed
            } else if architecture.is_exported() {
                Servers::Objects
            } else if architecture.survives_a_server() && architecture.spans_zones() {
                Servers::Fleet
            } else if architecture.replaces_itself() {
                Servers::SelfReplacing
            } else {
                Servers::Single
            },
            database: match &architecture.database {
                DatabaseTier::SameServer => Database::SameServer,
                DatabaseTier::Managed { failover: Failover::None, .. } => Database::Single,
                DatabaseTier::Managed { failover: Failover::MultiAzStandby, .. } => Database::MultiAz,
                DatabaseTier::Managed { failover: Failover::AuroraReplica, .. } => Database::AuroraReplica,
            },
            files: match architecture.web.webroot {
                Webroot::Local => Files::Local,
                Webroot::Efs(_) => Files::Efs,
                Webroot::Nfs => Files::FileServer,
                Webroot::Gluster => Files::Gluster,
            },
            delivery: if architecture.has(|service| matches!(service, Service::Cdn(_))) {
                Delivery::CloudFront
            } else if architecture.has(|service| matches!(service, Service::OtherCdn(_))) {
                Delivery::OtherCdn
            } else {
                Delivery::Direct
            },
            balancer: if architecture.is_balanced() { Balancer::Present } else { Balancer::Absent },
            releases,
            operator,
            response: None,
            overload: Minutes::ZERO,
        }
    }
}
