//! `cargo xtask build`: the release page.

use crate::report::Report;
use crate::setup::{self, Tools};
use crate::{Outcome, command, fingerprint, project};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names the consultant kit a build shall carry, to the scripts in `xtask/post-build`.
const KIT: &str = "GROUNDPLAN_KIT";

/// `--kit FILE` puts a consultant kit into the page.
pub fn build(arguments: &[String]) -> Outcome {
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
pub fn release(tools: &Tools, kit: Option<&Path>) -> Outcome {
    let trunk = || {
        let mut trunk = tools.command("trunk");
        trunk.args(["build", "--release"]).current_dir(project::root());
        if let Some(kit) = kit {
            trunk.env(KIT, kit);
        }
        trunk
    };
    if !tools.has_source || command::run(lean(&mut trunk())).is_err() {
        println!("   with the standard library as it comes, which makes the page a tenth larger");
        command::run(&mut trunk())?;
    }
    let stamp = stamp_file();
    if let Some(folder) = stamp.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(stamp, stamp_now())?;
    list_sizes()
}

/// Has the standard library compiled for this page: as tersely as the rest, and without the words of panics, which stop
/// the program either way and which no reader has a use for. That is a tenth of the page.
///
/// Cargo calls this unstable. The toolchain is pinned, so it is what it is until somebody changes the pin.
fn lean(trunk: &mut Command) -> &mut Command {
    let flags = [
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        "-Zfmt-debug=none",
        "-Cllvm-args=--inline-threshold=0",
        "-Cllvm-args=--disable-lsr",
        "-Clink-arg=-zstack-size=262144",
    ];
    trunk
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "))
}

/// Builds `dist/`, unless it is what these sources gave before.
pub fn release_if_changed(tools: &Tools) -> Outcome {
    if project::dist().is_dir() && std::fs::read_to_string(stamp_file()).is_ok_and(|stamp| stamp == stamp_now()) {
        println!("   dist/ is up to date");
        return Ok(());
    }
    release(tools, None)
}

fn stamp_file() -> PathBuf {
    project::root().join("target").join("release-page.stamp")
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
fn list_sizes() -> Outcome {
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

fn files_in(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files.append(&mut files_in(&path)?) } else { files.push(path) }
    }
    files.sort();
    Ok(files)
}
