use super::word::words;

words! {
    /// What one price pays for.
    PriceUnit {
        /// One hour.
        Hour = "hour",
        /// One minute, each begun minute counted whole.
        Minute = "minute",
        /// One month.
        Month = "month",
        /// One GB moved or processed.
        Gb = "gb",
        /// One GB kept for a month.
        GbMonth = "gb-month",
        /// One IOPS provisioned for a month.
        IopsMonth = "iops-month",
        /// One MiB/s provisioned for a month.
        MibpsMonth = "mibps-month",
        /// One load balancer capacity unit for an hour.
        LcuHour = "lcu-hour",
        /// One Aurora capacity unit for an hour.
        AcuHour = "acu-hour",
        /// One vCPU of surplus CPU credits for an hour: 60 credits.
        VcpuHour = "vcpu-hour",
        /// A thousand requests.
        ThousandRequests = "1k-requests",
        /// Ten thousand requests.
        TenThousandRequests = "10k-requests",
        /// A million requests.
        MillionRequests = "1m-requests",
        /// A million DNS queries.
        MillionQueries = "1m-queries",
        /// One alarm for a month.
        AlarmMonth = "alarm-month",
        /// One metric for a month.
        MetricMonth = "metric-month",
        /// One invalidation path.
        Path = "path",
        /// One deployment.
        Deployment = "deployment",
    }
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
            Self::MillionRequests => "1M requests",
            Self::MillionQueries => "1M queries",
            Self::AlarmMonth => "alarm-months",
            Self::MetricMonth => "metric-months",
            Self::Path => "paths",
            Self::Deployment => "deployments",
        }
    }
}
