//! What the database holds: posts, pages, products, accounts, orders.

use super::assumption::Parameter;
use crate::{
    catalog::Confidence::Low,
    questionnaire::{DemandParameter as Id, SiteKind},
    units::Requests,
};

/// Posts, pages and products, around what sites of the kind with so many visits have.
pub(super) fn items(site: SiteKind, visits: Requests) -> Parameter {
    let (usual, at) = match site {
        SiteKind::Brochure => (40.0, 5_000.0),
        SiteKind::Blog => (400.0, 50_000.0),
        SiteKind::Shop => (400.0, 50_000.0),
        SiteKind::Membership => (500.0, 100_000.0),
        SiteKind::News => (30_000.0, 1_000_000.0),
    };
    let items = usual * libm::pow(visits.value() / at, 0.4);
    Parameter::more_load(
        Id::Items,
        "Posts, pages and products",
        "items",
        [items / 4.0, items, items * 5.0],
        Low,
        "not said; what sites of the kind usually have, more where there are more visits, estimate",
    )
}

/// Accounts for each visit a month: a member comes two to twenty times, and some shoppers make an account.
pub(super) const fn accounts(site: SiteKind) -> Parameter {
    let range = match site {
        SiteKind::Brochure | SiteKind::Blog | SiteKind::News => [0.0, 0.0, 0.0],
        SiteKind::Shop => [0.02, 0.1, 0.3],
        SiteKind::Membership => [0.05, 0.2, 0.5],
    };
    Parameter::more_load(
        Id::Accounts,
        "Accounts for each visit a month",
        "",
        range,
        Low,
        "members come two to twenty times a month; shoppers of some years who made an account; estimate",
    )
}

/// Orders for each visit of a shop.
pub(super) const ORDERS: Parameter = Parameter::more_load(
    Id::Orders,
    "Orders for each visit",
    "",
    [0.005, 0.02, 0.04],
    Low,
    "conversion rates of shops, 0.5 to 4 %; two years of orders are kept; estimate",
);
