use crate::{
    architecture::{Architecture, ComponentId, Service},
    billing::{Commitment, CostKind, CostLine, Item, PriceTier, Usage, split},
    catalog::{Catalog, Provenance, Region, Term},
    choices::Purchase,
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
    /// How what runs all month is bought.
    pub purchase: Purchase,
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
            commitment: None,
        }
    }

    /// A line of which so much runs all month and may be committed to; the whole line is, where the client commits.
    pub(super) fn committable(&self, line: CostLine, covers: Count) -> CostLine {
        let on_demand = match &line.price {
            Ok(price) if price.provenance == Provenance::Catalog => price.usd,
            Ok(_) | Err(_) => return line,
        };
        let term = self.purchase.term();
        let Ok((price, sold)) = self.catalog.committed(&line.item.sku(), term.unwrap_or(Term::OneYear), self.region)
        else {
            return if term.is_some() { line.noted("no price for a commitment is known here") } else { line };
        };
        let commitment = Some(Commitment { term: sold, covers, on_demand, committed: price.usd });
        if term.is_none() {
            return CostLine { commitment, ..line };
        }
        let name = line.name.replace("on-demand", &format!("committed for {}", sold.words()));
        let instead = format!("{} on demand", on_demand.exact());
        let note = if line.note.is_empty() { instead } else { format!("{}; {instead}", line.note) };
        CostLine { commitment, name, price: Ok(price), note, ..line }
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
