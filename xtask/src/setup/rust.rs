//! The wasm32 target, rustfmt and clippy.

use super::note;
use crate::{Result, command};
use std::path::Path;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

pub fn ensure() -> Result {
    let sysroot = command::output_of("rustc", &["--print", "sysroot"]).ok_or("rustc does not start")?;
    if Path::new(&sysroot).join("lib").join("rustlib").join(TARGET).join("lib").is_dir() {
        note(TARGET, "found");
    } else {
        note(TARGET, "missing, asking rustup");
        rustup(&["target", "add", TARGET])?;
    }
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if command::output_of("cargo", &[subcommand, "--version"]).is_none() {
            note(component, "missing, asking rustup");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result {
    command::run(Command::new("rustup").args(arguments)).map_err(|fault| {
        format!("{fault}\nwithout rustup, install {} for this Rust yourself", arguments.last().unwrap_or(&"it")).into()
    })
}
