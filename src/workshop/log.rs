use super::{Entry, Moment};
use crate::{
    questionnaire::{Answers, ClosedSet, Criterion, QUESTIONS},
    session::Field,
};

/// What was decided, in order. Kept on the device of the presenter, and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Log {
    entries: Vec<Entry>,
}

/// The most entries kept; a day's workshop has some dozens.
pub(super) const MOST: usize = 1_000;
/// Longest name and longest reason, in characters.
pub(super) const LONGEST_WHO: usize = 80;
pub(super) const LONGEST_WHY: usize = 600;

impl Log {
    /// The entries, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Adds an entry for each answer that differs. A further change of the last entry's answer updates that entry, and
    /// taking it back before a reason was given removes it again.
    pub(super) fn note(&mut self, before: &Answers, after: &Answers, who: &str, at: &Moment) {
        for field in fields() {
            let (from, to) = (field.read(before), field.read(after));
            if from == to {
                continue;
            }
            match self.entries.last_mut() {
                Some(last) if last.field == field && last.to == from && last.why.is_empty() && last.who == who => {
                    last.to = to;
                    last.at = at.clone();
                    if last.from == last.to {
                        self.entries.pop();
                    }
                }
                Some(_) | None => {
                    let (who, why, at) = (who.to_owned(), String::new(), at.clone());
                    self.push(Entry { field, from, to, who, why, at });
                }
            }
        }
    }

    pub(super) fn push(&mut self, entry: Entry) {
        if self.entries.len() >= MOST {
            self.entries.remove(0);
        }
        self.entries.push(entry);
    }

    pub(super) fn annotate(&mut self, index: usize, who: Option<&str>, why: Option<&str>) {
        if let Some(entry) = self.entries.get_mut(index) {
            if let Some(who) = who {
                entry.who = bounded(who, LONGEST_WHO);
            }
            if let Some(why) = why {
                entry.why = bounded(why, LONGEST_WHY);
            }
        }
    }

    pub(super) fn remove(&mut self, index: usize) {
        if index < self.entries.len() {
            self.entries.remove(index);
        }
    }
}

/// What can be decided in a workshop: the questions and the points.
fn fields() -> impl Iterator<Item = Field> {
    let questions = QUESTIONS.iter().map(|question| Field::Question(question.id));
    questions.chain(Criterion::ALL.iter().map(|criterion| Field::Points(*criterion)))
}

/// A text of at most so many characters, without control characters but line breaks.
pub(super) fn bounded(text: &str, longest: usize) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').take(longest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::QuestionId;

    fn answered(answers: &Answers, id: QuestionId, text: &str) -> Answers {
        Field::Question(id).answer(answers, text).unwrap()
    }

    #[test]
    fn each_change_is_an_entry_and_dragging_a_slider_is_one() {
        let at = Moment::parse("2026-11-22T09:41:00Z").unwrap();
        let mut log = Log::default();
        let mut answers = Answers::default();
        for (id, text) in [
            (QuestionId::Visits, "200k"),
            (QuestionId::Visits, "250k"),
            (QuestionId::Visits, "300k"),
            (QuestionId::Zone, "yes"),
        ] {
            let next = answered(&answers, id, text);
            log.note(&answers, &next, "Ada", &at);
            answers = next;
        }
        let told: Vec<_> =
            log.entries().iter().map(|entry| (entry.field.key(), entry.from.as_str(), entry.to.as_str())).collect();
        // Back at 300k, where the default began, the slider has decided nothing.
        assert_eq!(told, [("zone".to_owned(), "no", "yes")]);
        let next = answered(&answers, QuestionId::Visits, "2m");
        log.note(&answers, &next, "Ada", &at);
        log.annotate(1, None, Some("The campaign in spring"));
        log.note(&next, &answered(&next, QuestionId::Visits, "3m"), "Grace", &at);
        let told: Vec<_> = log.entries().iter().map(|entry| (entry.who.as_str(), entry.to.as_str())).collect();
        assert_eq!(told, [("Ada", "yes"), ("Ada", "2m"), ("Grace", "3m")]);
    }

    #[test]
    fn notes_are_bounded_and_the_log_has_an_end() {
        let mut log = Log::default();
        let (one, two) = (Answers::default(), answered(&Answers::default(), QuestionId::Zone, "yes"));
        for i in 0..MOST + 10 {
            let (from, to) = if i % 2 == 0 { (&one, &two) } else { (&two, &one) };
            log.note(from, to, &format!("{i}"), &Moment::default());
        }
        assert_eq!(log.entries().len(), MOST);
        log.annotate(0, Some(&"x".repeat(5_000)), Some("a\u{0}b\nc"));
        assert_eq!((log.entries()[0].who.len(), log.entries()[0].why.as_str()), (LONGEST_WHO, "ab\nc"));
        log.annotate(MOST, Some("nobody"), None);
        log.remove(MOST);
        log.remove(0);
        assert_eq!(log.entries().len(), MOST - 1);
    }
}
