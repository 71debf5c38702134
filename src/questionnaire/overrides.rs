/// Figures the reader put in place of ours: the identifier of an assumption or a price, and the value. There is a handful of
/// them at most; they are kept sorted by identifier.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overrides(Vec<(String, f64)>);

impl Overrides {
    /// The reader's figure, if there is one.
    pub fn get(&self, id: &str) -> Option<f64> {
        self.0.iter().find(|(own, _)| own == id).map(|(_, value)| *value)
    }

    /// Whether the reader put in a figure of this name.
    pub fn contains_key(&self, id: &str) -> bool {
        self.get(id).is_some()
    }

    /// Puts in a figure, in place of one of the same name.
    pub fn insert(&mut self, id: String, value: f64) {
        self.remove(&id);
        let at = self.0.partition_point(|(own, _)| *own < id);
        self.0.insert(at, (id, value));
    }

    /// Takes a figure out again.
    pub fn remove(&mut self, id: &str) {
        self.0.retain(|(own, _)| own != id);
    }

    /// All of them, by identifier.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(id, value)| (id.as_str(), *value))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
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
