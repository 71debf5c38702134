use super::{Log, Moment, PAGES, Slide, log::named};
use crate::{questionnaire::Answers, session};

/// A workshop as its presenter holds it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Workshop {
    /// What the workshop is called; also the name of its file.
    pub(super) title: String,
    /// Which of [`PAGES`] is shown.
    pub(super) page: usize,
    /// Who is speaking: the name new entries are given.
    pub(super) speaker: String,
    /// What was decided.
    pub(super) log: Log,
}

/// What a presenter can do.
#[derive(Clone, Debug, PartialEq)]
pub enum PresenterAction {
    /// Go to the next page.
    Next,
    /// Go back to the page before.
    Back,
    /// Go to a page by its number, from 0.
    GoTo(usize),
    /// Give the workshop a title.
    SetTitle(String),
    /// Say who is speaking.
    SetSpeaker(String),
    /// Log that answers have changed.
    Log {
        /// The answers before.
        before: Box<Answers>,
        /// The answers now.
        after: Box<Answers>,
        /// When.
        at: Moment,
    },
    /// Say who insisted on an entry of the log.
    SetWho(usize, String),
    /// Say why.
    SetWhy(usize, String),
    /// Strike out an entry.
    Strike(usize),
    /// Put back the entry struck out last.
    PutBack,
    /// Go on with a workshop that was kept, or with a new one.
    Resume(Box<Workshop>),
}

impl Workshop {
    /// What it is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The number of the page shown, from 0.
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

    /// Whether there is nothing in it that somebody could miss.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.speaker.is_empty() && self.log == Log::default()
    }

    /// What the audience is to see.
    pub fn slide(&self, answers: &Answers, appearance: session::Appearance) -> Slide {
        Slide { page: self.page, answers: answers.clone(), appearance }
    }

    /// The workshop after an action.
    #[must_use]
    pub fn after(&self, action: PresenterAction) -> Self {
        let mut next = self.clone();
        let last = PAGES.len() - 1;
        match action {
            PresenterAction::Next => next.page = (self.page + 1).min(last),
            PresenterAction::Back => next.page = self.page.saturating_sub(1),
            PresenterAction::GoTo(page) => next.page = page.min(last),
            PresenterAction::SetTitle(title) => next.title = named(&title),
            PresenterAction::SetSpeaker(who) => next.speaker = named(&who),
            PresenterAction::Log { before, after, at } => next.log.note(&before, &after, &self.speaker, &at),
            PresenterAction::SetWho(index, who) => next.log.annotate(index, Some(&who), None),
            PresenterAction::SetWhy(index, why) => next.log.annotate(index, None, Some(&why)),
            PresenterAction::Strike(index) => next.log.strike(index),
            PresenterAction::PutBack => next.log.put_back(),
            PresenterAction::Resume(kept) => next = *kept,
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_turned_and_have_an_end_on_both_sides() {
        let turned = |actions: Vec<PresenterAction>| {
            actions.into_iter().fold(Workshop::default(), |workshop, action| workshop.after(action)).page()
        };
        assert_eq!(turned(vec![PresenterAction::Next, PresenterAction::Next, PresenterAction::Back]), 1);
        assert_eq!(turned(vec![PresenterAction::Back]), 0);
        assert_eq!(turned(vec![PresenterAction::Next; 50]), PAGES.len() - 1);
        assert_eq!(turned(vec![PresenterAction::GoTo(usize::MAX)]), PAGES.len() - 1);
    }

    #[test]
    fn what_is_decided_is_noted_for_who_is_speaking() {
        let before = Answers::default();
        let after = session::decode("zone=yes").answers;
        let at = Moment::parse("2026-11-22T09:41:00Z").unwrap();
        let workshop = Workshop::default()
            .after(PresenterAction::SetSpeaker("Ada\n".to_owned()))
            .after(PresenterAction::Log { before: Box::new(before), after: Box::new(after), at });
        assert_eq!(workshop.log().entries()[0].who, "Ada");
        let told = workshop.after(PresenterAction::SetWhy(0, "The board lost a day's orders in May".to_owned()));
        assert_eq!(told.log().entries()[0].why, "The board lost a day's orders in May");
        let struck = told.after(PresenterAction::Strike(0));
        assert!(struck.log().entries().is_empty());
        assert_eq!(struck.after(PresenterAction::PutBack), told);
    }

    #[test]
    fn a_title_or_a_speaker_alone_is_something_to_keep() {
        let workshop = Workshop::default();
        assert!(workshop.is_empty() && workshop.after(PresenterAction::Next).is_empty());
        assert!(!workshop.after(PresenterAction::SetTitle("Acme".to_owned())).is_empty());
        assert!(!workshop.after(PresenterAction::SetSpeaker("Ada".to_owned())).is_empty());
        assert!(workshop.after(PresenterAction::SetTitle("\u{200b}\u{61c}".to_owned())).is_empty());
    }
}
