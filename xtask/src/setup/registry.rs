//! Programs compiled from crates.io. Cargo verifies what it downloads against the checksums of the registry's index, and
//! `--locked` takes the versions that the program's own authors have tested.

use super::{cache, note};
use crate::{Result, command};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program to be had from the registry.
pub struct Crate {
    pub name: &'static str,
    pub version: &'static str,
    /// What else `cargo install` is told.
    pub options: &'static [&'static str],
    /// How long that takes, for people.
    pub time: &'static str,
}

impl Crate {
    /// Gives the folder the program is in: the cache, or that of PATH where somebody has installed the same version.
    pub fn ensure(&self) -> Result<PathBuf> {
        let tool = format!("{} {}", self.name, self.version);
        let root = cache::folder()?;
        let folder = root.join("bin");
        let program = folder.join(cache::executable(self.name));
        if self.is(&program) {
            note(&tool, "found");
            return Ok(folder);
        }
        if let Some(found) = cache::on_path(self.name).filter(|found| self.is(found)) {
            note(&tool, "found on PATH");
            return Ok(found.parent().map_or_else(PathBuf::new, Path::to_path_buf));
        }
        note(&tool, &format!("missing, compiling it, which takes {}, once", self.time));
        // Quick to build rather than quick to run: most of the time is spent in other programs anyway.
        let mut install = Command::new("cargo");
        install.args(["install", "--locked", self.name, "--version", self.version, "--profile", "dev", "--force"]);
        install.args(self.options).arg("--root").arg(&root);
        command::run(install.env("CARGO_PROFILE_DEV_DEBUG", "0"))?;
        if !self.is(&program) {
            return Err(format!("{} does not start here", program.display()).into());
        }
        note(&tool, &format!("kept in {}", folder.display()));
        Ok(folder)
    }

    fn is(&self, program: &Path) -> bool {
        // Trunk stops at NO_COLOR=1, so it is asked without.
        let answer = Command::new(program).arg("--version").env_remove("NO_COLOR").output();
        let wanted = format!("{} {}", self.name, self.version);
        answer.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).trim() == wanted)
    }
}
