//! Content delivery networks off AWS: by the month, transfer not metered. Where nothing is known of the price, nothing is
//! priced.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::{OtherNetwork, Service},
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some((id, network)) = inputs.architecture.components.iter().find_map(|component| {
        if let Service::OtherCdn(network) = component.service { Some((component.id, network)) } else { None }
    }) else {
        return Vec::new();
    };
    let (name, note) = match network {
        OtherNetwork::Unpriced => ("Delivery of files", "no price of this network is in the catalog"),
        OtherNetwork::CloudflareFree => (
            "Free plan (one domain)",
            "transfer is not metered; outside its paid products, large files and a large share of pictures may be limited",
        ),
        OtherNetwork::CloudflarePro => (
            "Pro plan (one domain)",
            "transfer is not metered; its plugin keeps whole pages at the edge and purges them after a change",
        ),
    };
    vec![inputs.line(Item::OtherCdn(network), Some(id), name, Count::new(1.0)).noted(note)]
}
