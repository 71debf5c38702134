//! How fast access logs are read, on one core, and beside GoAccess where that is installed.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "criterion's macros write functions without documentation")]

use std::{
    hint::black_box,
    io::Read as _,
    process::{Command, Stdio},
};

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use groundplan::traffic_log::LogReader;

/// How often the sample of 2.9 MB is repeated.
const TIMES: usize = 20;

fn logs(criterion: &mut Criterion) {
    let packed = include_bytes!("../tests/logs/wordpress-day-nginx.log.gz");
    let mut one = Vec::new();
    let read = flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut one);
    assert!(read.is_ok_and(|length| length > 1_000_000));
    let text = one.repeat(TIMES);
    let mut group = criterion.benchmark_group("access logs");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("nginx combined", |bencher| {
        bencher.iter(|| {
            let mut reader = LogReader::new(None);
            reader.begin("access.log");
            text.chunks(256 * 1_024).for_each(|piece| reader.feed(piece));
            reader.finish();
            black_box(reader.traffic())
        });
    });
    group.throughput(Throughput::Bytes(one.len() as u64));
    group.bench_function("nginx combined, packed by gzip", |bencher| {
        bencher.iter(|| {
            let mut reader = LogReader::new(None);
            reader.begin("access.log.gz");
            reader.feed(packed);
            reader.finish();
            black_box(reader.traffic())
        });
    });
    let file = std::env::temp_dir().join(format!("groundplan-bench-{}.log", std::process::id()));
    let is_written = std::fs::write(&file, &text).is_ok();
    let goaccess = || {
        let mut command = Command::new("goaccess");
        command.arg(&file).args(["--log-format=COMBINED", "--no-progress", "-o", "json"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok()
    };
    if is_written && goaccess() {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("the same by GoAccess", |bencher| bencher.iter(goaccess));
    } else {
        println!("GoAccess is not installed: nothing to compare with");
    }
    drop(std::fs::remove_file(&file));
    group.finish();
}

criterion_group!(benches, logs);
criterion_main!(benches);
