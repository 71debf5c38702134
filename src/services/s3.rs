//! Amazon S3: Standard storage and requests.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::Service,
    billing::{CostLine, Item, PriceTier},
    units::{Count, Requests},
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some(id) = inputs.first(|service| matches!(service, Service::ObjectStore)) else { return Vec::new() };
    let usage = inputs.usage;
    let tiers = PriceTier::objects();
    let mut lines = inputs.tiered(Some(id), "Storage (Standard)", Count::new(usage.objects.value()), &tiers);
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
