use crate::{
    architecture::Zone,
    units::{Count, Minutes, RequestsPerSecond},
};

/// Something that happens during the week because the user asked "what if".
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// A campaign or a viral hit: page views rise to `height` times the mean within `rise`, and stay for `length`.
    Spike {
        /// When it starts, in minutes of the week.
        start: Minutes,
        /// Multiple of the mean, on top of ordinary traffic.
        height: Count,
        /// How long it takes to reach its height.
        rise: Minutes,
        /// How long it lasts, the rise included.
        length: Minutes,
    },
    /// Bots send requests that no cache takes, as POSTs to xmlrpc.php and wp-login.php are: each runs PHP as an uncached
    /// page does.
    BotFlood {
        /// When it starts, in minutes of the week.
        start: Minutes,
        /// How long it lasts.
        length: Minutes,
        /// How many from six in the morning to ten at night.
        by_day: RequestsPerSecond,
        /// How many at night.
        by_night: RequestsPerSecond,
    },
    /// One web server fails.
    InstanceFailure {
        /// When, in minutes of the week.
        start: Minutes,
    },
    /// An Availability Zone is lost.
    ZoneLoss {
        /// When, in minutes of the week.
        start: Minutes,
        /// For how long.
        length: Minutes,
        /// Which.
        zone: Zone,
    },
    /// A new version is deployed to all servers.
    Deployment {
        /// When, in minutes of the week.
        start: Minutes,
    },
    /// Somebody installs a plugin in wp-admin on the live site.
    PluginInstall {
        /// When, in minutes of the week.
        start: Minutes,
    },
}

/// All events of a week, in any order.
pub type Events = Vec<Event>;
