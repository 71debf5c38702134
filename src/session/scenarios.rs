use crate::{questionnaire::Answers, units::words};

/// Longest name of a scenario, in characters.
pub(super) const LONGEST_NAME: usize = 40;

/// Answers with a name.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Scenario {
    /// What it is called; empty where nobody has named it.
    pub name: String,
    /// Its answers.
    pub answers: Answers,
}

/// The scenarios beside the one that is edited, and what that one is called. The answers of the edited one are those of the
/// session, and are not kept twice.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Scenarios {
    name: String,
    place: usize,
    others: Vec<Scenario>,
}

impl Scenarios {
    /// The most there can be: as many columns as can be read side by side.
    pub const MOST: usize = 4;

    /// Those beside the edited one, in order, with its name and its place among all.
    pub(super) fn of(name: &str, place: usize, mut others: Vec<Scenario>) -> Self {
        others.truncate(Self::MOST - 1);
        if others.is_empty() {
            return Self::default();
        }
        Self { name: named(name), place: place.min(others.len()), others }
    }

    /// Whether there is no other than the edited one.
    pub const fn is_single(&self) -> bool {
        self.others.is_empty()
    }

    /// Whether there is no room for another one.
    pub const fn is_full(&self) -> bool {
        self.count() >= Self::MOST
    }

    /// How many there are.
    pub const fn count(&self) -> usize {
        self.others.len() + 1
    }

    /// The place of the edited one among all, from 0.
    pub const fn place(&self) -> usize {
        self.place
    }

    /// What the edited one was named; empty where nobody has.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The others with their places.
    pub(super) fn others(&self) -> impl Iterator<Item = (usize, &Scenario)> {
        self.others.iter().enumerate().map(|(at, other)| (at + usize::from(at >= self.place), other))
    }

    /// All in order, with what each is called and its answers; `edited` are those of the session.
    pub fn all<'a>(&'a self, edited: &'a Answers) -> Vec<(String, &'a Answers)> {
        let mut all: Vec<_> = self.others.iter().map(|other| (other.name.as_str(), &other.answers)).collect();
        all.insert(self.place.min(all.len()), (&self.name, edited));
        all.into_iter().enumerate().map(|(place, (name, answers))| (called(place, name), answers)).collect()
    }

    /// Another one at the end, to be edited from now on; none where there is no room for it.
    pub(super) fn adding(&self, name: &str, edited: &Answers) -> Option<Self> {
        let others = self.listed(edited);
        (others.len() < Self::MOST).then(|| Self { name: named(name), place: others.len(), others })
    }

    /// The same with another one edited, and its answers; none where there is no such one.
    pub(super) fn editing(&self, place: usize, edited: &Answers) -> Option<(Answers, Self)> {
        let mut others = self.listed(edited);
        let Scenario { name, answers } = (place < others.len()).then(|| others.remove(place))?;
        Some((answers, Self { name, place, others }))
    }

    /// Without the edited one; the one in front of it is edited then. None where it is the only one.
    pub(super) fn removing(&self) -> Option<(Answers, Self)> {
        let place = self.place.saturating_sub(1);
        let mut others = self.others.clone();
        let Scenario { name, answers } = (place < others.len()).then(|| others.remove(place))?;
        Some((answers, Self::of(&name, place, others)))
    }

    /// With another name for the edited one.
    pub(super) fn renamed(&self, name: &str) -> Self {
        if self.is_single() { self.clone() } else { Self { name: named(name), ..self.clone() } }
    }

    /// All as they are, the edited one with its answers at its place.
    fn listed(&self, edited: &Answers) -> Vec<Scenario> {
        let mut all = self.others.clone();
        all.insert(self.place.min(all.len()), Scenario { name: self.name.clone(), answers: edited.clone() });
        all
    }
}

/// A name as it is held.
pub(super) fn named(text: &str) -> String {
    words::shortened(&words::name(text).unwrap_or_default(), LONGEST_NAME)
}

/// What a scenario is called: by its name, or else by a letter.
fn called(place: usize, name: &str) -> String {
    const LETTERS: [&str; Scenarios::MOST] = ["A", "B", "C", "D"];
    if name.is_empty() { format!("Scenario {}", LETTERS.get(place).unwrap_or(&"")) } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::decode;

    fn answers(visits: &str) -> Answers {
        decode(&format!("visits={visits}")).answers
    }

    fn told(scenarios: &Scenarios, edited: &Answers) -> Vec<String> {
        let all = scenarios.all(edited);
        all.iter().map(|(name, answers)| format!("{name}: {}", answers.visits.known().unwrap().value())).collect()
    }

    #[test]
    fn one_is_added_edited_and_removed_and_the_others_stay() {
        let (today, twice) = (answers("300k"), answers("600k"));
        let two = Scenarios::default().adding("Twice\n the traffic ", &today).unwrap();
        assert_eq!(told(&two, &twice), ["Scenario A: 300000", "Twice the traffic: 600000"]);
        let (edited, first) = two.editing(0, &twice).unwrap();
        assert_eq!((first.place(), &edited), (0, &today));
        assert_eq!(told(&first, &edited), told(&two, &twice), "the order stays");
        let named = first.renamed("Today");
        assert_eq!(told(&named, &edited)[0], "Today: 300000");
        let (left, alone) = named.removing().unwrap();
        assert_eq!((left, alone), (twice, Scenarios::default()));
    }

    #[test]
    fn there_are_four_at_most_and_one_at_least() {
        let edited = answers("1k");
        let four = (0..9).fold(Scenarios::default(), |all, _| all.adding("", &edited).unwrap_or(all));
        assert_eq!(told(&four, &edited).len(), Scenarios::MOST);
        assert!(four.is_full() && four.adding("", &edited).is_none() && four.editing(4, &edited).is_none());
        assert!(Scenarios::default().removing().is_none());
        assert_eq!(Scenarios::default().renamed("x"), Scenarios::default());
    }
}
