use std::collections::BTreeMap;

/// Figures the reader put in place of ours: the identifier of an assumption or a price, and the value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overrides(BTreeMap<String, f64>);

impl Overrides {
    /// The reader's figure, if there is one.
    pub fn get(&self, id: &str) -> Option<f64> {
        self.0.get(id).copied()
    }

    /// Whether the reader put in a figure of this name.
    pub fn contains_key(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// Puts in a figure, in place of one of the same name.
    pub fn insert(&mut self, id: String, value: f64) {
        self.0.insert(id, value);
    }

    /// Takes a figure out again.
    pub fn remove(&mut self, id: &str) {
        self.0.remove(id);
    }

    /// All of them, by identifier.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(id, value)| (id.as_str(), *value))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, f64)> for Overrides {
    fn from_iter<T: IntoIterator<Item = (String, f64)>>(figures: T) -> Self {
        Self(figures.into_iter().collect())
    }
}
