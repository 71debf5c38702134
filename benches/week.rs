//! How fast weeks are simulated: every preset on every hosting option, one core.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "criterion's macros write functions without documentation")]

mod clients;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

use clients::clients;
use groundplan::{
    options::OPTIONS,
    simulation::{Events, Rules, Week, simulate},
    workload::WEEK_MINUTES,
};

fn weeks(criterion: &mut Criterion) {
    let (clients, rules, events) = (clients(), Rules::default(), Events::new());
    let mut group = criterion.benchmark_group("option-weeks");
    let all: usize = clients.iter().map(|(_, _, architectures)| architectures.len()).sum();
    group.throughput(Throughput::Elements(all as u64));
    group.bench_function("all presets on all options", |bencher| {
        bencher.iter(|| {
            for (_, workload, architectures) in &clients {
                for architecture in architectures {
                    black_box(simulate(architecture, workload.typical(), &workload.shape, &events, &rules));
                }
            }
        });
    });
    for (id, workload, architectures) in &clients {
        group.throughput(Throughput::Elements(architectures.len() as u64));
        group.bench_function(format!("{id} on all options"), |bencher| {
            bencher.iter(|| {
                for architecture in architectures {
                    black_box(simulate(architecture, workload.typical(), &workload.shape, &events, &rules));
                }
            });
        });
    }
    group.finish();

    let mut group = criterion.benchmark_group("simulated minutes");
    group.throughput(Throughput::Elements(WEEK_MINUTES as u64));
    for (id, workload, architectures) in &clients {
        if *id != "membership" {
            continue;
        }
        for (hosting, architecture) in OPTIONS.iter().zip(architectures) {
            group.bench_function(hosting.name, |bencher| {
                bencher
                    .iter(|| black_box(simulate(architecture, workload.typical(), &workload.shape, &events, &rules)));
            });
        }
    }
    group.finish();

    criterion.bench_function("curves of one week", |bencher| {
        let (_, workload, architectures) = &clients[0];
        bencher
            .iter(|| black_box(Week::series(&architectures[0], workload.typical(), &workload.shape, &events, &rules)));
    });
}

criterion_group!(benches, weeks);
criterion_main!(benches);
