//! Prices in tiers: the first so many at one price, the next at another, all over that at a third.

use crate::units::Count;

/// One tier: how it is called, the item it is priced under, and how many units it holds; none for the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Tier {
    /// `first 10 TB`, `next 40 TB`, `over 150 TB`.
    pub name: &'static str,
    /// The catalog item.
    pub sku: String,
    /// Units it holds, or no end.
    pub size: Option<Count>,
}

/// How a quantity falls into tiers; tiers it does not reach are left out.
pub fn split(quantity: Count, tiers: &[Tier]) -> Vec<(&Tier, Count)> {
    let mut left = quantity;
    let mut parts = Vec::new();
    for tier in tiers {
        let part = tier.size.map_or(left, |size| left.min(size));
        if part > Count::ZERO {
            parts.push((tier, part));
        }
        left = left - part;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tiers() -> Vec<Tier> {
        let tier = |name, size: Option<f64>| Tier { name, sku: String::new(), size: size.map(Count::new) };
        vec![tier("first 10 TB", Some(10_240.0)), tier("next 40 TB", Some(40_960.0)), tier("over 50 TB", None)]
    }

    #[test]
    fn a_quantity_fills_one_tier_before_the_next() {
        let tiers = tiers();
        let parts: Vec<_> =
            split(Count::new(60_000.0), &tiers).into_iter().map(|(tier, part)| (tier.name, part.value())).collect();
        assert_eq!(parts, [("first 10 TB", 10_240.0), ("next 40 TB", 40_960.0), ("over 50 TB", 8_800.0)]);
        assert!(split(Count::ZERO, &tiers).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_lost_between_tiers(quantity in 0.0..1e7f64) {
            let total: Count = split(Count::new(quantity), &tiers()).into_iter().map(|(_, part)| part).sum();
            prop_assert!((total.value() - quantity).abs() < 1e-6);
        }
    }
}
