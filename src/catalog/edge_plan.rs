use serde::Deserialize;

use crate::units::{Gigabytes, Requests};

/// A CloudFront flat-rate plan: one monthly price per distribution, with no charge for overage. It bundles WAF, DDoS
/// protection, DNS, logs and TLS (CloudFront pricing page, 2026-09-05). In the file it is a row of these cells in this
/// order.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EdgePlan {
    /// The item its month is priced under: `cloudfront.flat-rate.pro`.
    pub sku: &'static str,
    /// The name of the plan: `Pro`.
    pub name: &'static str,
    /// Requests in a month it is meant for; lasting excess may be slowed or moved to another plan.
    pub requests: Requests,
    /// Data transfer out in a month it is meant for.
    pub transfer: Gigabytes,
    /// S3 storage credited every month.
    pub s3_storage: Gigabytes,
    /// DNS queries in a month it is meant for.
    pub dns_queries: Requests,
}
