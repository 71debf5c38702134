use super::{Log, Moment, PAGES, Slide, Trial, log::named};
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
    /// The part that fails on the picture, by its key, and what is tried out: shown and not kept.
    pub(super) broken: String,
    pub(super) trial: Trial,
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
    /// Have a part fail on the picture, by its key; none by an empty one.
    Break(String),
    /// Try something out.
    Try(Trial),
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

    /// The part that fails on the picture, by its key; none where it is empty.
    pub fn broken(&self) -> &str {
        &self.broken
    }

    /// What is tried out.
    pub const fn trial(&self) -> Trial {
        self.trial
    }

    /// What was decided, as Markdown: a table with who insisted on what and why.
    pub fn log_markdown(&self) -> String {
        let title = if self.title.is_empty() { "Workshop" } else { &self.title };
        let mut out = format!("# {}\n\n", cell(title));
        if self.log.entries().is_empty() {
            return out + "Nothing was decided.\n";
        }
        out.push_str("| When | What | Before | Decided | Who | Why |\n|---|---|---|---|---|---|\n");
        for entry in self.log.entries() {
            let at = entry.at.as_str().get(..16).unwrap_or_default().replace('T', " ");
            let cells = [at, entry.field.label(), entry.before(), entry.after(), entry.who.clone(), entry.why.clone()];
            out.push_str(&format!("| {} |\n", cells.map(|text| cell(&text)).join(" | ")));
        }
        out
    }

    /// Whether there is nothing in it that somebody could miss.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.speaker.is_empty() && self.log == Log::default()
    }

    /// What the audience is to see.
    pub fn slide(&self, answers: &Answers, scenarios: &session::Scenarios, appearance: session::Appearance) -> Slide {
        let (broken, trial) = (self.broken.clone(), self.trial);
        Slide { page: self.page, answers: answers.clone(), scenarios: scenarios.clone(), appearance, broken, trial }
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
            PresenterAction::Break(part) => next.broken = part,
            PresenterAction::Try(trial) => next.trial = trial,
            PresenterAction::SetWho(index, who) => next.log.annotate(index, Some(&who), None),
            PresenterAction::SetWhy(index, why) => next.log.annotate(index, None, Some(&why)),
            PresenterAction::Strike(index) => next.log.strike(index),
            PresenterAction::PutBack => next.log.put_back(),
            PresenterAction::Resume(kept) => next = *kept,
        }
        next
    }
}

/// A text as a cell of a table in Markdown: in one line, and with nothing that would be markup.
fn cell(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '|' | '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
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
    fn the_log_is_a_table_in_words_and_none_of_it_is_markup() {
        let (before, after) = (Answers::default(), session::decode("visits=2m&zone=yes").answers);
        let at = Moment::parse("2026-11-22T09:41:00Z").unwrap();
        let workshop = Workshop::default()
            .after(PresenterAction::SetTitle("Acme".to_owned()))
            .after(PresenterAction::SetSpeaker("Ada".to_owned()))
            .after(PresenterAction::Log { before: Box::new(before), after: Box::new(after), at })
            .after(PresenterAction::SetWhy(0, "a | b\n<b>spring</b>".to_owned()));
        assert_eq!(
            workshop.log_markdown(),
            "# Acme\n\n| When | What | Before | Decided | Who | Why |\n|---|---|---|---|---|---|\n\
             | 2026-11-22 09:41 | Visits a month | 300,000 visits | 2,000,000 visits | Ada | a \\| b \\<b\\>spring\\</b\\> |\n\
             | 2026-11-22 09:41 | Must it survive the loss of an Availability Zone? | No, a restore by hand is acceptable | \
             Yes, automatically | Ada |  |\n"
        );
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
