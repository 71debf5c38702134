//! Brings the tools that are missing, and says what it does. Each tool has its file.

mod bindgen;
mod cache;
mod chromium;
mod deny;
mod npm;
mod python;
mod registry;
mod rust;
mod trunk;

use crate::{Result, command, project};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// The folders of the tools, to be searched before the rest of PATH.
#[derive(Default)]
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// A program that finds the tools, whatever else is installed.
    pub fn command(&self, program: &str) -> Command {
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(std::env::split_paths(&inherited));
        let path = std::env::join_paths(folders).unwrap_or(inherited);
        let program = cache::program(&path, program).map_or_else(|| OsString::from(program), PathBuf::into_os_string);
        let mut command = Command::new(program);
        command.env("PATH", path).env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk takes nothing but "true" and "false" here, and stops at the usual NO_COLOR=1.
        if std::env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }
}

/// What the lints and the native tests need.
pub fn for_rust() -> Result {
    rust::ensure()
}

/// What judges the dependencies.
pub fn for_checks() -> Result<PathBuf> {
    deny::ensure()
}

/// What `trunk serve` needs, the crates of the page among it: Trunk is told to download nothing.
pub fn for_serving() -> Result<Tools> {
    rust::ensure()?;
    command::run(Command::new("cargo").args(["fetch", "--quiet", "--locked"]).current_dir(project::root()))?;
    Ok(Tools { folders: vec![trunk::ensure()?, bindgen::ensure()?] })
}

/// What the release build needs: that, and wasm-opt.
pub fn for_building() -> Result<Tools> {
    let mut tools = for_serving()?;
    tools.folders.push(npm::ensure()?.join(".bin"));
    Ok(tools)
}

/// What the tests in a browser need.
pub fn for_browser() -> Result<Browser> {
    npm::ensure()?;
    Ok(Browser { chromium: chromium::ensure()? })
}

/// What Lighthouse needs: that, and itself.
pub fn for_lighthouse() -> Result<Browser> {
    npm::lighthouse()?;
    for_browser()
}

/// What looks at deploy kits; what cannot be had is left out and said.
pub fn for_kits() -> Result<PathBuf> {
    python::for_kits()
}

/// A browser for the tests.
pub struct Browser {
    chromium: PathBuf,
}

impl Browser {
    /// Node, with word of where the browser is.
    pub fn node(&self) -> Command {
        let mut command = Command::new("node");
        command.env("CHROMIUM_PATH", &self.chromium);
        command
    }
}

/// The program that serves wasm tests to a browser.
pub fn wasm_test_runner() -> Result<PathBuf> {
    Ok(bindgen::ensure()?.join(cache::executable("wasm-bindgen-test-runner")))
}

/// All of it.
pub fn all() -> Result {
    for_building()?;
    for_browser()?;
    for_checks()?;
    println!("everything is there");
    Ok(())
}

/// Says what became of a tool, in one aligned line.
fn note(tool: &str, what: &str) {
    println!("   {tool:<22} {what}");
}

/// The version of the crate `name` in Cargo.lock.
fn locked_version(name: &str) -> Result<String> {
    let lock = std::fs::read_to_string(project::root().join("Cargo.lock"))?;
    version_in(&lock, name).ok_or_else(|| format!("Cargo.lock names no {name}").into())
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_the_lock() {
        let lock = "[[package]]\nname = \"yew\"\nversion = \"0.23.0\"\n\n[[package]]\nname = \"yew-macro\"\nversion = \"0.22.0\"\n";
        assert_eq!(version_in(lock, "yew-macro").as_deref(), Some("0.22.0"));
        assert_eq!(version_in(lock, "ye"), None);
    }
}
