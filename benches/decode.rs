//! How fast each decoder reads: an honest text as large as they come, and the worst that its bounds let in. The figures are
//! bytes a second; a worst case that is read many times slower than the honest one is a fault. Access logs: `logs.rs`; what is
//! typed into a field is a few bytes.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "criterion's macros write functions without documentation")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use groundplan::{
    catalog::Catalog,
    kit::{Arrival, FromHost, Kit},
    questionnaire::{Answers, PRESETS},
    session::{Field, Session, decode, encode},
    site_probe::SiteProbe,
    workshop::{Slide, Workshop},
};

/// Answers with every price replaced.
fn full() -> Answers {
    let answers = (PRESETS[0].answers)();
    Catalog::bundled()
        .skus()
        .fold(answers, |answers, sku| Field::Price(sku.to_owned()).answer(&answers, "0.1234").unwrap_or(answers))
}

/// An object with as many members as fit, each name less than the one before.
fn falling(around: (&str, &str), bytes: usize) -> String {
    let members: Vec<String> = (0..(bytes / 11).min(19_000)).rev().map(|i| format!("\"{i:06}\":1")).collect();
    format!("{}{{{}}}{}", around.0, members.join(","), around.1)
}

/// A full log: a thousand entries with reasons.
fn log() -> String {
    let why = "because the board has said so and will not be moved, whatever it costs ".repeat(20);
    let entry = format!(
        r#"{{"field":"visits","from":"300k","to":"1.2m","who":"Ada","why":"{why}","at":"2026-11-22T09:41:00Z"}}"#
    );
    format!(
        r#"{{"groundplan":"workshop","version":1,"title":"A","page":1,"speaker":"B","answers":"{}","log":[{}]}}"#,
        encode(&full()),
        vec![entry; 1_000].join(",")
    )
}

/// What the script for a site prints, with as many large tables as fit.
fn probe() -> String {
    let site = r#""groundplan_probe":1,"wordpress":"6.8.1","php":"8.4","theme":"block","shop":true,"plugins":24,"uploads_gb":12.5"#;
    let found = r#""renders":60,"php_ms":[95.5,180.2],"database_ms":[6.1,20],"memory_mb":[48.5,96]"#;
    format!("{{{site},{found},\"largest_tables_mb\":[{}]}}", vec!["1234.5"; 2_200].join(","))
}

/// A name, a text, and the decoder that reads it.
type Case = (&'static str, String, fn(&str));

fn decoders(criterion: &mut Criterion) {
    let answers = full();
    let link = encode(&answers);
    let kit = format!(
        r##"{{"name":"Harbour & Lane","accent":"#0b5fa5","logo":"data:image/png;base64,{}"}}"##,
        "A".repeat(60_000)
    );
    let message = |kit: &str| format!(r#"{{"source":"groundplan-host","version":1,"type":"configure","kit":{kit}}}"#);
    let slide = Workshop::default().slide(&answers, &Default::default(), Default::default()).written();
    let (unknown, near) = ("zz=1&".repeat(3_200), "p.ec2.t4g.smal=1&".repeat(940));
    let workshop = ("{\"groundplan\":\"workshop\",\"version\":1,\"log\":[", "]}");
    let cases: [Case; 17] = [
        ("answers, full", answers.to_json(), |text| drop(black_box(Answers::from_json(text)))),
        ("answers, falling names", falling(("", ""), 250_000), |text| drop(black_box(Answers::from_json(text)))),
        ("answers, falling figures", falling(("{\"overrides\":", "}"), 250_000), |text| {
            drop(black_box(Answers::from_json(text)))
        }),
        ("link, full", link.clone(), |text| drop(black_box(decode(text)))),
        ("link, unknown parts", unknown, |text| drop(black_box(decode(text)))),
        ("link, nearly prices", near, |text| drop(black_box(decode(text)))),
        ("session kept by a browser", link, |text| drop(black_box(Session::open(text)))),
        ("kit, full", kit.clone(), |text| drop(black_box(Kit::from_json(text)))),
        ("kit, falling names", falling(("", ""), 11_000), |text| drop(black_box(Kit::from_json(text)))),
        (
            "address of an embedded page",
            format!("embed=1&host=https%3A%2F%2Fa.example&kit={}", escaped(&kit)),
            |text| drop(black_box(Arrival::of(text))),
        ),
        ("message of a host, full", message(&kit), |text| drop(black_box(FromHost::read(text)))),
        ("message of a host, falling names", message(&falling(("", ""), 11_000)), |text| {
            drop(black_box(FromHost::read(text)))
        }),
        ("slide", slide, |text| drop(black_box(Slide::read(text)))),
        ("probe, full", probe(), |text| drop(black_box(SiteProbe::read(text)))),
        ("probe, falling names", falling(("", ""), 16_000), |text| drop(black_box(SiteProbe::read(text)))),
        ("workshop, full log", log(), |text| drop(black_box(Workshop::from_file(text)))),
        ("workshop, falling names", falling(workshop, 1_900_000), |text| drop(black_box(Workshop::from_file(text)))),
    ];
    let mut group = criterion.benchmark_group("decode");
    for (name, text, read) in &cases {
        group.throughput(Throughput::BytesDecimal(text.len() as u64));
        group.bench_function(*name, |bencher| bencher.iter(|| read(text)));
    }
    group.finish();
}

/// Every byte escaped, as the loader does with what is no letter.
fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

criterion_group! { name = benches; config = Criterion::default().sample_size(20); targets = decoders }
criterion_main!(benches);
