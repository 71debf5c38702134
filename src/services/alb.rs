//! Application Load Balancer: by the hour, and by load balancer capacity units, each hour's largest dimension.

use super::metered::{Metered, month_of};
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    let Some(id) = metered.first(|service| matches!(service, Service::LoadBalancer)) else { return Vec::new() };
    vec![
        metered.line(Item::LoadBalancer, Some(id), "Application Load Balancer", month_of(Count::new(1.0))),
        metered
            .line(Item::LoadBalancerCapacity, Some(id), "Load balancer capacity units", metered.usage.lcu_hours)
            .noted(
                "new connections, active connections, bytes or rule evaluations: the largest of the four, hour by hour",
            ),
    ]
}
