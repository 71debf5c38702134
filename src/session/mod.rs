//! One session with the page: the answers, what was typed and not taken, what can be undone, and the link that carries
//! it all to somebody else. Everything here is a value; what a browser does with it is told in `browser` and `ui`.

mod action;
mod comparison;
mod field;
mod json;
mod link;
mod measured;
mod pairs;
pub(crate) mod percent;
mod plan;
mod scenario_link;
mod scenarios;
mod side_by_side;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod state;
mod what_if;

pub use action::{Action, Appearance};
pub use comparison::{Difference, Figure, changes, figures};
pub use field::Field;
pub use link::{Decoded, LONGEST_LINK, decode, encode, encode_all};
pub use pairs::VERSION;
pub use plan::{Hindrance, Pinned, Planned, adopted, consequences, hindrances, pinned_value, plan};
pub use scenarios::{Scenario, Scenarios};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use side_by_side::{Cell, Change, Direction, Group, Row, side_by_side};
pub use state::{Session, Typed};
pub use what_if::{Asked, Happening, Setting, WhatIf, WhatIfs};
