//! What takes a site down, in words.

/// A cause of downtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The host under a web server fails.
    ServerHardware,
    /// AWS retires a host, or a provider restarts one for maintenance.
    HostMaintenance,
    /// A volume is lost.
    VolumeLoss,
    /// An Availability Zone or a data centre fails.
    Zone,
    /// Short trouble of the network.
    Network,
    /// A Region fails, or a provider's whole network.
    Region,
    /// The content delivery network fails.
    Cdn,
    /// The names are not resolved.
    Dns,
    /// The load balancer fails.
    LoadBalancer,
    /// The shared file system fails.
    SharedFiles,
    /// The database is patched.
    DatabaseMaintenance,
    /// The database fails, with its host, its zone or its volume.
    Database,
    /// The operating system is updated and restarted.
    SystemUpdates,
    /// Plugins and themes are updated on the live site.
    LiveUpdates,
    /// PHP, MySQL or the system is upgraded, or the server resized.
    Upgrades,
    /// Memory, disk or PHP workers run out unexpectedly, or the database crashes.
    Exhaustion,
    /// Floods, bots and crowds.
    Floods,
    /// The ordinary week asks for more than the servers have.
    Overload,
    /// A change breaks the site.
    BreakingChange,
    /// A slip of a hand: firewall, names, rights, a deletion.
    OperatorError,
    /// A certificate, a domain or a card expires.
    Expiry,
    /// A break-in takes the site off.
    BreakIn,
}

/// Whether it can be put into a quiet hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Somebody chooses when.
    Planned,
    /// It comes when it comes.
    Unplanned,
}

impl Cause {
    /// All causes, from the machine to people.
    pub const ALL: [Self; 22] = [
        Self::ServerHardware,
        Self::HostMaintenance,
        Self::VolumeLoss,
        Self::Zone,
        Self::Network,
        Self::Region,
        Self::Cdn,
        Self::Dns,
        Self::LoadBalancer,
        Self::SharedFiles,
        Self::DatabaseMaintenance,
        Self::Database,
        Self::SystemUpdates,
        Self::LiveUpdates,
        Self::Upgrades,
        Self::Exhaustion,
        Self::Floods,
        Self::Overload,
        Self::BreakingChange,
        Self::OperatorError,
        Self::Expiry,
        Self::BreakIn,
    ];

    /// What it is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ServerHardware => "server hardware",
            Self::HostMaintenance => "host maintenance and retirement",
            Self::VolumeLoss => "loss of a volume",
            Self::Zone => "loss of an Availability Zone or data centre",
            Self::Network => "short network trouble",
            Self::Region => "Region or provider network",
            Self::Cdn => "content delivery network",
            Self::Dns => "name resolution",
            Self::LoadBalancer => "load balancer",
            Self::SharedFiles => "shared file system",
            Self::DatabaseMaintenance => "database maintenance",
            Self::Database => "database failure",
            Self::SystemUpdates => "system updates and restarts",
            Self::LiveUpdates => "plugin updates on the live site",
            Self::Upgrades => "upgrades of PHP, database and size",
            Self::Exhaustion => "memory, disk or workers that run out",
            Self::Floods => "floods, bots and crowds",
            Self::Overload => "overload in an ordinary week",
            Self::BreakingChange => "a change that breaks the site",
            Self::OperatorError => "mistakes in operation",
            Self::Expiry => "expired certificate, domain or card",
            Self::BreakIn => "a break-in",
        }
    }

    /// Whether it can be put into a quiet hour.
    pub const fn timing(self) -> Timing {
        match self {
            Self::DatabaseMaintenance | Self::SystemUpdates | Self::LiveUpdates | Self::Upgrades => Timing::Planned,
            Self::ServerHardware
            | Self::HostMaintenance
            | Self::VolumeLoss
            | Self::Zone
            | Self::Network
            | Self::Region
            | Self::Cdn
            | Self::Dns
            | Self::LoadBalancer
            | Self::SharedFiles
            | Self::Database
            | Self::Exhaustion
            | Self::Floods
            | Self::Overload
            | Self::BreakingChange
            | Self::OperatorError
            | Self::Expiry
            | Self::BreakIn => Timing::Unplanned,
        }
    }

    /// Where rate and time are from.
    pub const fn source(self) -> &'static str {
        match self {
            Self::ServerHardware => "estimate from Vishwanath and Nagappan, SoCC 2010, and providers' incident reports",
            Self::HostMaintenance => "EC2 User Guide, instance retirement; rate estimated",
            Self::VolumeLoss => "EBS User Guide: 0.1 to 0.2 % of volumes a year; other providers estimated",
            Self::Zone => "AWS post-event summaries and press: 19 events in 1,010 zone-years, 2011 to 2026",
            Self::Network => "estimate that fits measured uptime of bare servers, 25 to 47 minutes a year",
            Self::Region => "AWS post-event summaries: 4.5 events in 335 Region-years; providers' networks estimated",
            Self::Cdn => "CloudFront: two global outages in 16 years; Cloudflare's incident reports",
            Self::Dns | Self::LoadBalancer => "estimate from the one large outage known",
            Self::SharedFiles => "Axiom: EFS twice in 2025; file servers of one's own as a server",
            Self::DatabaseMaintenance => "RDS User Guide, maintenance: once every few months",
            Self::Database => "RDS and Aurora User Guides, failover times; rate estimated as a host's",
            Self::SystemUpdates | Self::LiveUpdates | Self::Upgrades => "estimate, planned work",
            Self::Exhaustion | Self::Floods => "estimate, low confidence",
            Self::Overload => "simulated week: minutes by the share of requests that fail, times 52",
            Self::BreakingChange => "estimate from WP Engine's survey, DORA 2024 and Google's SRE workbook",
            Self::OperatorError | Self::Expiry => {
                "estimate, low confidence, from Uptime Institute 2025 and Keyfactor 2022"
            }
            Self::BreakIn => "Wordfence 2024: about 3 % of sites a year; SiteLock: 6 hours of cleaning",
        }
    }
}
