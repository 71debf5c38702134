//! Putting short lists in order.
//!
//! The standard library brings a sort of its own for every type that is sorted, 4 KB each; lists here are short, so
//! insertion, which is stable as well, is as quick.

use std::cmp::Ordering;

/// The same things, the least first; equal ones keep their order.
#[must_use]
pub fn ordered<T>(things: impl IntoIterator<Item = T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut out: Vec<T> = Vec::new();
    for thing in things {
        let at = out.iter().rposition(|before| compare(before, &thing) != Ordering::Greater).map_or(0, |at| at + 1);
        out.insert(at, thing);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn things_come_out_as_from_a_stable_sort(things in prop::collection::vec((0_u8..6, any::<u8>()), 0..40)) {
            let mut sorted = things.clone();
            sorted.sort_by_key(|thing| thing.0);
            prop_assert_eq!(ordered(things, |a, b| a.0.cmp(&b.0)), sorted);
        }
    }
}
