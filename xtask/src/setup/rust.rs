//! The wasm32 target, rustfmt and clippy.

use super::say;
use crate::{Outcome, command};
use std::path::Path;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

pub fn ensure() -> Outcome {
    let sysroot = command::ask("rustc", &["--print", "sysroot"]).ok_or("rustc does not start")?;
    if Path::new(&sysroot).join("lib").join("rustlib").join(TARGET).join("lib").is_dir() {
        say(TARGET, "there");
    } else {
        say(TARGET, "missing, asking rustup");
        rustup(&["target", "add", TARGET])?;
    }
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if command::ask("cargo", &[subcommand, "--version"]).is_none() {
            say(component, "missing, asking rustup");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// Whether the sources of the standard library are there, or could be brought.
pub fn source() -> bool {
    let is_there = || {
        command::ask("rustc", &["--print", "sysroot"])
            .is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
    };
    if is_there() {
        say("rust-src", "there");
        return true;
    }
    say("rust-src", "missing, asking rustup");
    rustup(&["component", "add", "rust-src"]).is_ok() && is_there()
}

fn rustup(arguments: &[&str]) -> Outcome {
    command::run(Command::new("rustup").args(arguments)).map_err(|fault| {
        format!("{fault}\nwithout rustup, install {} for this Rust yourself", arguments.last().unwrap_or(&"it")).into()
    })
}
