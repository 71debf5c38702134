//! Public IPv4 addresses: by the hour, in use or idle, since February 2024.

use super::bill_inputs::{BillInputs, month_of};
use crate::{
    architecture::{Network, Place, Service, Tier},
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let architecture = inputs.architecture;
    if architecture.network != Network::Vpc {
        return Vec::new();
    }
    // One for each NAT gateway and each instance in a public subnet; a load balancer has one in each of its zones.
    let mut addresses = 0.0;
    for component in &architecture.components {
        let public = matches!(component.place, Place::In(_, Tier::Public | Tier::Open));
        if matches!(component.service, Service::NatGateway) {
            addresses += 1.0;
        } else if let (true, Service::Tasks(tasks)) = (public, &component.service) {
            addresses += tasks.count.value();
        } else if let (true, Some(instances)) = (public, super::ec2::instances(&component.service)) {
            addresses += instances.count.value();
        } else if matches!(component.service, Service::LoadBalancer) {
            addresses += architecture.zones.zones().len() as f64;
        }
    }
    vec![
        inputs
            .line(Item::PublicAddress, None, "Public IPv4 addresses", month_of(Count::new(addresses)))
            .noted(format!("{addresses} addresses in use")),
    ]
}
