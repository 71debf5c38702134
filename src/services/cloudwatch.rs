//! Amazon CloudWatch: log ingestion. The metrics target tracking needs at one-minute intervals are counted with it.

use super::metered::Metered;
use crate::{
    architecture::Network,
    billing::CostLine,
    units::{Count, Gigabytes},
};

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    if metered.architecture.network != Network::Vpc || metered.usage.logs == Gigabytes::ZERO {
        return Vec::new();
    }
    vec![metered.line(
        "Amazon CloudWatch",
        None,
        "Log ingestion",
        "cloudwatch.logs.ingest-gb",
        Count::new(metered.usage.logs.value()),
    )]
}
