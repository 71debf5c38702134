use super::{Band, Dash, Figure, Line, Mark, Panel, Scale, Span, Subject, Table, curve, demand::days};
use crate::{
    simulation::{Meter, report::moment},
    units::text,
};

/// CPU credits of a web server, with the moment they end; none where no option's CPU is rationed.
pub fn credit_balance(subjects: &[Subject<'_>], span: Span) -> Option<Figure> {
    let rationed: Vec<&Subject<'_>> = subjects.iter().filter(|subject| subject.has(Meter::Credits)).collect();
    if rationed.is_empty() {
        return None;
    }
    let mut lines = Vec::new();
    for (tone, subject) in rationed.iter().enumerate() {
        let alone = rationed.len() == 1;
        let named = |what: &str| {
            if alone { what.to_owned() } else { format!("{}, {}", subject.name, what.to_ascii_lowercase()) }
        };
        let line = |meter, what: &str, dash| Line {
            label: named(what),
            points: curve::thinned(subject.curve(meter), span),
            tone,
            dash,
        };
        lines.push(line(Meter::Credits, "Credits", Dash::main(tone)));
        if subject.curve(Meter::Surplus).iter().any(|surplus| *surplus > 0.0) {
            lines.push(line(Meter::Surplus, "Surplus owed", Dash::second(tone)));
        }
    }
    let marks = rationed.iter().filter_map(|subject| {
        let at = subject.outcome.dry_at?.value();
        let what = if rationed.len() == 1 { "Credits".to_owned() } else { format!("{}: credits", subject.name) };
        (at >= span.from.value() && at < span.to.value())
            .then(|| Mark { at, label: format!("{what} run out {}", moment(at)) })
    });
    Some(Figure {
        title: "CPU credits of a web server",
        finding: rationed.iter().map(|subject| finding(subject, span)).collect::<Vec<_>>().join(". ") + ".",
        span,
        panels: vec![Panel {
            unit: "CPU credits",
            note: "Lightsail: minutes at 100 %; hatched at zero",
            scale: Scale::Linear,
            marks: marks.collect(),
            bands: rationed.first().map_or(Vec::new(), |subject| dry(subject, span)),
            lines,
            rules: Vec::new(),
        }],
        table: table(&rationed, span),
    })
}

/// Stretches without a credit, in a machine that then slows down.
fn dry(subject: &Subject<'_>, span: Span) -> Vec<Band> {
    if subject.outcome.dry_at.is_none() {
        return Vec::new();
    }
    let credits = subject.curve(Meter::Credits);
    curve::stretches(credits.len(), span, |minute| credits[minute] <= 1e-6)
        .into_iter()
        .map(|(from, to)| Band { from, to })
        .collect()
}

fn finding(subject: &Subject<'_>, span: Span) -> String {
    let (at, least) = curve::lowest(subject.curve(Meter::Credits), span);
    let (_, owed) = curve::highest(subject.curve(Meter::Surplus), span);
    let name = subject.name;
    match subject.outcome.dry_at {
        Some(dry) if dry.value() < 1.0 => format!(
            "{name}: the week spends more credits than it earns, so none are left from the week before, and the server is slowed down for {} of the week",
            subject.outcome.throttled
        ),
        Some(dry) => format!(
            "{name}: credits run out on {}, and the server is slowed down for {} of the week",
            moment(dry.value()),
            subject.outcome.throttled
        ),
        None if owed > 0.0 => {
            format!(
                "{name}: up to {} surplus credits are owed; what exceeds a day's earnings is charged",
                text::grouped(owed)
            )
        }
        None => format!(
            "{name}: credits never run out; the least, {} on {}, are to spare",
            text::grouped(least),
            moment(at as f64)
        ),
    }
}

fn table(subjects: &[&Subject<'_>], span: Span) -> Table {
    let columns = ["Day", "Option", "Least credits", "At the end of the day", "Most surplus owed"];
    let mut rows = Vec::new();
    for day in days(span) {
        for subject in subjects {
            let credits = subject.curve(Meter::Credits);
            let last = (day.to.value() as usize).min(credits.len()).saturating_sub(1);
            rows.push(vec![
                moment(day.from.value()).split(' ').next().unwrap_or_default().to_owned(),
                subject.name.to_owned(),
                text::trimmed(curve::lowest(credits, day).1, 1),
                text::trimmed(credits.get(last).copied().unwrap_or(0.0), 1),
                text::trimmed(curve::highest(subject.curve(Meter::Surplus), day).1, 1),
            ]);
        }
    }
    Table { columns: columns.map(str::to_owned).to_vec(), rows }
}
