//! Amazon Route 53: the hosted zone and queries. Alias records to AWS resources are free; a flat-rate plan includes DNS.

use super::metered::Metered;
use crate::{
    architecture::{EdgeBilling, Service},
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    let Some(id) = metered.first(|service| matches!(service, Service::Dns)) else { return Vec::new() };
    let included = metered.architecture.has(|service| matches!(service, Service::Cdn(EdgeBilling::FlatRate(_))));
    if included {
        return Vec::new();
    }
    let queries = Count::new(metered.usage.dns_queries.value() / 1e6);
    vec![
        metered.line(Item::DnsZone, Some(id), "Hosted zone", Count::new(1.0)),
        metered.line(Item::DnsQueries, Some(id), "Standard queries", queries),
    ]
}
