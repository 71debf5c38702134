//! `cargo xtask build`: the release page.

use crate::report::Report;
use crate::setup::{self, Tools};
use crate::{Result, command, fingerprint, project};
use std::path::{Path, PathBuf};

/// Names the consultant kit a build shall carry, to the scripts in `xtask/post-build`.
const KIT: &str = "GROUNDPLAN_KIT";

/// `--kit FILE` puts a consultant kit into the page.
pub fn build(arguments: &[String]) -> Result {
    let kit = match arguments {
        [] => None,
        [flag, file] if flag == "--kit" => Some(std::path::absolute(file)?),
        _ => return Err("build takes nothing, or --kit FILE".into()),
    };
    let mut report = Report::default();
    let mut tools = Tools::default();
    let equipped = report.step("tools", || {
        tools = setup::for_building()?;
        Ok(())
    });
    if equipped {
        report.step("release page", || release(&tools, kit.as_deref()));
    } else {
        report.skip("release page", "tools");
    }
    report.close()
}

/// Builds `dist/`.
pub fn release(tools: &Tools, kit: Option<&Path>) -> Result {
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--release"]).current_dir(project::root());
    if let Some(kit) = kit {
        trunk.env(KIT, kit);
    }
    command::run(&mut trunk)?;
    std::fs::write(stamp_file()?, stamp_now())?;
    list_sizes()
}

/// Builds `dist/`, unless it is what these sources gave before.
pub fn release_if_changed(tools: &Tools) -> Result {
    if project::dist().is_dir() && std::fs::read_to_string(stamp_file()?).is_ok_and(|stamp| stamp == stamp_now()) {
        println!("   dist/ is up to date");
        return Ok(());
    }
    release(tools, None)
}

fn stamp_file() -> Result<PathBuf> {
    Ok(project::target()?.join("release-page.stamp"))
}

/// Names what the page is made of and what was made of it.
fn stamp_now() -> String {
    let root = project::root();
    let sources = ["src", "assets", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml"]
        .into_iter()
        .chain([".cargo/config.toml", "xtask/src", "xtask/post-build", "tests/e2e/package-lock.json"])
        .map(|name| root.join(name))
        .collect::<Vec<_>>();
    format!("{} {}", fingerprint::of(&sources), fingerprint::of(&[project::dist()]))
}

/// Each file with what it weighs as it is and as a host sends it.
fn list_sizes() -> Result {
    let dist = project::dist();
    let size = |file: &Path| std::fs::metadata(file).map(|about| about.len());
    println!("   {:>9} {:>9} {:>9}", "bytes", "gzip", "brotli");
    for file in files_in(&dist)? {
        let name = file.to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let packed =
            |ending| size(Path::new(&format!("{name}{ending}"))).map_or(String::new(), |size| size.to_string());
        let shown = file.strip_prefix(&dist).unwrap_or(&file).display();
        println!("   {:>9} {:>9} {:>9}  dist/{shown}", size(&file)?, packed(".gz"), packed(".br"));
    }
    Ok(())
}

fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files.append(&mut files_in(&path)?) } else { files.push(path) }
    }
    files.sort();
    Ok(files)
}
