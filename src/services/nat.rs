//! NAT gateways: by the hour each, and by the gigabyte.

use super::metered::{Metered, month_of};
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    let gateways = metered.architecture.all(|service| matches!(service, Service::NatGateway)).count();
    let Some(id) = metered.first(|service| matches!(service, Service::NatGateway)) else { return Vec::new() };
    vec![
        metered.line(Item::NatHour, Some(id), "NAT gateway", month_of(Count::new(gateways as f64))),
        metered.line(Item::NatData, Some(id), "NAT gateway, data processed", Count::new(metered.usage.nat.value())),
    ]
}
