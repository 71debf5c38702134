use super::{BilledService, Committable, CostKind, CostLine};
use crate::{
    architecture::ComponentId,
    catalog::{AsOf, WhyNotPriced},
    units::{Usd, ordered},
};

/// A month's bill.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Bill {
    /// Its lines, by service in the order a request meets them.
    pub lines: Vec<CostLine>,
}

impl Bill {
    /// The sum of all priced lines of a kind.
    pub fn total(&self, kind: CostKind) -> Usd {
        self.lines.iter().filter(|line| line.kind == kind).filter_map(CostLine::monthly).sum()
    }

    /// The lines nobody has a price for: what the total leaves out.
    pub fn not_priced(&self) -> impl Iterator<Item = &CostLine> {
        self.lines.iter().filter(|line| line.price.is_err())
    }

    /// What runs all month and may be committed to; none where nothing may.
    pub fn committable(&self) -> Option<Committable> {
        Committable::of(self.lines.iter().filter_map(|line| line.commitment))
    }

    /// The lines whose prices were read more than a year before a day, oldest first.
    pub fn older_than_a_year(&self, today: &str) -> Vec<(&CostLine, AsOf)> {
        let dated = self.lines.iter().filter_map(|line| Some((line, line.price.as_ref().ok()?.as_of)));
        ordered(dated.filter(|(_, as_of)| as_of.is_older_than_a_year(today)), |(_, a), (_, b)| a.cmp(b))
    }

    /// The lines for what is not sold in the region.
    pub fn not_sold(&self) -> impl Iterator<Item = &CostLine> {
        let not_sold =
            |line: &&CostLine| line.price.as_ref().is_err_and(|missing| missing.why == WhyNotPriced::NotSoldHere);
        self.lines.iter().filter(not_sold)
    }

    /// What is written behind a total of this bill: a plus sign where it leaves something out.
    pub fn more(&self) -> &'static str {
        if self.not_priced().next().is_some() { "+" } else { "" }
    }

    /// The parts of the architecture that have priced lines of their own, with what these come to.
    pub fn by_component(&self) -> Vec<(ComponentId, Usd)> {
        let mut parts: Vec<(ComponentId, Usd)> = Vec::new();
        for (component, amount) in self.lines.iter().filter_map(|line| line.component.zip(line.monthly())) {
            match parts.iter_mut().find(|(known, _)| *known == component) {
                Some((_, total)) => *total += amount,
                None => parts.push((component, amount)),
            }
        }
        parts
    }

    /// What the priced lines of a service come to.
    pub fn of(&self, service: BilledService) -> Usd {
        self.lines.iter().filter(|line| line.item.service() == service).filter_map(CostLine::monthly).sum()
    }

    /// The services billed, each once, in the order of the lines, with what its priced lines come to.
    pub fn by_service(&self, kind: CostKind) -> Vec<(BilledService, Usd)> {
        let mut services: Vec<(BilledService, Usd)> = Vec::new();
        for line in self.lines.iter().filter(|line| line.kind == kind) {
            let amount = line.monthly().unwrap_or(Usd::ZERO);
            match services.iter_mut().find(|(service, _)| *service == line.item.service()) {
                Some((_, total)) => *total += amount,
                None => services.push((line.item.service(), amount)),
            }
        }
        services
    }
}
