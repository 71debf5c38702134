//! Trunk, which builds the page.

use super::registry::Crate;
use crate::Result;
use std::path::PathBuf;

/// The newest Trunk that the pinned Rust compiles. TLS is left out, because Trunk finds all its tools on PATH and is told to
/// download nothing (`offline` in Trunk.toml): what it fetches it does not check.
const TRUNK: Crate =
    Crate { name: "trunk", version: "0.21.14", options: &["--no-default-features"], time: "two to ten minutes" };

/// Gives the folder Trunk is in.
pub fn ensure() -> Result<PathBuf> {
    TRUNK.ensure()
}

#[cfg(test)]
mod tests {
    /// What Trunk fetches by itself it does not check.
    #[test]
    fn trunk_downloads_nothing() {
        let settings = std::fs::read_to_string(crate::project::root().join("Trunk.toml")).unwrap();
        for wanted in ["offline = true", "locked = true"] {
            assert!(settings.lines().any(|line| line == wanted), "{wanted}");
        }
    }
}
