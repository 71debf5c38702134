//! How fast designs are searched: every preset over every form, one core. Its first lines say how many designs there are, how
//! many are examined, and how many weeks that takes.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "criterion's macros write functions without documentation")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

use groundplan::{
    assessment::Client,
    catalog::Catalog,
    options::{Hosting, OPTIONS},
    questionnaire::{Answers, PRESETS},
    search::{Counts, Search},
    simulation::Events,
    workload::Workload,
};

fn counts(forms: &[&'static Hosting], answers: &Answers, catalog: &Catalog) -> Vec<Counts> {
    let workload = Workload::new(answers);
    let client = Client::new(answers, &workload, catalog);
    let found = forms.iter().filter_map(|hosting| Search::new(hosting, &client).finish(&Events::new()));
    found.map(|found| found.counts).collect()
}

#[expect(clippy::print_stdout, reason = "counts are part of what is measured")]
fn search(criterion: &mut Criterion) {
    let catalog = Catalog::bundled();
    let mut group = criterion.benchmark_group("search");
    for preset in PRESETS {
        let answers = (preset.answers)();
        let all = counts(&OPTIONS, &answers, &catalog);
        let sum = |of: fn(&Counts) -> usize| all.iter().map(of).sum::<usize>();
        let (considered, examined, weeks) = (sum(|it| it.considered), sum(|it| it.examined), sum(|it| it.weeks));
        println!("{}: {considered} designs considered, {examined} examined in {weeks} weeks", preset.id);
        group.throughput(Throughput::Elements(considered as u64));
        group.bench_function(format!("{} over all forms", preset.id), |bencher| {
            bencher.iter(|| black_box(counts(&OPTIONS, &answers, &catalog)));
        });
    }
    let answers = Answers::default();
    for hosting in OPTIONS {
        let considered: usize = counts(&[hosting], &answers, &catalog).iter().map(|it| it.considered).sum();
        group.throughput(Throughput::Elements(considered as u64));
        group.bench_function(hosting.name, |bencher| {
            bencher.iter(|| black_box(counts(&[hosting], &answers, &catalog)));
        });
    }
    group.finish();
}

criterion_group!(benches, search);
criterion_main!(benches);
