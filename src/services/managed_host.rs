//! Managed WordPress hosts: a plan by the month, and visits beyond it where the host charges for them.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    catalog::{Catalog, ManagedPlan},
    units::{Count, Requests},
};

/// How many visits a host counts for one of a person's: bots that keep no cookie are visitors to it (WP Engine's and Kinsta's
/// counts are a fifth to a half over analytics; estimate).
pub const COUNTED: f64 = 1.2;

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some((id, plan)) = inputs.architecture.components.iter().find_map(|component| {
        let Service::ManagedHost(sku) = &component.service else { return None };
        Some((component.id, plan(inputs.catalog, sku)?))
    }) else {
        return Vec::new();
    };
    let name = format!("Plan ({})", plan.name);
    let month = inputs.line(Item::ManagedPlan(plan.host, plan.sku), Some(id), name, Count::new(1.0));
    let mut lines =
        vec![month.noted("with backups, updates of the system and support; the regular price, billed monthly")];
    let over = beyond(plan, inputs.usage.visits);
    let visits =
        inputs.line(Item::ManagedVisits(plan.host, plan.overage_sku()), Some(id), "Visits beyond the plan", over);
    lines.push(visits.noted("as the host counts them, bots among them"));
    lines
}

/// Thousands of visits beyond what a plan is meant for, as the host counts them.
pub fn beyond(plan: &ManagedPlan, visits: Requests) -> Count {
    let counted = Count::new(visits.value() * COUNTED);
    plan.visits.map_or(Count::ZERO, |meant| Count::new((counted - meant).value().max(0.0) / 1_000.0))
}

/// The plan of that item.
pub fn plan<'a>(catalog: &'a Catalog, sku: &str) -> Option<&'a ManagedPlan> {
    catalog.managed_plans().iter().find(|plan| plan.sku == sku)
}
