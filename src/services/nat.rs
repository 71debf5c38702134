//! NAT gateways: by the hour each, and by the gigabyte.

use super::bill_inputs::{BillInputs, month_of};
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let gateways = inputs.architecture.all(|service| matches!(service, Service::NatGateway)).count();
    let Some(id) = inputs.first(|service| matches!(service, Service::NatGateway)) else { return Vec::new() };
    vec![
        inputs.line(Item::NatHour, Some(id), "NAT gateway", month_of(Count::new(gateways as f64))),
        inputs.line(Item::NatData, Some(id), "NAT gateway, data processed", Count::new(inputs.usage.nat.value())),
    ]
}
