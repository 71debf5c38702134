//! One sitting with the page: the answers, what was typed and not taken, what can be undone, and the link that carries
//! it all to somebody else. Everything here is a value; what a browser does with it is told in `browser` and `ui`.

mod action;
mod comparison;
mod field;
mod link;
pub(crate) mod percent;
mod sitting;
mod what_if;

pub use action::{Action, Appearance};
pub use comparison::{Difference, Figure, changes, figures};
pub use field::Field;
pub use link::{Decoded, VERSION, decode, encode};
pub use sitting::{Session, Typed};
pub use what_if::{Asked, Happening, Setting, WhatIf, WhatIfs};
