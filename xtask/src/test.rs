//! `cargo xtask test`: everything that can be proved by running it.

use crate::check::{self, cargo};
use crate::report::Report;
use crate::setup::{self, Browser, Tools};
use crate::{Result, build, command, project};
use std::path::PathBuf;

const PARTS: [&str; 5] = ["checks", "native", "wasm", "page", "kit"];

/// Runs all parts, or those named. A failed step does not stop the ones that do not need it. The last line counts the tests.
pub fn test(arguments: &[String]) -> Result {
    if let Some(unknown) = arguments.iter().find(|part| !PARTS.contains(&part.as_str())) {
        return Err(format!("there is no part \"{unknown}\": name some of {}", PARTS.join(", ")).into());
    }
    let wanted = |part: &str| arguments.is_empty() || arguments.iter().any(|named| named == part);
    let mut report = Report::default();
    if report.step("tools for Rust", setup::for_rust) {
        if wanted("checks") {
            check::steps(&mut report);
        }
        if wanted("native") {
            native(&mut report);
        }
        if wanted("page") || (wanted("wasm") && project::wasm_tests().is_file()) {
            in_browser(&mut report, wanted("wasm") && project::wasm_tests().is_file(), wanted("page"));
        }
    }
    // By name alone: it takes minutes, and what it needs from PyPI and Debian is not on every machine.
    let left_out = if arguments.iter().any(|part| part == "kit") { crate::kit::steps(&mut report) } else { Vec::new() };
    report.print();
    for line in left_out {
        println!("{line}");
    }
    let total = report.total();
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { Ok(()) } else { std::process::exit(1) }
}

fn native(report: &mut Report) {
    report.counted("tests, native", |count| {
        let mut tests = cargo();
        tests.args(["test", "--package", "groundplan", "--package", "xtask", "--package", "prices"]);
        tests.args(["--features", "groundplan/ssr"]);
        command::run_reading(tests.arg("--no-fail-fast"), |line| count.read(line))
    });
}

fn in_browser(report: &mut Report, wasm: bool, page: bool) {
    let mut browser = None;
    report.step("tools for the browser", || {
        browser = Some(setup::for_browser()?);
        Ok(())
    });
    if wasm {
        match &browser {
            Some(_) => in_wasm(report),
            None => report.skip("tests, wasm in Chromium", "tools for the browser"),
        }
    }
    if page {
        let mut tools = Tools::default();
        let built = report.step("tools for the page", || {
            tools = setup::for_building()?;
            Ok(())
        }) && report.step("release page", || build::release_if_changed(&tools));
        match &browser {
            Some(browser) if built => journeys(report, browser),
            Some(_) => report.skip("journeys in Chromium", "release page"),
            None => report.skip("journeys in Chromium", "tools for the browser"),
        }
    }
}

/// The runner named in `.cargo/config.toml` is this program's `wasm-test`.
fn in_wasm(report: &mut Report) {
    report.counted("tests, wasm in Chromium", |count| {
        let mut tests = cargo();
        tests.args(["test", "--package", "groundplan", "--target", "wasm32-unknown-unknown", "--test", "web"]);
        command::run_reading(&mut tests, |line| count.read(line))
    });
}

fn journeys(report: &mut Report, browser: &Browser) {
    report.counted("journeys in Chromium", |count| {
        let files = journey_files()?;
        if files.is_empty() {
            return Err("there is no journey in tests/e2e".into());
        }
        // Node's own default leaves one core free, which of two cores is one file at a time.
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let mut node = browser.node();
        node.args(["--test", "--test-reporter=spec"]).arg(format!("--test-concurrency={cores}")).args(files);
        command::run_reading(node.current_dir(project::e2e()), |line| count.read(line))
    });
}

fn journey_files() -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(project::e2e())?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    Ok(files)
}
