//! What would shorten a cause of downtime, or take it away: only what is not there yet.

use super::{
    cause::Cause,
    setting::{Balancer, Database, Delivery, Releases, Servers, Setting},
};

/// What nobody but the provider can change.
const NOTHING: &str = "nothing within reach";

impl Cause {
    /// What would shorten it here, as a clause without a full stop.
    pub fn shortened_by(self, setting: &Setting) -> &'static str {
        let is_fleet = setting.servers == Servers::Fleet;
        match self {
            Self::ServerHardware if is_fleet => NOTHING,
            Self::ServerHardware => "servers that replace each other: Auto Scaling, a second server",
            Self::HostMaintenance => "a second server, or an Auto Scaling group of one",
            Self::VolumeLoss => "a web root that can be thrown away: Git or a golden image",
            Self::Zone if is_fleet => "servers in the other zones that carry the peak alone",
            Self::Zone => "a second Availability Zone with the data in it; snapshots otherwise",
            Self::Network if is_fleet => NOTHING,
            Self::Network => "servers in two Availability Zones",
            Self::Region => "a copy in a second Region",
            Self::Cdn => "a way round it, where addresses allow",
            Self::Dns | Self::LoadBalancer => NOTHING,
            Self::SharedFiles => "a web root from Git or in the image",
            Self::DatabaseMaintenance => match setting.database {
                Database::SameServer | Database::Single => "a standby in another zone, and a window at night",
                Database::MultiAz | Database::AuroraReplica => "a window at night, and blue/green deployments",
            },
            Self::Database => match setting.database {
                Database::SameServer | Database::Single => "a standby or replica in another zone",
                Database::MultiAz | Database::AuroraReplica => NOTHING,
            },
            Self::SystemUpdates => "servers that are replaced by a new image, or live patching",
            Self::LiveUpdates => "changes through a deployment",
            Self::Upgrades if is_fleet => "blue/green deployments, and the night",
            Self::Upgrades => "a second server to upgrade first, and the night",
            Self::Exhaustion if setting.servers == Servers::Single => {
                "alarms on memory, disk and credits, and services that are restarted by themselves"
            }
            Self::Exhaustion => "alarms on memory, disk and credits",
            Self::Floods if setting.delivery == Delivery::Direct => "a content delivery network and a firewall (WAF)",
            Self::Floods => "a firewall (WAF)",
            Self::Overload => "a larger size, or one whose CPU is not rationed",
            Self::BreakingChange if setting.releases == Releases::ThroughDeployment => {
                "tests before each release, and releases taken back at once"
            }
            Self::BreakingChange => "staging, and releases that can be taken back",
            Self::OperatorError => "infrastructure as code",
            Self::Expiry if setting.balancer == Balancer::Present => "monitoring of domain and payment",
            Self::Expiry => "certificates that renew themselves, and monitoring from outside",
            Self::BreakIn if setting.releases == Releases::ThroughDeployment => "a firewall (WAF), and quick patches",
            Self::BreakIn => "read-only code through a deployment, a firewall (WAF), and quick patches",
        }
    }
}
