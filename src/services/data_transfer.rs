//! Data transfer: out to the internet in tiers after 100 free gigabytes, and between Availability Zones in both
//! directions. Transfer to CloudFront is free.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::Network,
    billing::{CostLine, Item, PriceTier},
    units::{Count, Gigabytes},
};

/// Free each month over all services and regions (AWS data transfer pricing).
pub(super) const FREE: Gigabytes = Gigabytes::new(100.0);

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    if inputs.architecture.network != Network::Vpc {
        return Vec::new();
    }
    let usage = inputs.usage;
    let out = Count::new((usage.internet_transfer - FREE).max(Gigabytes::ZERO).value());
    let mut lines = inputs.tiered(None, "Data transfer out to internet", out, &PriceTier::internet());
    if usage.inter_zone > Gigabytes::ZERO {
        lines.push(
            inputs
                .line(Item::InterZone, None, "Between Availability Zones", Count::new(usage.inter_zone.value()))
                .noted("paid in both directions: web servers to database, cache and files in the other zone"),
        );
    }
    lines
}
