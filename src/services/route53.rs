//! Amazon Route 53: the hosted zone and queries. Alias records to AWS resources are free; a flat-rate plan includes DNS.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::{EdgeBilling, Service},
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some(id) = inputs.first(|service| matches!(service, Service::Dns)) else { return Vec::new() };
    let included = inputs.architecture.has(|service| matches!(service, Service::Cdn(EdgeBilling::FlatRate(_))));
    if included {
        return Vec::new();
    }
    let queries = Count::new(inputs.usage.dns_queries.value() / 1e6);
    vec![
        inputs.line(Item::DnsZone, Some(id), "Hosted zone", Count::new(1.0)),
        inputs.line(Item::DnsQueries, Some(id), "Standard queries", queries),
    ]
}
