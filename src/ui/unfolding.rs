use yew::prelude::*;

use crate::browser::{clock, document};

/// How much of the page is there. It is put together in goes, so that a slow phone shows the answer and hears a finger
/// while the rest is still being made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unfolded {
    /// The first questions and the answer.
    Answer,
    /// The picture.
    Picture,
    /// What it costs.
    Bill,
    /// What the week brings.
    Week,
    /// What speaks for which option.
    Scores,
    /// What is ruled out, and what to know.
    Findings,
    /// The questions that most people need not think about.
    Details,
    /// Everything.
    #[default]
    Whole,
}

impl Unfolded {
    fn next(self) -> Option<Self> {
        match self {
            Self::Answer => Some(Self::Picture),
            Self::Picture => Some(Self::Bill),
            Self::Bill => Some(Self::Week),
            Self::Week => Some(Self::Scores),
            Self::Scores => Some(Self::Findings),
            Self::Findings => Some(Self::Details),
            Self::Details => Some(Self::Whole),
            Self::Whole => None,
        }
    }
}

/// Unfolds the page from what is there at `first`.
#[hook]
pub(super) fn use_unfolding(first: Unfolded) -> Unfolded {
    let unfolded = use_state_eq(|| first);
    use_effect_with(*unfolded, {
        let unfolded = unfolded.setter();
        move |now| match now.next() {
            Some(next) => clock::soon(move || unfolded.set(next)),
            None => document::set_root_attribute("data-state", Some("ready")),
        }
    });
    *unfolded
}
