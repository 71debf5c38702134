//! How fast weeks are simulated in a browser: every preset on every hosting option, in one thread.
//!
//! `cargo bench --target wasm32-unknown-unknown --bench browser`; natively there is nothing in it.

#![cfg(target_arch = "wasm32")]

mod clients;

use std::hint::black_box;

use clients::clients;
use groundplan::{
    browser::clock::stopwatch,
    simulation::{Events, Rules, simulate},
    workload::WEEK_MINUTES,
};
use wasm_bindgen_test::{Criterion, console_log, wasm_bindgen_bench, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Rounds before anything is measured: until then the browser still compiles.
const WARM_UP: usize = 40;
/// Rounds that are measured, each by itself.
const ROUNDS: usize = 200;

/// Browsers round their clocks too coarsely for one week, so that a round is all presets on all options.
#[wasm_bindgen_bench]
fn option_weeks(_: &mut Criterion) {
    let (clients, rules, events) = (clients(), Rules::default(), Events::new());
    let weeks: usize = clients.iter().map(|(_, _, architectures)| architectures.len()).sum();
    let mut rounds: Vec<f64> = (0..WARM_UP + ROUNDS)
        .map(|_| {
            let start = stopwatch().unwrap_or_default();
            for (_, workload, architectures) in &clients {
                for architecture in architectures {
                    black_box(simulate(architecture, workload.typical(), &workload.shape, &events, &rules));
                }
            }
            (stopwatch().unwrap_or_default() - start).value()
        })
        .skip(WARM_UP)
        .collect();
    rounds.sort_by(f64::total_cmp);
    for (name, share) in [("fastest", 0.0), ("median", 0.5), ("95th percentile", 0.95)] {
        let round = rounds[(share * (ROUNDS - 1) as f64) as usize];
        let (rate, minute) = (weeks as f64 / round * 1e3, round * 1e6 / (weeks as f64 * WEEK_MINUTES as f64));
        console_log!(
            "{name}: {weeks} option-weeks in {round:.1} ms, {rate:.0} a second, {minute:.1} ns a simulated minute"
        );
    }
}
