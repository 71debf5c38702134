//! Trunk, which builds the page.

use super::{cache, host, prebuilt, say};
use crate::{Outcome, command};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The newest Trunk that the pinned Rust compiles.
const VERSION: &str = "0.21.14";

/// Gives the folder Trunk is in.
pub fn ensure() -> Outcome<PathBuf> {
    let tool = format!("trunk {VERSION}");
    let root = cache::folder()?;
    let kept = root.join("bin");
    let program = kept.join(cache::executable("trunk"));
    if is_right(&program) {
        say(&tool, "there");
        return Ok(kept);
    }
    if let Some(found) = cache::on_path("trunk").filter(|found| is_right(found)) {
        say(&tool, "there, on PATH");
        return Ok(found.parent().map_or_else(PathBuf::new, Path::to_path_buf));
    }
    std::fs::create_dir_all(&kept)?;
    say(&tool, "missing, looking for a prebuilt one");
    if let Err(fault) = prebuilt(&root, &kept).and_then(|()| checked(&program)) {
        say(&tool, &format!("no prebuilt one ({fault})"));
        say(&tool, "compiling it, which takes two to ten minutes, once");
        compile(&root)?;
        checked(&program)?;
    }
    say(&tool, &format!("kept in {}", kept.display()));
    Ok(kept)
}

fn prebuilt(root: &Path, kept: &Path) -> Outcome {
    let host = host().ok_or("rustc does not tell its host")?;
    let archive = if host.contains("windows") { "zip" } else { "tar.gz" };
    let url = format!("https://github.com/trunk-rs/trunk/releases/download/v{VERSION}/trunk-{host}.{archive}");
    prebuilt::fetch(&url, &["trunk"], kept).or_else(|fault| {
        if command::ask("cargo-binstall", &["-V"]).is_none() {
            return Err(fault);
        }
        let mut binstall = Command::new("cargo-binstall");
        binstall.args(["--no-confirm", "--disable-strategies", "compile", "--force", "--root"]).arg(root);
        command::run_within(binstall.arg(format!("trunk@{VERSION}")), Duration::from_secs(120))
    })
}

/// Quick to build rather than quick to run: most of a build is spent in rustc anyway.
fn compile(root: &Path) -> Outcome {
    let mut install = Command::new("cargo");
    install.args(["install", "--locked", "trunk", "--version", VERSION, "--profile", "dev", "--force"]);
    install.args(["--no-default-features", "--features", "rustls", "--root"]).arg(root);
    command::run(install.env("CARGO_PROFILE_DEV_DEBUG", "0"))
}

fn is_right(program: &Path) -> bool {
    // Trunk stops at NO_COLOR=1, so it is asked without.
    let answer = Command::new(program).arg("--version").env_remove("NO_COLOR").output();
    answer.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).trim() == format!("trunk {VERSION}"))
}

fn checked(program: &Path) -> Outcome {
    if is_right(program) { Ok(()) } else { Err(format!("{} does not start here", program.display()).into()) }
}
