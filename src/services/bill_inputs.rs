use crate::{
    architecture::{Architecture, ComponentId, Service},
    billing::{CostKind, CostLine, Item, PriceTier, Usage, split},
    catalog::{Catalog, Region},
    questionnaire::Readers,
    units::{Count, Hours},
};

/// All that a service needs to write its lines of the bill.
#[derive(Clone, Copy)]
pub struct BillInputs<'a> {
    /// What is built.
    pub architecture: &'a Architecture,
    /// What it would meter in a month.
    pub usage: &'a Usage,
    /// What things cost.
    pub catalog: &'a Catalog,
    /// Where.
    pub region: Region,
    /// Where most readers are.
    pub readers: Readers,
}

impl BillInputs<'_> {
    /// One line, priced in the region; its component is the box of the diagram it belongs to, where there is one.
    pub(super) fn line(
        &self,
        item: Item,
        component: Option<ComponentId>,
        name: impl Into<String>,
        quantity: Count,
    ) -> CostLine {
        CostLine {
            kind: CostKind::Infrastructure,
            component,
            name: name.into(),
            quantity,
            price: self.catalog.price(&item.sku(), self.region),
            item,
            note: String::new(),
        }
    }

    /// A line for each tier a quantity reaches.
    pub(super) fn tiered(
        &self,
        component: Option<ComponentId>,
        name: &str,
        quantity: Count,
        tiers: &[PriceTier],
    ) -> Vec<CostLine> {
        split(quantity, tiers)
            .into_iter()
            .map(|(tier, part)| {
                let name = match name.strip_suffix(')') {
                    Some(open) => format!("{open}, {})", tier.name),
                    None => format!("{name} ({})", tier.name),
                };
                self.line(tier.item.clone(), component, name, part)
            })
            .collect()
    }

    /// The first component for which `wanted` says yes.
    pub(super) fn first(&self, wanted: impl Fn(&Service) -> bool) -> Option<ComponentId> {
        self.architecture.all(wanted).next().map(|component| component.id)
    }
}

/// So many things, each for a whole month of 730 hours.
pub(super) fn month_of(count: Count) -> Count {
    Count::new(count.value() * Hours::MONTH.value())
}
