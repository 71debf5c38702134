/// Figures the reader put in place of ours: the identifier of an assumption or a price, and the value. Sorted by
/// identifier, each there once; a handful at most, so that a list serves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overrides(Vec<(String, f64)>);

impl Overrides {
    /// The reader's figure, if there is one.
    pub fn get(&self, id: &str) -> Option<f64> {
        self.place(id).ok().map(|at| self.0[at].1)
    }

    /// Whether the reader put in a figure of this name.
    pub fn contains_key(&self, id: &str) -> bool {
        self.place(id).is_ok()
    }

    /// Puts in a figure, in place of one of the same name.
    pub fn insert(&mut self, id: String, value: f64) {
        match self.place(&id) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (id, value)),
        }
    }

    /// Takes a figure out again.
    pub fn remove(&mut self, id: &str) {
        self.0.retain(|(other, _)| other != id);
    }

    /// All of them, by identifier.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(id, value)| (id.as_str(), *value))
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where it is, or where it belongs.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(id))
    }
}

impl FromIterator<(String, f64)> for Overrides {
    fn from_iter<T: IntoIterator<Item = (String, f64)>>(figures: T) -> Self {
        let mut all = Self::default();
        for (id, value) in figures {
            all.insert(id, value);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn they_are_kept_like_a_sorted_map(figures in prop::collection::vec(("[a-e]", 0.0..9.0), 0..20), out in "[a-e]") {
            let mut map: BTreeMap<String, f64> = figures.iter().cloned().collect();
            let mut own: Overrides = figures.into_iter().collect();
            prop_assert_eq!(own.get(&out), map.get(&out).copied());
            prop_assert_eq!(own.contains_key(&out), map.contains_key(&out));
            own.remove(&out);
            map.remove(&out);
            prop_assert!(own.iter().eq(map.iter().map(|(id, value)| (id.as_str(), *value))));
        }
    }
}
