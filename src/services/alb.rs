//! Application Load Balancer: by the hour, and by load balancer capacity units, each hour's largest dimension.

use super::bill_inputs::{BillInputs, month_of};
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some(id) = inputs.first(|service| matches!(service, Service::LoadBalancer)) else { return Vec::new() };
    vec![
        inputs.line(Item::LoadBalancer, Some(id), "Application Load Balancer", month_of(Count::new(1.0))),
        inputs
            .line(Item::LoadBalancerCapacity, Some(id), "Load balancer capacity units", inputs.usage.lcu_hours)
            .noted(
                "new connections, active connections, bytes or rule evaluations: the largest of the four, hour by hour",
            ),
    ]
}
