//! Amazon S3: Standard storage and requests.

use super::metered::Metered;
use crate::{
    architecture::Service,
    billing::{CostLine, Tier},
    units::{Count, Requests},
};

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    let Some(id) = metered.first(|service| matches!(service, Service::ObjectStore)) else { return Vec::new() };
    let usage = metered.usage;
    let tier = |name, sku: &str, size: Option<f64>| Tier { name, sku: sku.to_owned(), size: size.map(Count::new) };
    let tiers = [
        tier("first 50 TB", "s3.standard.gb-month", Some(51_200.0)),
        tier("next 450 TB", "s3.standard.next-450tb.gb-month", Some(460_800.0)),
        tier("over 500 TB", "s3.standard.over-500tb.gb-month", None),
    ];
    let mut lines =
        metered.tiered("Amazon S3", Some(id), "Storage (Standard)", Count::new(usage.objects.value()), &tiers);
    let thousands = |requests: Requests| Count::new(requests.value() / 1_000.0);
    lines.push(metered.line(
        "Amazon S3",
        Some(id),
        "Requests (PUT, COPY, POST, LIST)",
        "s3.put.1k",
        thousands(usage.object_puts),
    ));
    lines.push(metered.line(
        "Amazon S3",
        Some(id),
        "Requests (GET, SELECT)",
        "s3.get.1k",
        thousands(usage.object_gets),
    ));
    lines
}
