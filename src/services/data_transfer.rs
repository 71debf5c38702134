//! Data transfer: out to the internet in tiers after 100 free gigabytes, and between Availability Zones in both
//! directions. Transfer to CloudFront is free.

use super::metered::Metered;
use crate::{
    architecture::Network,
    billing::{CostLine, Tier},
    units::{Count, Gigabytes},
};

/// Free each month over all services and regions (AWS data transfer pricing).
const FREE: Gigabytes = Gigabytes::new(100.0);

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    if metered.architecture.network != Network::Vpc {
        return Vec::new();
    }
    let usage = metered.usage;
    let service = "Data transfer";
    let tier = |name, key: &str, terabytes: Option<f64>| Tier {
        name,
        sku: format!("ec2.dto.{key}"),
        size: terabytes.map(|size| Count::new(size * 1_024.0)),
    };
    let tiers = [
        tier("first 10 TB", "first-10tb", Some(10.0)),
        tier("next 40 TB", "next-40tb", Some(40.0)),
        tier("next 100 TB", "next-100tb", Some(100.0)),
        tier("over 150 TB", "over-150tb", None),
    ];
    let out = Count::new((usage.internet_transfer - FREE).max(Gigabytes::ZERO).value());
    let mut lines = metered.tiered(service, None, "Data transfer out to internet", out, &tiers);
    if usage.inter_zone > Gigabytes::ZERO {
        lines.push(
            metered
                .line(service, None, "Between Availability Zones", "inter-az.gb", Count::new(usage.inter_zone.value()))
                .noted("paid in both directions: web servers to database, cache and files in the other zone"),
        );
    }
    lines
}
