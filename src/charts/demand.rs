use super::{Band, Dash, Figure, Line, Panel, Scale, Span, Subject, Table, curve};
use crate::{
    simulation::{Meter, report::moment},
    units::text,
};

/// What arrives at the web servers, and what they can serve.
pub fn demand(subjects: &[Subject<'_>], span: Span) -> Figure {
    let mut lines = Vec::new();
    // Options that cache alike meet the same demand: one line for it is enough.
    let same = subjects.windows(2).all(|two| two[0].curve(Meter::PhpDemand) == two[1].curve(Meter::PhpDemand));
    for (tone, subject) in subjects.iter().enumerate() {
        let named = |what: &str| match subjects.len() {
            1 => what.to_owned(),
            _ => format!("{}, {}", subject.name, what.to_ascii_lowercase()),
        };
        lines.push(Line {
            label: named("Capacity"),
            points: curve::steps(&rounded(subject.curve(Meter::Capacity)), span),
            tone,
            dash: Dash::second(tone),
        });
        if !same || tone == 0 {
            lines.push(Line {
                label: if same { "Demand".to_owned() } else { named("Demand") },
                points: curve::thinned(subject.curve(Meter::PhpDemand), span),
                tone: if same { 2 } else { tone },
                dash: Dash::main(tone),
            });
        }
    }
    Figure {
        title: "Demand and capacity",
        finding: finding(subjects, span),
        span,
        panels: vec![Panel {
            unit: "PHP requests a second",
            note: "hatched where capacity is short",
            scale: Scale::Linear,
            lines,
            reference_lines: Vec::new(),
            marks: Vec::new(),
            bands: subjects.first().map_or(Vec::new(), |subject| short(subject, span)),
        }],
        longest_name: String::new(),
        table: table(subjects, span),
    }
}

/// Stretches in which more arrives than can be served.
fn short(subject: &Subject<'_>, span: Span) -> Vec<Band> {
    let (asked, can) = (subject.curve(Meter::PhpDemand), subject.curve(Meter::Capacity));
    let minutes = asked.len().min(can.len());
    curve::stretches(minutes, span, |minute| asked[minute] > can[minute])
        .into_iter()
        .map(|(from, to)| Band { from, to })
        .collect()
}

/// Capacity in steps a person can tell apart, so that its curve is short.
fn rounded(values: &[f64]) -> Vec<f64> {
    let step = values.iter().copied().fold(0.0, f64::max) / 400.0;
    values.iter().map(|value| if step > 0.0 { (value / step).round() * step } else { 0.0 }).collect()
}

fn finding(subjects: &[Subject<'_>], span: Span) -> String {
    let each = |subject: &Subject<'_>| {
        let (at, top) = curve::highest(subject.curve(Meter::PhpDemand), span);
        let can = subject.curve(Meter::Capacity).get(at).copied().unwrap_or(0.0);
        let minutes = short(subject, span).iter().map(|band| band.to - band.from).sum::<f64>();
        let shortage = if minutes > 0.0 {
            format!("demand is above capacity for {}", text::duration(minutes))
        } else {
            "capacity is above demand all the time".to_owned()
        };
        format!(
            "{}: the busiest minute, {}, brings {} PHP requests a second to a capacity of {}; {shortage}; {}",
            subject.name,
            moment(at as f64),
            text::significant(top, 2),
            text::significant(can, 2),
            failing(subject)
        )
    };
    subjects.iter().map(each).collect::<Vec<_>>().join(". ") + "."
}

fn failing(subject: &Subject<'_>) -> String {
    let (failed, arrived) = (subject.outcome.failed.value(), subject.outcome.arrived.value());
    if failed < 0.5 {
        return "no request fails".to_owned();
    }
    let share = 100.0 * failed / arrived.max(1.0);
    let share = if share < 0.1 { "less than 0.1".to_owned() } else { text::significant(share, 2) };
    format!("{} fail, {share} % of the week's", text::counted(failed.round(), "request"))
}

fn table(subjects: &[Subject<'_>], span: Span) -> Table {
    let columns =
        ["Day", "Option", "Busiest minute", "PHP requests a second", "Capacity then", "Failed in the worst minute"];
    let mut rows = Vec::new();
    for day in days(span) {
        for subject in subjects {
            let (at, top) = curve::highest(subject.curve(Meter::PhpDemand), day);
            let can = subject.curve(Meter::Capacity).get(at).copied().unwrap_or(0.0);
            let (_, failed) = curve::highest(subject.curve(Meter::Failed), day);
            let (name, time) =
                moment(at as f64).split_once(' ').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap_or_default();
            rows.push(vec![
                name,
                subject.name.to_owned(),
                time,
                text::significant(top, 3),
                text::significant(can, 3),
                format!("{} %", text::trimmed(failed, 1)),
            ]);
        }
    }
    Table { columns: columns.map(str::to_owned).to_vec(), rows }
}

/// The days of a span, one row of a table each.
pub(super) fn days(span: Span) -> Vec<Span> {
    let (first, last) = ((span.from.value() / 1_440.0) as usize, (span.to.value() / 1_440.0).ceil() as usize);
    (first..last.max(first + 1)).map(Span::day).collect()
}
