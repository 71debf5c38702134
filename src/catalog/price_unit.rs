use serde::Deserialize;

/// What one price pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PriceUnit {
    /// One hour.
    Hour,
    /// One minute, each begun minute counted whole.
    Minute,
    /// One month.
    Month,
    /// One GB moved or processed.
    Gb,
    /// One GB kept for a month.
    GbMonth,
    /// One IOPS provisioned for a month.
    IopsMonth,
    /// One MiB/s provisioned for a month.
    MibpsMonth,
    /// One load balancer capacity unit for an hour.
    LcuHour,
    /// One Aurora capacity unit for an hour.
    AcuHour,
    /// One vCPU for an hour: of Fargate, of extended support, or of surplus CPU credits, 60 of them.
    VcpuHour,
    /// A thousand requests.
    #[serde(rename = "1k-requests")]
    ThousandRequests,
    /// Ten thousand requests.
    #[serde(rename = "10k-requests")]
    TenThousandRequests,
    /// A thousand visits, as managed hosts count them.
    #[serde(rename = "1k-visits")]
    ThousandVisits,
    /// A thousand mails.
    #[serde(rename = "1k-emails")]
    ThousandMails,
    /// One GB kept or assigned for an hour.
    GbHour,
    /// A million requests.
    #[serde(rename = "1m-requests")]
    MillionRequests,
    /// A million DNS queries.
    #[serde(rename = "1m-queries")]
    MillionQueries,
    /// One alarm for a month.
    AlarmMonth,
    /// One metric for a month.
    MetricMonth,
    /// One invalidation path.
    Path,
    /// One deployment.
    Deployment,
}

impl PriceUnit {
    /// How the unit is written behind a quantity: `730 hours`, `20 GB-months`.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Hour => "hours",
            Self::Minute => "minutes",
            Self::Month => "months",
            Self::Gb => "GB",
            Self::GbMonth => "GB-months",
            Self::IopsMonth => "IOPS-months",
            Self::MibpsMonth => "MiB/s-months",
            Self::LcuHour => "LCU-hours",
            Self::AcuHour => "ACU-hours",
            Self::VcpuHour => "vCPU-hours",
            Self::ThousandRequests => "1k requests",
            Self::TenThousandRequests => "10k requests",
            Self::ThousandVisits => "1k visits",
            Self::ThousandMails => "1k mails",
            Self::GbHour => "GB-hours",
            Self::MillionRequests => "1M requests",
            Self::MillionQueries => "1M queries",
            Self::AlarmMonth => "alarm-months",
            Self::MetricMonth => "metric-months",
            Self::Path => "paths",
            Self::Deployment => "deployments",
        }
    }
}
