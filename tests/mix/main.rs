//! A realistic mix of 1,500 clients: what the advice comes to on the whole. Every test run looks at the first 200;
//! `cargo test --test mix -- --include-ignored` at all of them, and with `UPDATE_EXPECT=1` it writes the reports anew; `MIX_SITE=17 cargo test --test mix one_client_can_be_looked_at -- --nocapture` shows a client's answers and advice.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "an answer the questionnaire does not take fails the test, as it should")]

mod dice;
mod kinds;
mod site;
mod summary;

use expect_test::expect_file;
use groundplan::{advice::advise, catalog::Catalog, report};
use site::client;
use summary::Outcome;

/// The advice for the first so many clients, on all cores.
fn told(clients: u64) -> String {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = |first: u64| -> Vec<(u64, Outcome)> {
        let catalog = Catalog::bundled();
        let told = |number| {
            let client = client(number);
            (number, Outcome::of(client.kind.name, &advise(&client.answers, &catalog)))
        };
        (first..clients).step_by(threads).map(told).collect()
    };
    let mut outcomes: Vec<(u64, Outcome)> = std::thread::scope(|scope| {
        let parts: Vec<_> = (0..threads as u64).map(|first| scope.spawn(move || share(first))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    });
    outcomes.sort_by_key(|(number, _)| *number);
    summary::report(&outcomes.into_iter().map(|(_, outcome)| outcome).collect::<Vec<_>>())
}

#[test]
fn the_first_of_the_mix_come_to_what_was_read() {
    expect_file!["../goldens/mix-200.md"].assert_eq(&told(200));
}

#[test]
#[ignore = "a minute or two in a debug build"]
fn the_whole_mix_comes_to_what_was_read() {
    expect_file!["../goldens/mix.md"].assert_eq(&told(1_500));
}

#[test]
fn one_client_can_be_looked_at() {
    let number = std::env::var("MIX_SITE").ok().and_then(|number| number.parse().ok()).unwrap_or(0);
    let client = client(number);
    let advice = advise(&client.answers, &Catalog::bundled());
    assert!(!advice.standings.is_empty());
    println!("{}: {}\n{}", client.kind.name, client.answers.to_json(), report::plain(&advice));
}

/// `GROUNDPLAN_MIX=folder` writes each client's answers as a file, for measuring on the command line what takes too long here: the
/// odds of all of them.
#[test]
#[ignore = "writes files"]
fn the_answers_of_the_mix_can_be_written() {
    let Ok(folder) = std::env::var("GROUNDPLAN_MIX") else { return };
    for number in 0..200 {
        let client = client(number);
        let name = format!("{folder}/{number:03}-{}.json", client.kind.name.replace(' ', "-"));
        std::fs::write(name, client.answers.to_json()).unwrap();
    }
}
