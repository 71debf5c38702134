//! `cargo xtask post-build`: Trunk runs it on every page it has built, before the page takes its place.

use crate::Outcome;

/// Nothing is to be done to a debug build. What a release still needs (compressed copies, the service worker,
/// the single file) gets its line here, one file each.
pub fn post_build() -> Outcome {
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        let _staged = std::env::var_os("TRUNK_STAGING_DIR").ok_or("post-build is for Trunk to run")?;
    }
    Ok(())
}
