//! How fast weeks are simulated in a browser: every preset on every hosting option, in one thread. And how fast access logs are
//! read there, in pieces, as the page's worker reads them.
//!
//! `cargo bench --target wasm32-unknown-unknown --bench browser`; natively there is nothing in it.

#![cfg(target_arch = "wasm32")]

mod clients;

use std::{hint::black_box, io::Read as _};

use clients::clients;
use groundplan::{
    browser::clock::stopwatch,
    simulation::{Events, Rules, simulate},
    traffic_log::LogReader,
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

/// Bytes of each log: the samples are repeated until they have as many.
const LOG_BYTES: usize = 40_000_000;
/// How often each is read.
const READINGS: usize = 9;

#[wasm_bindgen_bench]
fn access_logs(_: &mut Criterion) {
    for (name, packed) in [
        ("a day of readers", &include_bytes!("../tests/logs/wordpress-day-nginx.log.gz")[..]),
        ("a site under attack", &include_bytes!("../tests/logs/wordpress-attacked-apache.log.gz")[..]),
    ] {
        let mut one = Vec::new();
        let unpacked = flate2::read::GzDecoder::new(packed).read_to_end(&mut one);
        assert!(unpacked.is_ok_and(|length| length > 500_000));
        let text = one.repeat(LOG_BYTES.div_ceil(one.len()));
        let mut readings: Vec<f64> = (0..READINGS)
            .map(|_| {
                let start = stopwatch().unwrap_or_default();
                let mut reader = LogReader::new(None);
                reader.begin("access.log");
                text.chunks(2_048 * 1_024).for_each(|piece| reader.feed(piece));
                reader.finish();
                black_box(reader.traffic());
                (stopwatch().unwrap_or_default() - start).value()
            })
            .collect();
        readings.sort_by(f64::total_cmp);
        let rate = |milliseconds: f64| text.len() as f64 / 1e3 / milliseconds;
        console_log!(
            "{name}: {:.0} MB of access log, {:.0} MB/s at best, {:.0} at the median",
            text.len() as f64 / 1e6,
            rate(readings[0]),
            rate(readings[READINGS / 2])
        );
    }
}
