use std::str::FromStr;

use super::ChoiceId;
use crate::units::Count;

/// Choices the client has made, each with its value, sorted by choice. Values are checked by [`ChoiceId::value`] before
/// they come here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pins(Vec<(ChoiceId, String)>);

impl Pins {
    /// What a choice is pinned to, if it is.
    pub fn get(&self, choice: ChoiceId) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == choice).map(|(_, value)| value.as_str())
    }

    /// The same as a value of its set.
    pub fn of<T: FromStr>(&self, choice: ChoiceId) -> Option<T> {
        self.get(choice)?.parse().ok()
    }

    /// How many web servers are pinned to be always on.
    pub fn servers(&self) -> Option<Count> {
        self.of::<f64>(ChoiceId::Servers).map(Count::new)
    }

    /// Pins a choice, in place of an earlier value.
    pub fn pin(&mut self, choice: ChoiceId, value: String) {
        self.release(choice);
        let at = self.0.partition_point(|(known, _)| *known < choice);
        self.0.insert(at, (choice, value));
    }

    /// Releases a choice.
    pub fn release(&mut self, choice: ChoiceId) {
        self.0.retain(|(known, _)| *known != choice);
    }

    /// All of them, by choice.
    pub fn iter(&self) -> impl Iterator<Item = (ChoiceId, &str)> {
        self.0.iter().map(|(choice, value)| (*choice, value.as_str()))
    }

    /// Whether nothing is pinned.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
