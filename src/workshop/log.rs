use super::{Entry, Moment};
use crate::{
    questionnaire::{Answers, ClosedSet, Criterion, QUESTIONS},
    session::Field,
    units::words,
};

/// What was decided, in order. Kept on the device of the presenter, and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Log {
    entries: Vec<Entry>,
    /// Entries struck out, with where they stood, the last one last.
    struck: Vec<(usize, Entry)>,
}

/// The most entries kept; a day's workshop has some dozens.
pub(super) const MOST: usize = 1_000;
/// Longest name and longest reason, in characters.
pub(super) const LONGEST_WHO: usize = 80;
pub(super) const LONGEST_WHY: usize = 600;

impl Log {
    /// The most entries there can be.
    pub const MOST: usize = MOST;

    /// The entries, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether there is no room for another entry.
    pub const fn is_full(&self) -> bool {
        self.entries.len() >= MOST
    }

    /// The entry that was struck out last and can be put back.
    pub fn struck(&self) -> Option<&Entry> {
        self.struck.last().map(|(_, entry)| entry)
    }

    /// Adds an entry for each answer that differs. A further change of the last entry's answer updates that entry, and
    /// taking it back before a reason was given removes it again. A full log takes no more, and loses none.
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
        if !self.is_full() {
            self.entries.push(entry);
        }
    }

    pub(super) fn annotate(&mut self, index: usize, who: Option<&str>, why: Option<&str>) {
        if let Some(entry) = self.entries.get_mut(index) {
            if let Some(who) = who {
                entry.who = named(who);
            }
            if let Some(why) = why {
                entry.why = words::prose(why, LONGEST_WHY);
            }
        }
    }

    pub(super) fn strike(&mut self, index: usize) {
        if index < self.entries.len() {
            self.struck.push((index, self.entries.remove(index)));
        }
    }

    /// Puts the entry struck out last back where it stood, if there is room for it.
    pub(super) fn put_back(&mut self) {
        if self.is_full() {
            return;
        }
        if let Some((index, entry)) = self.struck.pop() {
            self.entries.insert(index.min(self.entries.len()), entry);
        }
    }
}

/// What can be decided in a workshop: the questions and the points.
fn fields() -> impl Iterator<Item = Field> {
    let questions = QUESTIONS.iter().map(|question| Field::Question(question.id));
    questions.chain(Criterion::ALL.iter().map(|criterion| Field::Points(*criterion)))
}

/// A name of bounded length; none where it could not be seen.
pub(super) fn named(text: &str) -> String {
    words::shortened(&words::name(text).unwrap_or_default(), LONGEST_WHO)
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
    fn a_full_log_takes_no_more_and_loses_none() {
        let mut log = Log::default();
        let (one, two) = (Answers::default(), answered(&Answers::default(), QuestionId::Zone, "yes"));
        for i in 0..MOST + 10 {
            let (from, to) = if i % 2 == 0 { (&one, &two) } else { (&two, &one) };
            log.note(from, to, &format!("{i}"), &Moment::default());
        }
        assert_eq!((log.entries().len(), log.entries()[0].who.as_str(), log.is_full()), (MOST, "0", true));
        assert_eq!(log.entries()[MOST - 1].who, format!("{}", MOST - 1));
        log.strike(3);
        assert!(!log.is_full());
        log.note(&one, &two, "late", &Moment::default());
        log.put_back();
        assert_eq!(log.struck().map(|entry| entry.who.as_str()), Some("3"), "there is no room to put it back");
        log.strike(MOST - 1);
        log.put_back();
        assert_eq!(log.entries()[MOST - 1].who, "late");
    }

    #[test]
    fn notes_are_bounded() {
        let mut log = Log::default();
        log.note(
            &Answers::default(),
            &answered(&Answers::default(), QuestionId::Zone, "yes"),
            "Ada",
            &Moment::default(),
        );
        log.annotate(0, Some(&"x".repeat(5_000)), Some("a\u{0}b\nc"));
        assert_eq!((log.entries()[0].who.len(), log.entries()[0].why.as_str()), (LONGEST_WHO, "ab\nc"));
        log.annotate(MOST, Some("nobody"), None);
        log.strike(MOST);
        assert_eq!(log.entries().len(), 1);
    }

    #[test]
    fn what_was_struck_out_comes_back_where_it_stood_with_its_reason() {
        let mut log = Log::default();
        let at = Moment::default();
        let mut answers = Answers::default();
        for (id, text) in [(QuestionId::Zone, "yes"), (QuestionId::Visits, "2m"), (QuestionId::Git, "yes")] {
            let next = answered(&answers, id, text);
            log.note(&answers, &next, "Ada", &at);
            answers = next;
        }
        log.annotate(1, None, Some("The campaign in spring"));
        let before = log.entries().to_vec();
        log.strike(1);
        log.strike(0);
        assert_eq!(log.entries().len(), 1);
        log.put_back();
        log.put_back();
        log.put_back();
        assert_eq!((log.entries(), log.struck()), (&before[..], None));
    }
}
