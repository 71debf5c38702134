//! Data transfer: out to the internet in tiers after 100 free gigabytes, and between Availability Zones in both
//! directions. Transfer to CloudFront is free.

use super::metered::Metered;
use crate::{
    architecture::Network,
    billing::{CostLine, Item, PriceTier},
    units::{Count, Gigabytes},
};

/// Free each month over all services and regions (AWS data transfer pricing).
pub(super) const FREE: Gigabytes = Gigabytes::new(100.0);

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    if metered.architecture.network != Network::Vpc {
        return Vec::new();
    }
    let usage = metered.usage;
    let out = Count::new((usage.internet_transfer - FREE).max(Gigabytes::ZERO).value());
    let mut lines = metered.tiered(None, "Data transfer out to internet", out, &PriceTier::internet());
    if usage.inter_zone > Gigabytes::ZERO {
        lines.push(
            metered
                .line(Item::InterZone, None, "Between Availability Zones", Count::new(usage.inter_zone.value()))
                .noted("paid in both directions: web servers to database, cache and files in the other zone"),
        );
    }
    lines
}
