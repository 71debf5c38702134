use super::{
    Log, Moment, PAGES, Slide,
    log::{LONGEST_WHO, bounded},
};
use crate::{questionnaire::Answers, session};

/// A workshop as its presenter holds it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Workshop {
    /// What the workshop is called; also the name of its file.
    pub(super) title: String,
    /// Which of [`PAGES`] is on the wall.
    pub(super) page: usize,
    /// Who is speaking: the name new entries are given.
    pub(super) speaker: String,
    /// What was decided.
    pub(super) log: Log,
}

/// What a presenter can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Turn to the next page.
    Next,
    /// Turn back.
    Back,
    /// Turn to a page by its number, from 0.
    Turn(usize),
    /// Call the workshop something.
    Call(String),
    /// Say who is speaking.
    Speaks(String),
    /// Note that answers have changed.
    Decided {
        /// The answers before.
        before: Box<Answers>,
        /// The answers now.
        after: Box<Answers>,
        /// When.
        at: Moment,
    },
    /// Say who insisted on an entry.
    Who(usize, String),
    /// Say why.
    Why(usize, String),
    /// Take an entry out.
    Strike(usize),
    /// Go on with a workshop that was kept.
    Resume(Box<Workshop>),
}

impl Workshop {
    /// What it is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The number of the page on the wall, from 0.
    pub const fn page(&self) -> usize {
        self.page
    }

    /// Who is speaking.
    pub fn speaker(&self) -> &str {
        &self.speaker
    }

    /// What was decided.
    pub const fn log(&self) -> &Log {
        &self.log
    }

    /// What the audience is to see.
    pub fn slide(&self, answers: &Answers, appearance: session::Appearance) -> Slide {
        Slide { page: self.page, answers: answers.clone(), appearance }
    }

    /// The workshop after something was done.
    #[must_use]
    pub fn after(&self, deed: Deed) -> Self {
        let mut next = self.clone();
        let last = PAGES.len() - 1;
        match deed {
            Deed::Next => next.page = (self.page + 1).min(last),
            Deed::Back => next.page = self.page.saturating_sub(1),
            Deed::Turn(page) => next.page = page.min(last),
            Deed::Call(title) => next.title = bounded(&title, LONGEST_WHO).replace('\n', " "),
            Deed::Speaks(who) => next.speaker = bounded(&who, LONGEST_WHO).replace('\n', " "),
            Deed::Decided { before, after, at } => next.log.note(&before, &after, &self.speaker, &at),
            Deed::Who(index, who) => next.log.annotate(index, Some(&who), None),
            Deed::Why(index, why) => next.log.annotate(index, None, Some(&why)),
            Deed::Strike(index) => next.log.strike(index),
            Deed::Resume(kept) => next = *kept,
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_turned_and_have_an_end_on_both_sides() {
        let turned = |deeds: Vec<Deed>| deeds.into_iter().fold(Workshop::default(), |at, deed| at.after(deed)).page();
        assert_eq!(turned(vec![Deed::Next, Deed::Next, Deed::Back]), 1);
        assert_eq!(turned(vec![Deed::Back]), 0);
        assert_eq!(turned(vec![Deed::Next; 50]), PAGES.len() - 1);
        assert_eq!(turned(vec![Deed::Turn(usize::MAX)]), PAGES.len() - 1);
    }

    #[test]
    fn what_is_decided_is_noted_for_who_is_speaking() {
        let before = Answers::default();
        let after = session::decode("zone=yes").answers;
        let at = Moment::parse("2026-11-22T09:41:00Z").unwrap();
        let workshop = Workshop::default().after(Deed::Speaks("Ada\n".to_owned())).after(Deed::Decided {
            before: Box::new(before),
            after: Box::new(after),
            at,
        });
        assert_eq!(workshop.log().entries()[0].who, "Ada ");
        let told = workshop.after(Deed::Why(0, "The board lost a day's orders in May".to_owned()));
        assert_eq!(told.log().entries()[0].why, "The board lost a day's orders in May");
        assert!(told.after(Deed::Strike(0)).log().entries().is_empty());
    }
}
