//! cargo-deny, which judges the dependencies by deny.toml.

use super::{cache, registry::Crate};
use crate::Result;
use std::path::PathBuf;

/// Git is taken from PATH, for the database of advisories.
const DENY: Crate =
    Crate { name: "cargo-deny", version: "0.20.2", options: &["--no-default-features"], time: "two to five minutes" };

/// Gives the program.
pub fn ensure() -> Result<PathBuf> {
    Ok(DENY.ensure()?.join(cache::executable(DENY.name)))
}
