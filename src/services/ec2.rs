//! Amazon EC2: instances by the hour, surplus CPU credits by the vCPU-hour.

use super::bill_inputs::{BillInputs, month_of};
use crate::{
    architecture::{Instances, Service},
    billing::{CostLine, Item},
    catalog::CreditMode,
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let mut lines = Vec::new();
    let mut web: Option<&Instances> = None;
    for component in &inputs.architecture.components {
        match standing(&component.service) {
            Standing::Web(instances) => web = web.or(Some(instances)),
            Standing::Always(instances) => lines.push(inputs.line(
                Item::Ec2(instances.instance_type.clone()),
                Some(component.id),
                format!("{} (on-demand, {})", component.name(), instances.instance_type),
                month_of(instances.count),
            )),
            Standing::Not => {}
        }
    }
    if let Some(instances) = web {
        let id = inputs.first(|service| matches!(service, Service::WebServers(_)));
        let hours = Count::new(inputs.usage.web_hours.value());
        lines.insert(
            0,
            inputs
                .line(
                    Item::Ec2(instances.instance_type.clone()),
                    id,
                    format!("Instance usage (on-demand, {})", instances.instance_type),
                    hours,
                )
                .noted("web server hours of the simulated week, scaled to 730 hours"),
        );
        let surplus = inputs.usage.web_surplus.value();
        let burstable = inputs.catalog.instance(&instances.instance_type);
        let burstable = burstable.filter(|instance| instance.burst.is_some());
        if let Some(family) = burstable.map(|instance| instance.family)
            && instances.credits == CreditMode::Unlimited
        {
            lines.insert(
                1,
                inputs
                    .line(Item::Ec2Credits(family), id, format!("CPU credits (surplus, {family})"), Count::new(surplus))
                    .noted("surplus CPU credits spent above what 24 hours earn"),
            );
        }
    }
    lines
}

enum Standing<'a> {
    Web(&'a Instances),
    Always(&'a Instances),
    Not,
}

/// The EC2 instances a component stands for, and whether their number follows the traffic.
fn standing(service: &Service) -> Standing<'_> {
    match service {
        Service::WebServers(instances) => Standing::Web(instances),
        Service::NfsServer(instances)
        | Service::GlusterBrick(instances)
        | Service::Bastion(instances)
        | Service::Staging(instances) => Standing::Always(instances),
        Service::Readers
        | Service::Dns
        | Service::Cdn(_)
        | Service::OtherCdn
        | Service::ObjectStore
        | Service::InternetGateway
        | Service::LoadBalancer
        | Service::NatGateway
        | Service::Lightsail(_)
        | Service::LightsailDatabase(_)
        | Service::Server(_)
        | Service::SharedFiles(_)
        | Service::MountTarget
        | Service::Aurora(_)
        | Service::Rds(_)
        | Service::CacheNode(_)
        | Service::Repository
        | Service::Pipeline
        | Service::Build
        | Service::MachineImage
        | Service::Backup => Standing::Not,
    }
}

/// The EC2 instances a component stands for, whatever they do.
pub(super) fn instances(service: &Service) -> Option<&Instances> {
    match standing(service) {
        Standing::Web(instances) | Standing::Always(instances) => Some(instances),
        Standing::Not => None,
    }
}
