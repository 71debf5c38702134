//! `cargo xtask wasm-test FILE`: the runner of the wasm tests, started by cargo.

use crate::{Result, command, project, setup};

/// The page of the tests is opened by the browser of the journeys, so that no driver has to be installed.
pub fn wasm_test(arguments: &[String]) -> Result {
    let runner = setup::wasm_test_runner()?;
    let mut node = setup::for_browser()?.node();
    node.arg(project::e2e().join("harness").join("wasm-tests.mjs")).arg(runner).args(arguments);
    command::run(&mut node)
}
