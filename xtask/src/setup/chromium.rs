//! A Chromium for the browser tests.

use super::{cache, note};
use crate::{Result, command};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const HELP: &str = "no Chromium was found and none could be installed.\n\
    Install Chromium or Google Chrome by your system's packages, or set CHROMIUM_PATH to its program; then run this again";

/// Gives the path of the program: the one named, one that is there, or one installed now.
pub fn ensure() -> Result<PathBuf> {
    for name in ["CHROMIUM_PATH", "CHROME_PATH", "CHROME"] {
        if let Some(named) = std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from) {
            if starts(&named) {
                note("Chromium", &format!("found, by {name}"));
                return Ok(named);
            }
            return Err(format!("{name} names {}, which does not start as a browser", named.display()).into());
        }
    }
    if let Some(found) = find()? {
        note("Chromium", "found");
        return Ok(found);
    }
    note("Chromium", "missing");
    match from_apt() {
        Err(fault) => note("Chromium", &fault.to_string()),
        Ok(()) => {
            if let Some(found) = find()? {
                note("Chromium", &format!("installed: {}", found.display()));
                return Ok(found);
            }
        }
    }
    Err(HELP.into())
}

fn find() -> Result<Option<PathBuf>> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let mut candidates: Vec<PathBuf> = names.iter().filter_map(|name| cache::on_path(name)).collect();
    if cfg!(target_os = "macos") {
        let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
        for applications in [PathBuf::from("/Applications"), home.join("Applications")] {
            candidates.push(applications.join("Google Chrome.app/Contents/MacOS/Google Chrome"));
            candidates.push(applications.join("Chromium.app/Contents/MacOS/Chromium"));
        }
    }
    if cfg!(windows) {
        for variable in ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"] {
            if let Some(folder) = std::env::var_os(variable) {
                candidates.push(PathBuf::from(folder).join("Google/Chrome/Application/chrome.exe"));
            }
        }
    }
    for folder in browser_folders()? {
        find_browsers(&folder, 6, &mut candidates);
    }
    Ok(candidates.into_iter().find(|candidate| starts(candidate)))
}

/// Where Playwright keeps its browsers: ours, the one named, and its own default.
fn browser_folders() -> Result<Vec<PathBuf>> {
    let ours = cache::folder()?.join("browsers");
    let named = std::env::var_os("PLAYWRIGHT_BROWSERS_PATH").map(PathBuf::from);
    let home = std::env::var_os(if cfg!(windows) { "LOCALAPPDATA" } else { "HOME" }).map(PathBuf::from);
    let default = home.map(|home| {
        let caches = if cfg!(windows) {
            home
        } else if cfg!(target_os = "macos") {
            home.join("Library/Caches")
        } else {
            home.join(".cache")
        };
        caches.join("ms-playwright")
    });
    Ok([Some(ours), named, default].into_iter().flatten().collect())
}

fn find_browsers(folder: &Path, depth: u32, candidates: &mut Vec<PathBuf>) {
    const NAMES: [&str; 7] = [
        "chrome",
        "chrome.exe",
        "chrome-headless-shell",
        "chrome-headless-shell.exe",
        "headless_shell",
        "Chromium",
        "Google Chrome for Testing",
    ];
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            if depth > 0 {
                find_browsers(&path, depth - 1, candidates);
            }
        } else if NAMES.iter().any(|name| path.file_name().is_some_and(|file| file == *name)) {
            candidates.push(path);
        }
    }
}

/// A browser may be there and yet not start: a stub of another package system, or libraries that are missing.
fn starts(program: &Path) -> bool {
    if cfg!(windows) {
        // There it would open a window instead of telling its version.
        return program.is_file();
    }
    let status = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// The words before a command that needs the administrator's rights, if they are to be had without a password.
fn root_prefix() -> Option<&'static [&'static str]> {
    if command::output_of("id", &["-u"]).as_deref() == Some("0") {
        Some(&[])
    } else {
        command::output_of("sudo", &["-n", "true"]).map(|_| &["sudo", "-n"][..])
    }
}

/// apt checks the signatures of what it installs. Playwright has browsers too, for which it knows no checksums.
fn from_apt() -> Result {
    if cache::on_path("apt-get").is_none() {
        return Err("there is no apt-get here".into());
    }
    let before = root_prefix().ok_or("apt-get needs root, and sudo asks for a password")?;
    note("Chromium", "asking apt-get (about 140 MB)");
    apt_get(before, &["update", "-qq"])?;
    apt_get(before, &["install", "-y", "-qq", "--no-install-recommends", "chromium"])
}

fn apt_get(before: &[&str], arguments: &[&str]) -> Result {
    let words: Vec<&str> = before.iter().copied().chain(["apt-get"]).chain(arguments.iter().copied()).collect();
    command::run(Command::new(words[0]).args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive"))
}
