//! Amazon EBS: the gp3 volume of every instance, with the throughput and IOPS that come with it.

use super::{
    bill_inputs::{BillInputs, month_of},
    ec2,
};
use crate::{
    architecture::{ComponentId, Service},
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let mut gigabytes = 0.0;
    let mut first: Option<ComponentId> = None;
    let servers = inputs.usage.web_hours.value() / month_of(Count::new(1.0)).value();
    let mut web_counted = false;
    for component in &inputs.architecture.components {
        let Some(instances) = ec2::instances(&component.service) else { continue };
        first = first.or(Some(component.id));
        let count = if matches!(component.service, Service::WebServers(_)) {
            if web_counted {
                continue;
            }
            web_counted = true;
            servers
        } else {
            instances.count.value()
        };
        gigabytes += instances.volume.value() * count;
    }
    vec![inputs.line(Item::EbsStorage, first, "Storage (general purpose SSD, gp3)", Count::new(gigabytes))]
}
