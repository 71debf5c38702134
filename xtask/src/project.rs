//! Where things lie in the checkout.

use std::path::{Path, PathBuf};

/// The top of the checkout. Cargo tells where it is at run time, so a moved checkout is found as well.
pub fn root() -> PathBuf {
    let member =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    // The wasm test runner is started with the tested package as its manifest's folder.
    if member.join("xtask").is_dir() { member } else { member.parent().map_or(member.clone(), Path::to_path_buf) }
}

/// The folder of the browser tests and of the npm tools.
pub fn e2e() -> PathBuf {
    root().join("tests").join("e2e")
}

/// The folder of Lighthouse.
pub fn lighthouse() -> PathBuf {
    root().join("tests").join("lighthouse")
}

/// Where cargo builds, which need not be in the checkout: this program lies in a folder of it, named as its profile.
pub fn target() -> crate::Result<PathBuf> {
    let program = std::env::current_exe()?;
    Ok(program.ancestors().nth(2).ok_or("this program lies in no target folder")?.to_path_buf())
}

/// The release page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The tests that run as wasm in a browser; there may be none.
pub fn wasm_tests() -> PathBuf {
    root().join("tests").join("web.rs")
}
