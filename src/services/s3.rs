//! Amazon S3: Standard storage, less what a flat-rate plan of CloudFront includes, and requests.

use super::{bill_inputs::BillInputs, cloudfront};
use crate::{
    architecture::Service,
    billing::{CostLine, Item, PriceTier},
    units::{Count, Gigabytes, Requests},
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some(id) = inputs.first(|service| matches!(service, Service::ObjectStore)) else { return Vec::new() };
    let usage = inputs.usage;
    let tiers = PriceTier::objects();
    let credited = cloudfront::plan(inputs).map_or(Gigabytes::ZERO, |plan| plan.s3_storage);
    let paid = (usage.objects - credited).max(Gigabytes::ZERO);
    let mut lines = inputs.tiered(Some(id), "Storage (Standard)", Count::new(paid.value()), &tiers);
    if credited > Gigabytes::ZERO {
        for line in &mut lines {
            line.note = format!("after the {} GB that the CloudFront plan includes", credited.value());
        }
    }
    let thousands = |requests: Requests| Count::new(requests.value() / 1_000.0);
    lines.push(inputs.line(
        Item::ObjectPuts,
        Some(id),
        "Requests (PUT, COPY, POST, LIST)",
        thousands(usage.object_puts),
    ));
    lines.push(inputs.line(Item::ObjectGets, Some(id), "Requests (GET, SELECT)", thousands(usage.object_gets)));
    lines
}
