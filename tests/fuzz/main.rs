//! Hostile inputs for every decoder of the program: none may panic, give a figure that is no number, or change what it has read
//! when it is written and read again.
//!
//! `cargo test --test fuzz` reads the corpus and some thousand inputs made of it; `cargo xtask fuzz [SECONDS]` goes on for so
//! long with each decoder, or for GROUNDPLAN_FUZZ_INPUTS inputs, optimised and with overflow checked. What fails is kept beside the corpus and fails again until it
//! is mended; it then stays as a test. A decoder that is added gets a target here and a folder of inputs.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a file that cannot be read fails the test")]

mod inputs;
mod random;
mod targets;

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    time::{Duration, Instant},
};

use inputs::Inputs;
use random::Random;
use targets::Target;

/// How many inputs a plain test run makes for each decoder.
const FEW: u64 = 1_500;

fn main_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus")
}

/// A number that `cargo xtask fuzz` sets.
fn set(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// The inputs kept for a target, in the order of their names.
fn corpus(target: &Target) -> Vec<String> {
    let folder = main_folder().join(target.name);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{} holds nothing", folder.display());
    files.iter().map(|file| String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned()).collect()
}

fn read(target: &Target, input: &str) -> bool {
    match catch_unwind(AssertUnwindSafe(|| (target.read)(input))) {
        Ok(taken) => taken,
        Err(_) => {
            let kept = main_folder().join(target.name).join(format!("failed-{:016x}", inputs::hash(input)));
            fs::write(&kept, input).unwrap();
            panic!("{}: what failed is kept in {}", target.name, kept.display());
        }
    }
}

fn run(target: &Target) {
    let corpus = corpus(target);
    for input in &corpus {
        let _ = read(target, input);
    }
    let inputs = set("GROUNDPLAN_FUZZ_INPUTS");
    let length = set("GROUNDPLAN_FUZZ_SECONDS").filter(|_| inputs.is_none()).map(Duration::from_secs);
    let seed = set("GROUNDPLAN_FUZZ_SEED").unwrap_or(1);
    let mut made = Inputs::new(Random::new(seed ^ inputs::hash(target.name)), corpus, target);
    let (started, mut count, mut taken) = (Instant::now(), 0_u64, 0_u64);
    while length.map_or(count < inputs.unwrap_or(FEW), |length| started.elapsed() < length) {
        taken += u64::from(read(target, &made.next()));
        count += 1;
    }
    println!("   {:<10} {count:>9} inputs, {taken:>9} taken, seed {seed}", target.name);
}

/// One test a target, so that they run side by side.
macro_rules! targets {
    ($($name:ident),*) => {
        $(#[test] fn $name() { run(&targets::$name()); })*

        #[test]
        fn every_folder_of_inputs_has_its_target() {
            let mut folders: Vec<String> =
                fs::read_dir(main_folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            folders.sort();
            let mut names = vec![$(targets::$name().name.to_owned()),*];
            names.sort();
            assert_eq!(folders, names);
        }
    };
}

targets!(address, answers, field, kit, link, log, message, number, probe, slide, week, workshop);
