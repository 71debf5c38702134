//! `cargo xtask prices`: the member `xtask/prices`, which is compiled only when it is wanted.

use crate::{Result, command, project};
use std::process::Command;

pub fn prices(arguments: &[String]) -> Result {
    let mut run = Command::new("cargo");
    run.args(["run", "--quiet", "--package", "prices", "--"]).args(arguments);
    command::run(run.current_dir(project::root()))
}
