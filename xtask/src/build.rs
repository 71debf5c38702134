//! `cargo xtask build`: the release page.

use crate::report::Report;
use crate::setup::{self, Tools};
use crate::{Outcome, command, fingerprint, project};
use std::path::PathBuf;

pub fn build(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.first() {
        return Err(format!("build takes no {unknown:?}").into());
    }
    let mut report = Report::default();
    let mut tools = Tools::default();
    let equipped = report.step("tools", || {
        tools = setup::for_building()?;
        Ok(())
    });
    if equipped {
        report.step("release page", || release(&tools));
    } else {
        report.skip("release page", "tools");
    }
    report.close()
}

/// Builds `dist/`.
pub fn release(tools: &Tools) -> Outcome {
    command::run(tools.command("trunk").args(["build", "--release"]).current_dir(project::root()))?;
    let stamp = stamp_file();
    if let Some(folder) = stamp.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(stamp, stamp_now())?;
    list_sizes()
}

/// Builds `dist/`, unless it is what these sources gave before.
pub fn release_if_changed(tools: &Tools) -> Outcome {
    if project::dist().is_dir() && std::fs::read_to_string(stamp_file()).is_ok_and(|stamp| stamp == stamp_now()) {
        println!("   dist/ is up to date");
        return Ok(());
    }
    release(tools)
}

fn stamp_file() -> PathBuf {
    project::root().join("target").join("release-page.stamp")
}

/// Names what the page is made of and what was made of it.
fn stamp_now() -> String {
    let root = project::root();
    let sources = ["src", "assets", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml"]
        .into_iter()
        .chain([".cargo/config.toml", "xtask/src", "tests/e2e/package-lock.json"])
        .map(|name| root.join(name))
        .collect::<Vec<_>>();
    format!("{} {}", fingerprint::of(&sources), fingerprint::of(&[project::dist()]))
}

fn list_sizes() -> Outcome {
    let mut files: Vec<_> = std::fs::read_dir(project::dist())?.flatten().collect();
    files.sort_by_key(std::fs::DirEntry::file_name);
    for file in files.iter().filter(|file| file.path().is_file()) {
        println!("   {:>9} bytes  dist/{}", file.metadata()?.len(), file.file_name().to_string_lossy());
    }
    Ok(())
}
