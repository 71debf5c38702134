//! `cargo xtask post-build`: Trunk runs it on every page it has built, before the page takes its place.

use crate::{Outcome, command, project};
use std::process::Command;

/// Names the consultant kit a build shall carry, for `cargo xtask build --kit FILE`.
pub const KIT: &str = "GROUNDPLAN_KIT";

/// A debug build is left as it is. A release gets integrity and policy, the single file, the service worker and
/// compressed copies, by the scripts in `xtask/post-build`: Node, which a release needs anyway, has the codecs and
/// checksums in its own library.
pub fn post_build() -> Outcome {
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        let staged = std::env::var_os("TRUNK_STAGING_DIR").ok_or("post-build is for Trunk to run")?;
        let mut node = Command::new("node");
        node.arg(project::post_build()).arg(staged).args(std::env::var_os(KIT));
        command::run(&mut node)?;
    }
    Ok(())
}
