use crate::{
    browser::{console, frame},
    kit::{Origin, ToHost},
    questionnaire::Problem,
};

/// Where the page is shown.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Home {
    /// In a window of its own.
    #[default]
    Own,
    /// Inside a page of this origin.
    Within(Origin),
    /// In a window for a workshop's audience, following the presenter's window of this room.
    Audience(String),
}

impl Home {
    /// Tells the page around, if there is one.
    pub(super) fn tell(&self, message: &ToHost<'_>) {
        if let Self::Within(host) = self {
            frame::say(&message.written(), host.target());
        }
    }
}

/// Tells whoever wrote a kit what in it was not understood; it is of no use to readers.
pub(super) fn warn(problems: &[Problem]) {
    for problem in problems {
        console::warn(&format!("groundplan kit, {problem}"));
    }
}
