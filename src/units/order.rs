//! Sorting as an expression.

use std::cmp::Ordering;

/// A sorted copy, the least first; equal items keep their order. For lists of dozens: what is sorted by the thousand sorts
/// itself.
#[must_use]
pub fn ordered<T>(items: impl IntoIterator<Item = T>, mut compare: impl FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let items: Vec<T> = items.into_iter().collect();
    let places = order(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| items[place].take()).collect()
}

/// The places of items in order. The standard library's sort is compiled here once, not once for each kind of item.
fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        assert_eq!(ordered(items, |a, b| a.0.cmp(&b.0)), [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        assert!(ordered(Vec::<u8>::new(), Ord::cmp).is_empty());
    }
}
