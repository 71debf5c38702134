//! A workshop: the questions one group at a time in front of people, who insisted on what, and a file that keeps it all.
//!
//! What the audience sees is one kind of value, what the presenter keeps is another, so that a note cannot get to the
//! wall by mistake.

mod entry;
mod file;
mod log;
mod page;
mod presenter;
mod slide;

pub use entry::{Entry, Moment};
#[cfg(not(target_arch = "wasm32"))]
pub use file::schema;
pub use log::Log;
pub use page::{PAGES, Page, Shows};
pub use presenter::{Deed, Workshop};
pub use slide::Slide;
