//! Prices in tiers: the first so many at one price, the next at another, all over that at a third.

use super::{CdnTier, InternetTier, Item, ObjectTier};
use crate::{questionnaire::Readers, units::Count};

/// One tier: how it is called, what it is billed as, and how many units it holds; none for the last.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceTier {
    /// `first 10 TB`, `next 40 TB`, `over 150 TB`.
    pub name: &'static str,
    /// What is billed.
    pub item: Item,
    /// Units it holds, or no end.
    pub size: Option<Count>,
}

impl PriceTier {
    /// Data transfer out to the internet.
    pub fn internet() -> [Self; 4] {
        InternetTier::ALL.map(|tier| Self::new(tier.named(), Item::InternetTransfer(tier)))
    }

    /// Data transfer out of CloudFront to readers of a place.
    pub fn cdn(readers: Readers) -> [Self; 7] {
        CdnTier::ALL.map(|tier| Self::new(tier.named(), Item::CdnTransfer(readers, tier)))
    }

    /// Storage of objects.
    pub fn objects() -> [Self; 3] {
        ObjectTier::ALL.map(|tier| Self::new(tier.named(), Item::ObjectStorage(tier)))
    }

    const fn new((name, size): (&'static str, Option<Count>), item: Item) -> Self {
        Self { name, item, size }
    }
}

/// How a quantity falls into tiers; tiers it does not reach are left out.
pub fn split(quantity: Count, tiers: &[PriceTier]) -> Vec<(&PriceTier, Count)> {
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

    fn tiers() -> [PriceTier; 4] {
        PriceTier::internet()
    }

    #[test]
    fn a_quantity_fills_one_tier_before_the_next() {
        let tiers = tiers();
        let parts: Vec<_> =
            split(Count::new(60_000.0), &tiers).into_iter().map(|(tier, part)| (tier.name, part.value())).collect();
        assert_eq!(parts, [("first 10 TB", 10_240.0), ("next 40 TB", 40_960.0), ("next 100 TB", 8_800.0)]);
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
