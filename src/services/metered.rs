use crate::{
    architecture::{Architecture, ComponentId, Service},
    billing::{CostLine, Section, Tier, Usage, split},
    catalog::{Catalog, NotPriced, Price, Region},
    questionnaire::Readers,
    units::{Count, Hours},
};

/// All that a service needs to write its lines of the bill.
#[derive(Clone, Copy)]
pub struct Metered<'a> {
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

impl Metered<'_> {
    /// One line, priced under a catalog item, for the first component of the kind.
    pub(super) fn line(
        &self,
        service: &'static str,
        component: Option<ComponentId>,
        name: impl Into<String>,
        sku: impl Into<String>,
        quantity: Count,
    ) -> CostLine {
        self.written(service, component, name.into(), sku.into(), quantity)
    }

    /// Apart from the above, so that the program holds it once and not for every way of giving the texts.
    fn written(
        &self,
        service: &'static str,
        component: Option<ComponentId>,
        name: String,
        sku: String,
        quantity: Count,
    ) -> CostLine {
        let price = self.catalog.price(&sku, self.region);
        CostLine {
            section: Section::Infrastructure,
            service,
            component,
            name,
            unit: unit(&price, &sku),
            sku,
            quantity,
            price,
            note: String::new(),
        }
    }

    /// A line for each tier a quantity reaches.
    pub(super) fn tiered(
        &self,
        service: &'static str,
        component: Option<ComponentId>,
        name: &str,
        quantity: Count,
        tiers: &[Tier],
    ) -> Vec<CostLine> {
        split(quantity, tiers)
            .into_iter()
            .map(|(tier, part)| {
                let name = match name.strip_suffix(')') {
                    Some(open) => format!("{open}, {})", tier.name),
                    None => format!("{name} ({})", tier.name),
                };
                self.line(service, component, name, tier.sku.clone(), part)
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

/// What the quantity counts; for an item without a price the name says it.
fn unit(price: &Result<Price, NotPriced>, sku: &str) -> &'static str {
    match price {
        Ok(price) => price.unit.label(),
        Err(_) => match sku {
            sku if sku.ends_with("gb-month") || sku.contains(".storage.") => "GB-months",
            sku if sku.ends_with(".gb") || sku.contains("elastic-") => "GB",
            sku if sku.ends_with("mibps-month") || sku.ends_with("provisioned") => "MiB/s-months",
            sku if sku.ends_with("minute") => "minutes",
            sku if sku.ends_with("million") => "1M requests",
            sku if sku.starts_with("ec2.") || sku.starts_with("rds.") || sku.starts_with("aurora.") => "hours",
            sku if sku.ends_with("month") => "months",
            _ => "units",
        },
    }
}
