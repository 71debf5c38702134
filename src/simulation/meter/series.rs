/// What a curve shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meter {
    /// Page views and bot requests a second that arrive.
    Demand,
    /// PHP requests a second that arrive at the web tier.
    PhpDemand,
    /// PHP requests a second the web tier can serve.
    Capacity,
    /// Web servers in service.
    Servers,
    /// CPU utilisation of the web tier, in per cent.
    Utilisation,
    /// CPU credit balance of one web server on EC2.
    Credits,
    /// Burst capacity of one Lightsail instance, in minutes of the whole instance at 100 %.
    BurstCapacity,
    /// Surplus credits spent and not yet earned back, of one web server.
    Surplus,
    /// Median response time, in milliseconds.
    MedianResponse,
    /// 95th percentile response time, in milliseconds.
    SlowResponse,
    /// Share of requests that fail, in per cent.
    Failed,
    /// Throughput the file system is asked for, in MiB a second, metered.
    FileThroughput,
    /// EFS burst credit balance, in GiB.
    FileCredits,
}

impl Meter {
    /// All meters, in the order listed.
    pub const ALL: [Self; 13] = [
        Self::Demand,
        Self::PhpDemand,
        Self::Capacity,
        Self::Servers,
        Self::Utilisation,
        Self::Credits,
        Self::BurstCapacity,
        Self::Surplus,
        Self::MedianResponse,
        Self::SlowResponse,
        Self::Failed,
        Self::FileThroughput,
        Self::FileCredits,
    ];
}

/// One curve: a value for every minute of the week.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it shows.
    pub meter: Meter,
    /// The values, one a minute.
    pub values: Vec<f64>,
}
