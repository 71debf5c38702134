//! Prebuilt programs from a project's releases. Where the network does not reach them, the caller builds instead.

use super::cache;
use crate::{Result, command};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Downloads the archive at `url` and puts the named programs of it into `folder`.
pub fn fetch(url: &str, programs: &[&str], folder: &Path) -> Result {
    let unpacked = folder.join("unpacked");
    std::fs::create_dir_all(&unpacked)?;
    let archive = folder.join("archive");
    let outcome = download(url, &archive).and_then(|()| unpack(&archive, &unpacked)).and_then(|()| {
        for program in programs {
            let name = cache::executable(program);
            let found = find(&unpacked, &name).ok_or_else(|| format!("the archive holds no {name}"))?;
            std::fs::copy(found, folder.join(name))?;
        }
        Ok(())
    });
    let _ = std::fs::remove_dir_all(unpacked);
    let _ = std::fs::remove_file(archive);
    outcome
}

fn download(url: &str, archive: &Path) -> Result {
    let mut curl = Command::new("curl");
    curl.args(["--fail", "--silent", "--show-error", "--location", "--proto", "=https"]);
    curl.args(["--connect-timeout", "5", "--max-time", "120", "--output"]).arg(archive).arg(url);
    command::run_with_timeout(&mut curl, Duration::from_secs(130))
}

fn unpack(archive: &Path, folder: &Path) -> Result {
    // The tar of Windows and macOS reads zip as well; elsewhere the archives are tar.
    command::run(Command::new("tar").arg("-xf").arg(archive).arg("-C").arg(folder))
}

fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    std::fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let path = entry.path();
        if path.is_dir() { find(&path, name) } else { path.ends_with(name).then_some(path) }
    })
}
