//! How fast pictures are laid out and routed: every option, both ways they read.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "criterion's macros write functions without documentation")]

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

use groundplan::{
    assessment::Client,
    catalog::Catalog,
    diagram::{Orientation, Overlay, Theme, draw, svg},
    options::OPTIONS,
    questionnaire::Answers,
    search::{architectures, reference},
    workload::Workload,
};

fn pictures(criterion: &mut Criterion) {
    let (catalog, answers) = (Catalog::bundled(), Answers::default());
    let workload = Workload::new(&answers);
    let client = Client::new(&answers, &workload, &catalog);
    for (hosting, architecture) in architectures(&OPTIONS, &client) {
        for orientation in [Orientation::Landscape, Orientation::Portrait] {
            let name = format!("draw {} {orientation:?}", hosting.id.0);
            criterion.bench_function(&name, |bencher| bencher.iter(|| draw(black_box(&architecture), orientation)));
        }
    }
    let Some(reference) = reference(&client) else { return };
    let picture = draw(&reference.assessment.architecture, Orientation::Landscape);
    criterion.bench_function("write the reference architecture as SVG", |bencher| {
        bencher.iter(|| svg(black_box(&picture), &Overlay::default(), Theme::Auto, None));
    });
}

criterion_group!(benches, pictures);
criterion_main!(benches);
