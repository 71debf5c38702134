//! Amazon CloudFront: by the gigabyte and the request with the always-free allowance, or a flat-rate plan.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::{EdgeBilling, Service},
    billing::{CostLine, Item, PriceTier, split},
    catalog::{Catalog, EdgePlan, Region},
    questionnaire::{ClosedSet, Readers},
    units::{Count, Gigabytes, Requests, Usd},
};

/// The always-free allowance (Amazon CloudFront pricing page): 1 TB out and 10 million requests a month.
pub(super) const FREE_TRANSFER: Gigabytes = Gigabytes::new(1_024.0);
pub(super) const FREE_REQUESTS: Requests = Requests::new(10_000_000.0);

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some((id, billing)) = inputs.architecture.components.iter().find_map(|component| {
        if let Service::Cdn(billing) = &component.service { Some((component.id, billing)) } else { None }
    }) else {
        return Vec::new();
    };
    let usage = inputs.usage;
    match billing {
        EdgeBilling::FlatRate(sku) => {
            let plan = inputs.catalog.edge_plans().iter().find(|plan| plan.sku == sku);
            let name = format!("Flat-rate plan ({})", plan.map_or("unknown", |plan| plan.name));
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
            lines
        }
    }
}

/// What a month by the gigabyte and the request costs; none where a price is missing.
pub fn pay_as_you_go(catalog: &Catalog, readers: Readers, transfer: Gigabytes, requests: Requests) -> Option<Usd> {
    let price = |item: &Item| catalog.price(&item.sku(), Region::NorthVirginia).ok().map(|price| price.usd);
    let paid = Count::new((transfer - FREE_TRANSFER).max(Gigabytes::ZERO).value());
    let tiers = PriceTier::cdn(readers);
    let mut total = Usd::ZERO;
    for (tier, part) in split(paid, &tiers) {
        total += price(&tier.item)? * part.value();
    }
    let paid = (requests - FREE_REQUESTS).max(Requests::ZERO).value() / 10_000.0;
    Some(total + price(&Item::CdnRequests(readers))? * paid)
}

/// The cheaper way to pay for so much delivery: by use, or the smallest flat-rate plan that includes it.
pub fn cheapest(catalog: &Catalog, readers: Readers, transfer: Gigabytes, requests: Requests) -> EdgeBilling {
    let by_use = pay_as_you_go(catalog, readers, transfer, requests);
    let enough = |plan: &&EdgePlan| plan.transfer >= transfer && plan.requests >= requests;
    let flat = catalog
        .edge_plans()
        .iter()
        .filter(enough)
        .filter_map(|plan| Some((plan, catalog.price(plan.sku, Region::NorthVirginia).ok()?.usd)))
        .reduce(|best, next| if next.1 < best.1 { next } else { best });
    match (by_use, flat) {
        (Some(use_cost), Some((plan, plan_cost))) if plan_cost <= use_cost => {
            EdgeBilling::FlatRate(plan.sku.to_owned())
        }
        (None, Some((plan, _))) => EdgeBilling::FlatRate(plan.sku.to_owned()),
        (Some(_) | None, Some(_) | None) => EdgeBilling::PayAsYouGo,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(transfer: f64, requests: f64) -> Option<f64> {
        let catalog = Catalog::bundled();
        pay_as_you_go(&catalog, Readers::Europe, Gigabytes::new(transfer), Requests::new(requests)).map(Usd::value)
    }

    #[test]
    fn the_first_terabyte_and_ten_million_requests_are_free() {
        assert_eq!(cost(1_024.0, 10_000_000.0), Some(0.0));
        assert_eq!(cost(1_025.0, 10_010_000.0), Some(0.085 + 0.012));
    }

    /// First 10 TB at $0.085 and the next at $0.080 in Europe.
    #[test]
    fn transfer_falls_in_price_with_volume() {
        let total = cost(1_024.0 + 10_240.0 + 100.0, 0.0).unwrap();
        assert!((total - (10_240.0 * 0.085 + 8.0)).abs() < 1e-9, "{total}");
    }

    #[test]
    fn a_flat_rate_plan_is_taken_where_it_includes_everything_for_less() {
        let catalog = Catalog::bundled();
        let way =
            |transfer, requests| cheapest(&catalog, Readers::Europe, Gigabytes::new(transfer), Requests::new(requests));
        assert_eq!(way(15.0, 370_000.0), EdgeBilling::FlatRate("cloudfront.flat-rate.free".to_owned()));
        assert_eq!(way(20_000.0, 9_000_000.0), EdgeBilling::FlatRate("cloudfront.flat-rate.pro".to_owned()));
        assert_eq!(way(700.0, 12_000_000.0), EdgeBilling::PayAsYouGo);
    }
}
