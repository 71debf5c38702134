//! wasm-bindgen and its test runner, in exactly the version of Cargo.lock.

use super::{cache, locked_version, note};
use crate::{Result, command, project};
use std::path::{Path, PathBuf};
use std::process::Command;

const PROGRAMS: [&str; 2] = ["wasm-bindgen", "wasm-bindgen-test-runner"];

/// Gives the folder both are in.
pub fn ensure() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    let tool = format!("wasm-bindgen {version}");
    let folder = cache::folder()?.join(format!("wasm-bindgen-v{}", version.replace('.', "-")));
    if are_version(&folder, &version) {
        note(&tool, "found");
        return Ok(folder);
    }
    if let Some(found) = on_path(&version) {
        note(&tool, "found on PATH");
        return Ok(found);
    }
    cache::fill(&folder, |folder| {
        note(&tool, "missing, compiling it, which takes one to three minutes, once");
        compile(folder)?;
        if are_version(folder, &version) { Ok(()) } else { Err(format!("{tool} was built but does not start").into()) }
    })?;
    note(&tool, &format!("kept in {}", folder.display()));
    Ok(folder)
}

/// The member `xtask/bindgen` holds both programs, as thin covers over the library of the same Cargo.lock, which has the
/// checksums of all that is compiled.
fn compile(folder: &Path) -> Result {
    let target = project::target()?;
    let mut build = Command::new("cargo");
    build.args(["build", "--locked", "--package", "bindgen-tools", "--target-dir"]).arg(&target);
    command::run(build.current_dir(project::root()))?;
    for program in PROGRAMS.map(cache::executable) {
        std::fs::copy(target.join("debug").join(&program), folder.join(&program))?;
    }
    Ok(())
}

fn on_path(version: &str) -> Option<PathBuf> {
    let folder = cache::on_path("wasm-bindgen")?.parent()?.to_path_buf();
    are_version(&folder, version).then_some(folder)
}

fn are_version(folder: &Path, version: &str) -> bool {
    PROGRAMS.iter().all(|program| {
        let answer = command::output_of(folder.join(cache::executable(program)), &["--version"]);
        answer.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(version))
    })
}
