use crate::{
    billing::Usage,
    units::{Count, Credits, Gib, Milliseconds, Minutes, Ratio, Requests},
};

/// What a week came to, for the score and for the reasons.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Outcome {
    /// PHP requests that arrived.
    pub arrived: Requests,
    /// PHP requests that were served.
    pub served: Requests,
    /// PHP requests that were refused or timed out. Arrived is served and failed together.
    pub failed: Requests,
    /// Minutes in which the 95th percentile response time was above two seconds.
    pub slow_minutes: Minutes,
    /// Minutes in which requests failed.
    pub failing_minutes: Minutes,
    /// The same minutes, each by the share of its requests that failed.
    pub lost_minutes: Minutes,
    /// Capacity compared with demand in the minute in which that is least: below one, requests wait and then fail.
    /// Minutes without any server, in a failure, are counted as failing and not here.
    pub headroom: Ratio,
    /// Median response time over the week, weighted by requests.
    pub median_response: Milliseconds,
    /// 95th percentile response time of the busiest hour.
    pub slow_response: Milliseconds,
    /// Within this time 95 of 100 requests of the whole week were answered; those that failed never were.
    pub response: Milliseconds,
    /// What that would be on an idle server with its files on its own disk: the site's own share, wherever it is hosted.
    pub idle_response: Milliseconds,
    /// Response time of the first request after a server started or its files were forgotten.
    pub cold_response: Milliseconds,
    /// How long installing a plugin in wp-admin takes.
    pub plugin_install: Minutes,
    /// The most web servers in service at once.
    pub most_servers: Count,
    /// Web servers in service on the average.
    pub mean_servers: Count,
    /// The lowest CPU credit balance of a web server, where CPU is rationed. Lightsail's burst capacity is counted in vCPU
    /// minutes here: minutes at 100 % times vCPUs.
    pub least_credits: Option<Credits>,
    /// The minute of the week in which CPU credits ran out for the first time, in a machine that then slows down.
    pub dry_at: Option<Minutes>,
    /// Minutes spent throttled to the baseline.
    pub throttled: Minutes,
    /// The lowest EFS burst credit balance, where there is one.
    pub least_file_credits: Option<Gib>,
    /// Days until the initial EFS burst credits are used up at this pace, where they ever are.
    pub file_credits_last: Option<Count>,
}

/// One simulated week of one architecture.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Week {
    /// What it came to.
    pub outcome: Outcome,
    /// What it meters, scaled to a month of 730 hours.
    pub usage: Usage,
}
