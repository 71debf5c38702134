//! `cargo xtask check`: formatting, lints and licences.

use crate::report::Report;
use crate::{Result, command, licences, project, setup};
use std::process::Command;

pub fn check(arguments: &[String]) -> Result {
    if let Some(unknown) = arguments.first() {
        return Err(format!("check takes no \"{unknown}\"").into());
    }
    let mut report = Report::default();
    report.step("tools", setup::for_rust);
    steps(&mut report);
    report.close()
}

/// Formatting, then clippy for both targets: the page is compiled for one, the tests and the command line for the other.
pub fn steps(report: &mut Report) {
    report.step("formatting", || command::run(cargo().args(["fmt", "--all", "--check"])));
    report.step("lints, native", || {
        let mut clippy = cargo();
        clippy.args([
            "clippy",
            "--package",
            "groundplan",
            "--package",
            "xtask",
            "--package",
            "prices",
            "--all-targets",
        ]);
        command::run(clippy.args(["--features", "groundplan/ssr", "--", "-D", "warnings"]))
    });
    report.step("lints, wasm", || {
        let mut clippy = cargo();
        clippy.args(["clippy", "--package", "groundplan", "--target", "wasm32-unknown-unknown", "--lib", "--bins"]);
        if project::wasm_tests().is_file() {
            clippy.args(["--test", "web", "--bench", "browser"]);
        }
        command::run(clippy.args(["--", "-D", "warnings"]))
    });
    report.step("licences and advisories", licences::check);
}

/// Cargo, in the checkout.
pub fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project::root());
    cargo
}
