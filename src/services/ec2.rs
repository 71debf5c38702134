//! Amazon EC2: instances by the hour, surplus CPU credits by the vCPU-hour.

use super::bill_inputs::{BillInputs, month_of};
use crate::{
    architecture::{Instances, Service},
    billing::{CostLine, Item},
    catalog::CreditMode,
    choices::Purchase,
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let mut lines = Vec::new();
    let mut web: Option<&Instances> = None;
    for component in &inputs.architecture.components {
        match standing(&component.service) {
            Standing::Web(instances) => web = web.or(Some(instances)),
            Standing::Always(instances) => {
                let hours = month_of(instances.count);
                let line = inputs.line(
                    Item::Ec2(instances.instance_type.clone()),
                    Some(component.id),
                    format!("{} (on-demand, {})", component.name(), instances.instance_type),
                    hours,
                );
                // A copy to try changes on comes and goes.
                let stays = !matches!(component.service, Service::Staging(_));
                lines.push(if stays { inputs.committable(line, hours) } else { line });
            }
            Standing::Not => {}
        }
    }
    if let Some(instances) = web {
        let id = inputs.first(|service| matches!(service, Service::WebServers(_)));
        let hours = Count::new(inputs.usage.web_hours.value());
        let usage = |hours| {
            let name = format!("Instance usage (on-demand, {})", instances.instance_type);
            let line = inputs.line(Item::Ec2(instances.instance_type.clone()), id, name, hours);
            line.noted("web server hours of the simulated week, scaled to 730 hours")
        };
        // Only the servers that are always there are committed to, and never more than ran.
        let always = month_of(inputs.architecture.web.fleet.min()).min(hours);
        let peaks = hours - always;
        let mut web_lines = Vec::new();
        if inputs.purchase == Purchase::OnDemand || peaks == Count::ZERO {
            web_lines.push(inputs.committable(usage(hours), always));
        } else {
            web_lines.push(inputs.committable(usage(always), always));
            web_lines.push(usage(peaks).noted("what Auto Scaling adds to the servers that are always there"));
        }
        let surplus = inputs.usage.web_surplus.value();
        let burstable = inputs.catalog.instance(&instances.instance_type);
        let burstable = burstable.filter(|instance| instance.burst.is_some());
        if let Some(family) = burstable.map(|instance| instance.family)
            && instances.credits == CreditMode::Unlimited
        {
            web_lines.push(
                inputs
                    .line(Item::Ec2Credits(family), id, format!("CPU credits (surplus, {family})"), Count::new(surplus))
                    .noted("surplus CPU credits spent above what 24 hours earn"),
            );
        }
        web_lines.extend(lines);
        lines = web_lines;
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
        | Service::NatInstance(instances)
        | Service::Staging(instances) => Standing::Always(instances),
        Service::Readers
        | Service::Dns
        | Service::Cdn(_)
        | Service::OtherCdn(_)
        | Service::ObjectStore
        | Service::InternetGateway
        | Service::LoadBalancer
        | Service::LightsailBalancer
        | Service::ManagedHost(_)
        | Service::Tasks(_)
        | Service::NatGateway
        | Service::Lightsail(_)
        | Service::LightsailDatabase(..)
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
