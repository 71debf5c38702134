//! `cargo xtask build`: the release page.

use crate::report::Report;
use crate::setup::{self, Tools};
use crate::{Result, command, fingerprint, project};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names the consultant kit a build shall carry, to the scripts in `xtask/post-build`.
const KIT: &str = "GROUNDPLAN_KIT";

/// What the last steps of a release build write.
const MADE: [&str; 4] = ["index.html", "groundplan.html", "sw.js", "LICENSES.txt"];

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
    make(&mut trunk, &project::dist())?;
    std::fs::write(stamp_file()?, stamp_now())?;
    list_sizes()
}

/// Runs what makes `dist`. What lay there before is gone first, so that a build that fails leaves nothing to be taken for
/// its page, and one that says it went well must have made one.
fn make(trunk: &mut Command, dist: &Path) -> Result {
    if dist.exists() {
        std::fs::remove_dir_all(dist)?;
    }
    command::run(trunk)?;
    match MADE.iter().find(|name| !dist.join(name).is_file()) {
        None => Ok(()),
        Some(missing) => Err(format!("the build ended well and left no {missing} in {}", dist.display()).into()),
    }
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// A folder of this process with an old page in it.
    fn old_page(name: &str) -> PathBuf {
        let dist = std::env::temp_dir().join(format!("groundplan-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&dist).unwrap();
        for name in MADE {
            std::fs::write(dist.join(name), "old").unwrap();
        }
        dist
    }

    fn shell(script: &str, dist: &Path) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]).env("DIST", dist);
        shell
    }

    #[test]
    fn a_failing_build_fails_and_leaves_no_page() {
        let dist = old_page("failing");
        let fault = make(&mut shell("mkdir -p $DIST && touch $DIST/index.html && exit 3", &dist), &dist).unwrap_err();
        assert!(fault.to_string().contains("exit status: 3"), "{fault}");
        assert!(!dist.join("groundplan.html").exists());
        let fault = make(&mut Command::new("groundplan-has-no-such-program"), &dist).unwrap_err();
        assert!(fault.to_string().contains("could not be started"), "{fault}");
        assert!(!dist.exists());
    }

    #[test]
    fn a_build_that_makes_no_whole_page_fails_whatever_it_says() {
        let dist = old_page("idle");
        let fault = make(&mut shell("true", &dist), &dist).unwrap_err();
        assert!(fault.to_string().contains("left no index.html"), "{fault}");
        let fault = make(&mut shell("mkdir -p $DIST && touch $DIST/index.html", &dist), &dist).unwrap_err();
        assert!(fault.to_string().contains("left no groundplan.html"), "{fault}");
        let all: String = MADE.iter().map(|name| format!(" && touch $DIST/{name}")).collect();
        make(&mut shell(&format!("mkdir -p $DIST{all}"), &dist), &dist).unwrap();
        std::fs::remove_dir_all(dist).unwrap();
    }
}
