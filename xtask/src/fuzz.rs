//! `cargo xtask fuzz`: hostile inputs for every decoder, for as long as wanted. `tests/fuzz` says what must hold.

use crate::check::cargo;
use crate::{Result, command, setup};
use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS: u64 = 30;

/// `SECONDS` for each decoder, and another seed each time; GROUNDPLAN_FUZZ_SEED gives one again.
pub fn fuzz(arguments: &[String]) -> Result {
    let seconds = match arguments {
        [] => SECONDS,
        [seconds] => seconds.parse().map_err(|_| format!("\"{seconds}\" is no number of seconds"))?,
        [_, _, ..] => return Err("fuzz takes nothing, or the seconds for each decoder".into()),
    };
    setup::for_rust()?;
    let seed = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let mut tests = cargo();
    tests.args(["test", "--package", "groundplan", "--profile", "fuzz", "--test", "fuzz", "--", "--nocapture"]);
    tests.env("GROUNDPLAN_FUZZ_SECONDS", seconds.to_string());
    if std::env::var_os("GROUNDPLAN_FUZZ_SEED").is_none() {
        tests.env("GROUNDPLAN_FUZZ_SEED", seed.to_string());
    }
    command::run(&mut tests)
}
