//! The workshop: questions one group at a time in front of people, an audience's window, and the presenter's log.

mod audience;
mod files;
mod notes;
mod room;
mod stage;
mod wall;

pub(super) use audience::{audience, use_slides};
pub(super) use room::{Room, RoomProps};

/// What an audience's window says when it has opened, so that it is told what is on the wall.
const HELLO: &str = "hello";

/// The channel between the windows of a room.
fn channel_of(room: &str) -> String {
    format!("groundplan workshop {room}")
}
