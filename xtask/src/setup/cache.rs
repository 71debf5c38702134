//! Where the tools are kept, so that a second checkout finds them again.

use crate::Result;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The per-user folder of the tools.
pub fn folder() -> Result<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = named("GROUNDPLAN_TOOLS") {
        return Ok(folder);
    }
    let caches = if cfg!(windows) {
        named("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        named("XDG_CACHE_HOME").or_else(|| named("HOME").map(|home| home.join(".cache")))
    };
    caches.map(|caches| caches.join("groundplan").join("tools")).ok_or_else(|| {
        "no home folder is known to keep the tools in: set GROUNDPLAN_TOOLS to a folder that may be written to".into()
    })
}

/// Fills `folder` by way of another name, so that a half-filled folder is never taken for a whole one.
pub fn fill(folder: &Path, work: impl FnOnce(&Path) -> Result) -> Result {
    let partial = folder.with_extension("partial");
    let _ = std::fs::remove_dir_all(&partial);
    std::fs::create_dir_all(&partial)?;
    work(&partial)?;
    let _ = std::fs::remove_dir_all(folder);
    std::fs::rename(&partial, folder)?;
    Ok(())
}

/// The file name of a program.
pub fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// The first program of that name in the folders of `path`.
pub fn program(path: &OsStr, name: &str) -> Option<PathBuf> {
    std::env::split_paths(path).map(|folder| folder.join(executable(name))).find(|file| file.is_file())
}

/// The first program of that name on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    program(&std::env::var_os("PATH")?, name)
}
