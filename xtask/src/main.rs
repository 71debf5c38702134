//! `cargo xtask`: builds, serves and tests the project, and brings the tools that takes.

mod bench;
mod build;
mod check;
mod command;
mod count;
mod fingerprint;
mod fuzz;
mod kit;
mod licences;
mod lighthouse;
mod prices;
mod project;
mod report;
mod serve;
mod setup;
mod test;
mod wasm_test;

use std::process::ExitCode;

/// What every task gives back; an error is a sentence for the person at the keyboard.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

const HELP: &str = "\
cargo xtask TASK

  serve [--port N] [--open] [--dist DIR] [--release]
               builds the page and serves it, again after every change
  build [--kit FILE]
               builds the release page into dist/, with a consultant kit if one is named
  test [PART]… all tests, or the parts named: checks, native, wasm, page; and by name alone kit
  check        formatting, lints and licences only
  bench [PART]… [--shipped]
               measures how fast weeks are simulated: native, browser, or both; as fast as
               the engine can run, or built for size as in the page
  fuzz [SECONDS]
               feeds hostile inputs to every decoder, for so many seconds each
  lighthouse [RUNS]
               measures the release page as a phone sees it
  prices FOLDER|--fetch [--check] [--large]
               reads official price files and rewrites the catalog's prices, telling what changed
  setup        only brings the tools that are missing

Tools are kept in a per-user cache; GROUNDPLAN_TOOLS names another folder for it.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (task, rest) = match arguments.split_first() {
        Some((task, rest)) => (task.as_str(), rest),
        None => ("help", &[][..]),
    };
    let outcome = match task {
        "serve" => serve::serve(rest),
        "build" => build::build(rest),
        "test" => test::test(rest),
        "check" => check::check(rest),
        "bench" => bench::bench(rest),
        "fuzz" => fuzz::fuzz(rest),
        "lighthouse" => lighthouse::lighthouse(rest),
        "prices" => prices::prices(rest),
        "setup" => setup::all(),
        "wasm-test" => wasm_test::wasm_test(rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no task \"{other}\"\n\n{HELP}").into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::FAILURE
        }
    }
}
