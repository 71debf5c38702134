//! What the database holds, and how large that makes it.

use crate::{
    questionnaire::SiteKind,
    units::{Count, Gib},
};

/// What the tables hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Content {
    /// Posts, pages and products.
    pub items: Count,
    /// Orders kept.
    pub orders: Count,
    /// Accounts of customers and members.
    pub accounts: Count,
}

/// KiB of an item, an order and an account, with their metadata and revisions; indexes double it (estimate, low
/// confidence).
const ITEM: f64 = 20.0;
const ORDER: f64 = 15.0;
const ACCOUNT: f64 = 5.0;
const INDEXES: f64 = 2.0;
/// Options, transients, logs and what WordPress itself needs, in GiB (estimate).
const BASE: f64 = 0.15;
/// Months of orders that are kept, at today's pace: a shop that has grown for some years (estimate).
const ORDERS_KEPT: f64 = 24.0;
/// KiB in a GiB.
const GIB: f64 = 1_048_576.0;

/// What a site of a kind with so many visits a month holds.
pub(super) fn of(site: SiteKind, visits: f64, items: f64, orders_a_visit: f64, accounts_a_visit: f64) -> Content {
    let (orders, accounts) = match site {
        SiteKind::Brochure | SiteKind::Blog | SiteKind::News => (0.0, 0.0),
        SiteKind::Shop => (visits * orders_a_visit * ORDERS_KEPT, visits * accounts_a_visit),
        SiteKind::Membership => (0.0, visits * accounts_a_visit),
    };
    Content { items: Count::new(items), orders: Count::new(orders), accounts: Count::new(accounts) }
}

impl Content {
    /// Tables and indexes.
    pub fn size(&self) -> Gib {
        self.with_orders(self.orders)
    }

    /// What of them is read all the time and belongs in memory: of the orders those of the last year.
    pub fn read_often(&self) -> Gib {
        self.with_orders(self.orders * (12.0 / ORDERS_KEPT))
    }

    fn with_orders(&self, orders: Count) -> Gib {
        let rows = ITEM * self.items.value() + ORDER * orders.value() + ACCOUNT * self.accounts.value();
        Gib::new(BASE + INDEXES * rows / GIB)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: 1,000 products, 100,000 orders and 40,000 accounts are 20,000 + 1,500,000 + 200,000 KiB, twice with indexes.
    #[test]
    fn tables_grow_with_what_they_hold() {
        let shop = Content { items: Count::new(1e3), orders: Count::new(1e5), accounts: Count::new(4e4) };
        assert!((shop.size().value() - (0.15 + 3_440_000.0 / 1_048_576.0)).abs() < 1e-9);
        assert!((shop.read_often().value() - (0.15 + 1_940_000.0 / 1_048_576.0)).abs() < 1e-9);
        let tiny = of(SiteKind::Shop, 100.0, 100.0, 0.02, 0.05);
        assert_eq!(tiny.orders, Count::new(48.0));
        assert!(tiny.size() < Gib::new(0.2), "{:?}", tiny.size());
        let brochure = of(SiteKind::Brochure, 1e6, 50.0, 0.02, 0.2);
        assert_eq!((brochure.orders, brochure.accounts), (Count::ZERO, Count::ZERO));
    }
}
