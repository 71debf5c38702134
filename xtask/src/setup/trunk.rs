//! Trunk, which builds the page.

use super::{cache, host, note, prebuilt};
use crate::{Result, command};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The newest Trunk that the pinned Rust compiles.
const VERSION: &str = "0.21.14";

/// Gives the folder Trunk is in.
pub fn ensure() -> Result<PathBuf> {
    let tool = format!("trunk {VERSION}");
    let root = cache::folder()?;
    let folder = root.join("bin");
    let program = folder.join(cache::executable("trunk"));
    if is_version(&program) {
        note(&tool, "found");
        return Ok(folder);
    }
    if let Some(found) = cache::on_path("trunk").filter(|found| is_version(found)) {
        note(&tool, "found on PATH");
        return Ok(found.parent().map_or_else(PathBuf::new, Path::to_path_buf));
    }
    std::fs::create_dir_all(&folder)?;
    note(&tool, "missing, looking for a prebuilt one");
    if let Err(fault) = prebuilt(&root, &folder).and_then(|()| checked(&program)) {
        note(&tool, &format!("no prebuilt one ({fault})"));
        note(&tool, "compiling it, which takes two to ten minutes, once");
        compile(&root)?;
        checked(&program)?;
    }
    note(&tool, &format!("kept in {}", folder.display()));
    Ok(folder)
}

fn prebuilt(root: &Path, folder: &Path) -> Result {
    let host = host().ok_or("rustc does not tell its host")?;
    let archive = if host.contains("windows") { "zip" } else { "tar.gz" };
    let url = format!("https://github.com/trunk-rs/trunk/releases/download/v{VERSION}/trunk-{host}.{archive}");
    prebuilt::fetch(&url, &["trunk"], folder).or_else(|fault| {
        if command::output_of("cargo-binstall", &["-V"]).is_none() {
            return Err(fault);
        }
        let mut binstall = Command::new("cargo-binstall");
        binstall.args(["--no-confirm", "--disable-strategies", "compile", "--force", "--root"]).arg(root);
        command::run_with_timeout(binstall.arg(format!("trunk@{VERSION}")), Duration::from_secs(120))
    })
}

/// Quick to build rather than quick to run: most of a build is spent in rustc anyway. TLS is left out, because Trunk finds
/// all its tools on PATH and has nothing to download.
fn compile(root: &Path) -> Result {
    let mut install = Command::new("cargo");
    install.args(["install", "--locked", "trunk", "--version", VERSION, "--profile", "dev", "--force"]);
    install.args(["--no-default-features", "--root"]).arg(root);
    command::run(install.env("CARGO_PROFILE_DEV_DEBUG", "0"))
}

fn is_version(program: &Path) -> bool {
    // Trunk stops at NO_COLOR=1, so it is asked without.
    let answer = Command::new(program).arg("--version").env_remove("NO_COLOR").output();
    answer.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).trim() == format!("trunk {VERSION}"))
}

fn checked(program: &Path) -> Result {
    if is_version(program) { Ok(()) } else { Err(format!("{} does not start here", program.display()).into()) }
}
