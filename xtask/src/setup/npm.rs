//! The npm tools: wasm-opt for the release build, playwright-core and axe for the journeys, and Lighthouse.

use super::{cache, note};
use crate::{Result, command, fingerprint, project};
use std::path::{Path, PathBuf};

const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// The tools of the builds and the journeys. Gives the folder `node_modules`.
pub fn ensure() -> Result<PathBuf> {
    ensure_in(&project::e2e(), "npm tools", "playwright-core, axe-core and binaryen (a few seconds)")
}

/// Lighthouse, which only its own task needs.
pub fn lighthouse() -> Result<PathBuf> {
    ensure_in(&project::lighthouse(), "Lighthouse", "it with some 200 packages (a minute)")
}

/// What the package.json of `home` asks for, kept by the content of the lock file and linked in there.
fn ensure_in(home: &Path, what: &str, contents: &str) -> Result<PathBuf> {
    node()?;
    let print = fingerprint::of(&FILES.map(|file| home.join(file)));
    let folder = cache::folder()?.join(format!("npm-{print}"));
    let modules = folder.join("node_modules");
    if modules.is_dir() {
        note(what, "found");
    } else {
        note(what, &format!("missing, fetching {contents}"));
        cache::fill(&folder, |folder| {
            for file in FILES {
                std::fs::copy(home.join(file), folder.join(file))?;
            }
            command::run(command::npm().args(["ci", "--loglevel", "error"]).current_dir(folder))
        })?;
        note(what, &format!("kept in {}", folder.display()));
    }
    link(&modules, &home.join("node_modules"))?;
    Ok(modules)
}

fn node() -> Result {
    let hint = "Node 20 or newer with npm is needed: get it from https://nodejs.org or from your system's packages";
    let version = command::output_of("node", &["--version"]).ok_or(hint)?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(20..) => Ok(()),
        Some(_) | None => Err(format!("{hint} (this one is {version})").into()),
    }
}

/// Node looks for modules beside the tests, so they are linked there.
fn link(modules: &Path, place: &Path) -> Result {
    if std::fs::read_link(place).is_ok_and(|there| there == modules) {
        return Ok(());
    }
    match std::fs::symlink_metadata(place) {
        Ok(there) if there.is_dir() => std::fs::remove_dir_all(place)?,
        Ok(_) => std::fs::remove_file(place)?,
        Err(_) => {}
    }
    symlink(modules, place)
}

#[cfg(unix)]
fn symlink(modules: &Path, place: &Path) -> Result {
    Ok(std::os::unix::fs::symlink(modules, place)?)
}

#[cfg(windows)]
fn symlink(modules: &Path, place: &Path) -> Result {
    // A junction needs no special right, a symbolic link does.
    command::run(std::process::Command::new("cmd").args(["/C", "mklink", "/J"]).arg(place).arg(modules))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// npm verifies what it fetches against the checksum of the lock file, where there is one.
    #[test]
    fn every_package_of_every_lock_has_its_checksum_and_none_runs_a_script() {
        for home in [project::e2e(), project::lighthouse()] {
            let lock = std::fs::read_to_string(home.join("package-lock.json")).unwrap();
            let packages = lock.matches("\"node_modules/").count();
            assert!(packages > 0 && lock.matches("\"integrity\": \"sha512-").count() == packages, "{}", home.display());
            let settings = std::fs::read_to_string(home.join(".npmrc")).unwrap();
            assert!(settings.lines().any(|line| line == "ignore-scripts=true"), "{}", home.display());
        }
    }
}
