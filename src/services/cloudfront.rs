//! Amazon CloudFront: by the gigabyte and the request with the always-free allowance, or a flat-rate plan.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::{EdgeBilling, Service},
    billing::{CostLine, Item, PriceTier},
    catalog::{Catalog, EdgePlan, Region},
    questionnaire::ClosedSet,
    units::{Count, Gigabytes, Requests},
};

/// The always-free allowance (Amazon CloudFront pricing page): 1 TB out and 10 million requests a month.
pub(super) const FREE_TRANSFER: Gigabytes = Gigabytes::new(1_024.0);
pub(super) const FREE_REQUESTS: Requests = Requests::new(10_000_000.0);
/// Paths that are invalidated free of charge each month.
pub(super) const FREE_INVALIDATIONS: Count = Count::new(1_000.0);

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some((id, billing)) = inputs.architecture.components.iter().find_map(|component| {
        if let Service::Cdn(billing) = &component.service { Some((component.id, billing)) } else { None }
    }) else {
        return Vec::new();
    };
    let usage = inputs.usage;
    match billing {
        EdgeBilling::FlatRate(sku) => {
            let name = format!("Flat-rate plan ({})", plan(inputs).map_or("unknown", |plan| plan.name));
            vec![
                inputs.line(Item::CdnPlan(sku.clone()), Some(id), name, Count::new(1.0)).noted(
                    "transfer, requests, WAF and DNS included; sustained use beyond the plan may be slowed down",
                ),
            ]
        }
        EdgeBilling::PayAsYouGo => {
            let transfer = Count::new((usage.edge_transfer - FREE_TRANSFER).max(Gigabytes::ZERO).value());
            let requests = (usage.edge_requests - FREE_REQUESTS).max(Requests::ZERO);
            let mut lines =
                inputs.tiered(Some(id), "Data transfer out to internet", transfer, &PriceTier::cdn(inputs.readers));
            for line in &mut lines {
                line.note = format!("to {}, after the free 1 TB", ClosedSet::label(inputs.readers));
            }
            if requests > Requests::ZERO {
                lines.push(
                    inputs
                        .line(
                            Item::CdnRequests(inputs.readers),
                            Some(id),
                            "Requests (HTTPS)",
                            Count::new(requests.value() / 10_000.0),
                        )
                        .noted("after the free 10 million"),
                );
            }
            let paths = usage.invalidated - FREE_INVALIDATIONS;
            if paths > Count::ZERO {
                lines.push(
                    inputs
                        .line(Item::CdnInvalidations, Some(id), "Invalidation paths", paths)
                        .noted("after the free 1,000; a change of one post takes about eight"),
                );
            }
            lines
        }
    }
}

/// The flat-rate plan that stands before the site, if one does.
pub(super) fn plan<'a>(inputs: &BillInputs<'a>) -> Option<&'a EdgePlan> {
    inputs.architecture.components.iter().find_map(|component| {
        let Service::Cdn(EdgeBilling::FlatRate(sku)) = &component.service else { return None };
        inputs.catalog.edge_plans().iter().find(|plan| plan.sku == sku)
    })
}

/// The cheapest flat-rate plan that includes so much delivery, if any does.
pub fn flat_rate(catalog: &Catalog, transfer: Gigabytes, requests: Requests) -> Option<&EdgePlan> {
    let enough = |plan: &&EdgePlan| plan.transfer >= transfer && plan.requests >= requests;
    let plans = catalog.edge_plans().iter().filter(enough);
    let priced = plans.filter_map(|plan| Some((plan, catalog.price(plan.sku, Region::NorthVirginia).ok()?.usd)));
    priced.reduce(|best, next| if next.1 < best.1 { next } else { best }).map(|(plan, _)| plan)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{billing::split, questionnaire::Readers};

    #[test]
    fn the_cheapest_plan_that_includes_everything_is_taken() {
        let catalog = Catalog::bundled();
        let plan = |transfer, requests| {
            flat_rate(&catalog, Gigabytes::new(transfer), Requests::new(requests)).map(|plan| plan.sku)
        };
        assert_eq!(plan(15.0, 370_000.0), Some("cloudfront.flat-rate.free"));
        assert_eq!(plan(20_000.0, 9_000_000.0), Some("cloudfront.flat-rate.pro"));
        assert_eq!(plan(1e9, 1e12), None);
    }

    /// By hand: the first terabyte and ten million requests are free; then $0.085 a gigabyte and $0.012 for 10,000 requests
    /// in Europe, and $0.080 beyond 10 TB.
    #[test]
    fn paid_by_use_the_allowance_is_free_and_volume_is_cheaper() {
        let tiers = PriceTier::cdn(Readers::Europe);
        let catalog = Catalog::bundled();
        let price = |item: &Item| catalog.price(&item.sku(), Region::NorthVirginia).unwrap().usd.value();
        let cost = |gigabytes: f64| {
            let parts = split(Count::new(gigabytes - FREE_TRANSFER.value()), &tiers);
            parts.into_iter().map(|(tier, part)| price(&tier.item) * part.value()).sum::<f64>()
        };
        assert_eq!(cost(1_025.0), 0.085);
        assert!((cost(1_024.0 + 10_240.0 + 100.0) - (10_240.0 * 0.085 + 8.0)).abs() < 1e-9);
        assert_eq!(price(&Item::CdnRequests(Readers::Europe)), 0.012);
    }
}
