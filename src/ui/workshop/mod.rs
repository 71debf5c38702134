//! The workshop: questions one group at a time in front of people, an audience's window, and the presenter's log.

mod audience;
mod desk;
mod files;
mod notes;
mod offer;
mod pictures;
mod presenter;
mod slide;
mod stage;
mod trials;

pub(super) use audience::Audience;
pub(super) use desk::use_desk;
pub(super) use presenter::Presenter;

/// What an audience's window says when it has opened, so that it is told what to show.
const HELLO: &str = "hello";

/// Name of the channel between the windows of one workshop.
fn channel_of(room: &str) -> String {
    format!("groundplan workshop {room}")
}

/// Said where so many workshops are put aside that another one cannot be.
const CROWDED: &str =
    "This device keeps as many earlier workshops as it can: discard one of them first. Nothing was changed.";
