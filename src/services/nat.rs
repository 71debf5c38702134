//! NAT gateways: by the hour each, and by the gigabyte.

use super::metered::{Metered, month_of};
use crate::{architecture::Service, billing::CostLine, units::Count};

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    let gateways = metered.architecture.all(|service| matches!(service, Service::NatGateway)).count();
    let Some(id) = metered.first(|service| matches!(service, Service::NatGateway)) else { return Vec::new() };
    let service = "Amazon VPC";
    vec![
        metered.line(service, Some(id), "NAT gateway", "nat.hour", month_of(Count::new(gateways as f64))),
        metered.line(service, Some(id), "NAT gateway, data processed", "nat.gb", Count::new(metered.usage.nat.value())),
    ]
}
