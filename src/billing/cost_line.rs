use super::{Commitment, Item};
use crate::{
    architecture::ComponentId,
    catalog::{NotPriced, Price},
    units::{Count, Usd, text},
};

/// What a line of the bill pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CostKind {
    /// Servers, storage, transfer.
    Infrastructure,
    /// Hours of people.
    Work,
}

/// One line of a bill, named as the provider's pricing page names it.
#[derive(Clone, Debug, PartialEq)]
pub struct CostLine {
    /// What kind of cost it is.
    pub kind: CostKind,
    /// What it pays for.
    pub item: Item,
    /// The box of the diagram it belongs to, where it belongs to one.
    pub component: Option<ComponentId>,
    /// What is billed: `Instance usage (on-demand, t4g.medium)`.
    pub name: String,
    /// How many units of the price.
    pub quantity: Count,
    /// What one unit costs, or why nobody can say.
    pub price: Result<Price, NotPriced>,
    /// Where the quantity comes from, where that is not plain.
    pub note: String,
    /// What it costs on demand and for who commits, where it runs all month.
    pub commitment: Option<Commitment>,
}

impl CostLine {
    /// The service billed, as its pricing page names it: `Amazon EC2`.
    pub const fn service(&self) -> &'static str {
        self.item.service().name()
    }

    /// The unit of the quantity in words: `hours`, `GB-months`.
    pub const fn unit(&self) -> &'static str {
        self.item.unit().label()
    }

    /// What the line adds to a month; none when it is not priced, which is not the same as nothing.
    pub fn monthly(&self) -> Option<Usd> {
        self.price.as_ref().ok().map(|price| price.usd * self.quantity.value())
    }

    /// How many of what, as a person reads it: `730 hours`, `1 month`, `1,700 × 10k requests`.
    pub fn amount(&self) -> String {
        let number = text::significant(self.quantity.value(), 4);
        let unit = self.unit();
        let counted = if number == "1" { unit.strip_suffix('s').unwrap_or(unit) } else { unit };
        let times = if unit.starts_with(|first: char| first.is_ascii_digit()) { "× " } else { "" };
        format!("{number} {times}{counted}")
    }

    /// The same line with a word on where its quantity comes from.
    #[must_use]
    pub fn noted(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}
