use super::{Band, Dash, Figure, Line, Panel, ReferenceLine, Scale, Span, Subject, Table, curve, demand::days};
use crate::{
    simulation::{Meter, report::moment},
    units::text,
};

/// Above this a page is called slow, in milliseconds.
const SLOW: f64 = 2_000.0;

/// How long PHP requests take: half of them, and 95 of 100.
pub fn response(subjects: &[Subject<'_>], span: Span) -> Figure {
    let mut lines = Vec::new();
    for (tone, subject) in subjects.iter().enumerate() {
        let named = |what: &str| {
            if subjects.len() == 1 {
                what.to_owned()
            } else {
                format!("{}, {}", subject.name, what.to_ascii_lowercase())
            }
        };
        let line = |meter, what: &str, dash| Line {
            label: named(what),
            points: curve::thinned(subject.curve(meter), span),
            tone,
            dash,
        };
        lines.push(line(Meter::SlowResponse, "95th percentile", Dash::second(tone)));
        lines.push(line(Meter::MedianResponse, "Median", Dash::main(tone)));
    }
    let failing = |subject: &Subject<'_>| -> Vec<Band> {
        let failed = subject.curve(Meter::Failed);
        curve::stretches(failed.len(), span, |minute| failed[minute] > 0.1)
            .into_iter()
            .map(|(from, to)| Band { from, to })
            .collect()
    };
    Figure {
        title: "Response time of PHP requests",
        finding: subjects.iter().map(|subject| finding(subject, span)).collect::<Vec<_>>().join(". ") + ".",
        span,
        panels: vec![Panel {
            unit: "Milliseconds, by powers of ten",
            note: "hatched where requests fail",
            scale: Scale::Logarithmic,
            lines,
            reference_lines: vec![ReferenceLine { value: SLOW, label: "2 seconds".to_owned() }],
            marks: Vec::new(),
            bands: subjects.first().map_or(Vec::new(), failing),
        }],
        longest_name: String::new(),
        table: table(subjects, span),
    }
}

fn finding(subject: &Subject<'_>, span: Span) -> String {
    let slow = subject.curve(Meter::SlowResponse);
    let (at, worst) = curve::highest(slow, span);
    let minutes =
        curve::stretches(slow.len(), span, |minute| slow[minute] > SLOW).iter().map(|(a, b)| b - a).sum::<f64>();
    let over = if minutes > 0.0 {
        format!("for {} one request in twenty takes more than two seconds", text::duration(minutes))
    } else {
        "nineteen of twenty requests never take more than two seconds".to_owned()
    };
    format!("{}: {over}; at worst, {}, {} ms", subject.name, moment(at as f64), text::grouped(worst))
}

fn table(subjects: &[Subject<'_>], span: Span) -> Table {
    let columns = ["Day", "Option", "Median in the busiest minute", "95th percentile then", "Worst 95th percentile"];
    let mut rows = Vec::new();
    for day in days(span) {
        for subject in subjects {
            let (at, _) = curve::highest(subject.curve(Meter::PhpDemand), day);
            let then = |meter| subject.curve(meter).get(at).copied().unwrap_or(0.0);
            let ms = |value: f64| format!("{} ms", text::grouped(value));
            rows.push(vec![
                moment(at as f64).split(' ').next().unwrap_or_default().to_owned(),
                subject.name.to_owned(),
                ms(then(Meter::MedianResponse)),
                ms(then(Meter::SlowResponse)),
                ms(curve::highest(subject.curve(Meter::SlowResponse), day).1),
            ]);
        }
    }
    Table { columns: columns.map(str::to_owned).to_vec(), rows }
}
