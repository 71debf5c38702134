//! Application Load Balancer: by the hour, and by load balancer capacity units, each hour's largest dimension.

use super::metered::{Metered, month_of};
use crate::{architecture::Service, billing::CostLine, units::Count};

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    let Some(id) = metered.first(|service| matches!(service, Service::LoadBalancer)) else { return Vec::new() };
    let service = "Elastic Load Balancing";
    vec![
        metered.line(service, Some(id), "Application Load Balancer", "alb.hour", month_of(Count::new(1.0))),
        metered.line(service, Some(id), "Load balancer capacity units", "alb.lcu-hour", metered.usage.lcu_hours).noted(
            "new connections, active connections, bytes or rule evaluations: the largest of the four, hour by hour",
        ),
    ]
}
