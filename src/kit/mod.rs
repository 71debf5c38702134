//! The consultant kit: how the page presents itself on somebody's site and what it starts from. It comes as JSON out of
//! a file, an attribute or another site's message, so nothing in it is trusted: every field is bounded and checked, and
//! what is not understood is named and left out.

mod accent;
mod arrival;
mod call;
mod colour;
mod consultant;
mod file;
mod given;
mod line;
mod logo;
mod message;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod summary;

pub use accent::{Accent, Shade};
pub use arrival::{Arrival, Embedding, Origin};
pub use call::{Call, Passed, Target};
pub use colour::Colour;
pub use consultant::Kit;
pub use logo::Logo;
pub use message::{FromHost, ToHost};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use summary::summary;
