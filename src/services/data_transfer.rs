//! Data transfer: out to the internet in tiers after 100 free gigabytes, and between Availability Zones in both
//! directions. Transfer to CloudFront is free.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::{Network, Service},
    billing::{CostLine, Item, PriceTier},
    units::{Count, Gigabytes},
};

/// Free each month over all services and regions (AWS data transfer pricing).
pub(super) const FREE: Gigabytes = Gigabytes::new(100.0);

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let usage = inputs.usage;
    let is = |wanted: fn(&Service) -> bool| inputs.architecture.has(wanted);
    // What servers in a VPC send; elsewhere it counts against the plan of the server. To CloudFront it is free.
    let to_cloudfront = is(|service| matches!(service, Service::Cdn(_)));
    let from_servers = match inputs.architecture.network {
        Network::Vpc if to_cloudfront => usage.internet_transfer,
        Network::Vpc => usage.internet_transfer + usage.origin_transfer,
        Network::Lightsail | Network::OffAws => Gigabytes::ZERO,
    };
    let from_bucket = if to_cloudfront { Gigabytes::ZERO } else { usage.object_transfer };
    let out = Count::new((from_servers + from_bucket - FREE).max(Gigabytes::ZERO).value());
    let mut lines = inputs.tiered(None, "Data transfer out to internet", out, &PriceTier::internet());
    if is(|service| matches!(service, Service::OtherCdn(_))) {
        for line in &mut lines {
            line.note = "what a network off AWS fetches from AWS is paid as transfer to the internet".to_owned();
        }
    }
    if inputs.architecture.network == Network::Vpc && usage.inter_zone > Gigabytes::ZERO {
        lines.push(
            inputs
                .line(Item::InterZone, None, "Between Availability Zones", Count::new(usage.inter_zone.value()))
                .noted("paid in both directions: web servers to database, cache and files in the other zone"),
        );
    }
    lines
}
