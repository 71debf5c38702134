//! A workshop: the questions one group at a time in front of people, a log of who insisted on what, and a file that keeps
//! it all.
//!
//! What the audience sees ([`Slide`]) and what the presenter keeps ([`Workshop`]) are different types, so that a note
//! cannot reach the audience by mistake.

mod entry;
mod file;
mod log;
mod page;
mod presenter;
mod slide;
mod trial;

pub use entry::{Entry, Moment};
#[cfg(not(target_arch = "wasm32"))]
pub use file::schema;
pub use log::Log;
pub use page::{PAGES, Page, Shows};
pub use presenter::{PresenterAction, Workshop};
pub use slide::Slide;
pub use trial::Trial;
