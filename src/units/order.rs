//! Sorting as an expression.

use std::cmp::Ordering;

/// A sorted copy, the least first; equal items keep their order.
#[must_use]
pub fn ordered<T>(items: impl IntoIterator<Item = T>, compare: impl FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let mut sorted: Vec<T> = items.into_iter().collect();
    sorted.sort_by(compare);
    sorted
}
